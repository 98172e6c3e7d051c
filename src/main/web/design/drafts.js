/* 历次草稿 of a file: look, compare, take an earlier one up again. */
import { content, get, put } from './server.js';
import { button, go, link, make, scrolled, section, table, to, when } from './kit.js';
import { dialog } from './dialog.js';

const takeUp = async (id, path, area, draft, newest) => {
  const done = await dialog({
    title: `从第 ${draft.version} 稿继续`, hint: '它的内容存为新的一稿,其他各稿都保留。', confirm: '继续',
    act: async () => put(`/changes/${id}/files`, { path, content: await content(path, area, draft.ref), baseVersion: newest }),
  });
  if (done) go('edit', { id, path });
};

export const show = async (host, { id, path }) => {
  const [change, drafts] = await Promise.all([get(`/changes/${id}`), get(`/changes/${id}/files/versions`, { path })]);
  const newest = drafts[0];
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › ', link(change.title, to('change', { id })), ' › ', path),
    section('历次草稿', scrolled(table(['草稿', '何时', '何人', '处理'], drafts.map((draft) => [
      `第 ${draft.version} 稿`, when(draft.savedAt), draft.savedBy.name,
      make('span', { class: 'acts' },
        link('查看', to('view', { path, area: change.area, ref: draft.ref })),
        draft === newest ? null : link('与最新稿比较', to('compare', { path, area: change.area, a: draft.ref, b: newest.ref })),
        draft === newest || !change.may.edit ? null : button('从这一稿继续', () => takeUp(id, path, change.area, draft, newest.version))),
    ])))));
};
