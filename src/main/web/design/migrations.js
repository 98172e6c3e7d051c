/* 在办件迁移: what was moved or is to be moved, with its trial, confirmation, progress and failures. */
import { get, post } from './server.js';
import { button, facts, link, make, note, scrolled, section, table, tag, to, when } from './kit.js';
import { dialog, reasonField } from './dialog.js';
import { watch } from './watching.js';

const STATES = { PROPOSED: '待试迁移', TRIED: '已试迁移', RUNNING: '迁移中', DONE: '已完成', REFUSED: '已退回' };

const failures = (title, list) => (list.length ? make('details', { open: true }, make('summary', {}, `${title}(${list.length})`),
  scrolled(table(['案卷', '联盟', '原因'], list.map((one) => [one.caseNo, one.alliance, one.reason])))) : null);

const act = async (title, hint, confirm, path, again, reason) => {
  const done = await dialog({ title, hint, confirm, content: reason ? [reasonField()] : [], act: (data) => post(path, { reason: data.get('reason') }) });
  if (done) again();
};

const version = (one) => `${one.name}第 ${one.version} 版`;

const one = (host, migration, again) => {
  const path = `/migrations/${migration.id}`;
  const bar = make('progress', { max: migration.total, value: migration.done + migration.failed, 'aria-label': '迁移进度' });
  const text = make('p', { class: 'note', role: 'status' }, `已迁移 ${migration.done} 件,未能迁移 ${migration.failed} 件,共 ${migration.total} 件`);
  const { trial, may } = migration;
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('在办件迁移', to('migrations')), ' › ', `${version(migration.from)} → 第 ${migration.to.version} 版`),
    make('header', { class: 'title' }, make('h1', {}, `${version(migration.from)} → 第 ${migration.to.version} 版`), tag(STATES[migration.status], migration.status.toLowerCase())),
    section('方案', facts([['理由', migration.reason], ['提出', `${migration.proposedBy.name},${when(migration.proposedAt)}`],
      ['确认', migration.confirmedBy && `${migration.confirmedBy.name},${when(migration.confirmedAt)}`], ['件数', String(migration.total)],
      ['退回原因', migration.refusal]])),
    section('试迁移', trial ? make('p', { class: trial.passed ? 'good' : 'problem' }, `${when(trial.at)}在副本上试迁移:成功 ${trial.done} 件,失败 ${trial.failed} 件。`) : note('先在副本上试一遍,真实案卷不动。'),
      trial ? failures('试迁移失败', trial.failures) : null),
    section('进度', bar, text, failures('没有迁移的案卷,仍按原版本办理', migration.failures)),
    make('p', { class: 'bar' },
      may.try ? button('试迁移', async (event) => { event.target.disabled = true; event.target.textContent = '正在试迁移…'; try { await post(`${path}/trial`); again(); } catch (error) { host.append(make('p', { class: 'problem', role: 'alert' }, error.message)); event.target.disabled = false; event.target.textContent = '试迁移'; } }, { class: 'primary' }) : null,
      may.confirm ? button('确认迁移', () => act('确认迁移', '逐件迁移;不能迁移的留在原版本并列出原因。', '确认', `${path}/confirmation`, again, false), { class: 'primary' }) : null,
      may.refuse ? button('退回', () => act('退回迁移方案', '', '退回', `${path}/refusal`, again, true)) : null,
      may.back ? button('迁回原版本', () => act('把已迁移的案卷迁回', '产生一份迁回方案,同样须试迁移和确认;不能迁回的会列出原因。', '产生方案', `${path}/back`, again, true)) : null));
  if (migration.status !== 'RUNNING') return null;
  return watch(() => get(path), (now) => {
    bar.value = now.done + now.failed;
    text.textContent = `已迁移 ${now.done} 件,未能迁移 ${now.failed} 件,共 ${now.total} 件`;
    return now.status === 'RUNNING';
  }, again);
};

export const show = async (host, { id }, { again }) => {
  if (id) {
    const stop = one(host, await get(`/migrations/${id}`), again);
    return async () => { stop?.(); return true; };
  }
  const all = await get('/migrations');
  host.replaceChildren(
    note('在流程图的“历次版本”中,在办件较多的旧版本旁点“迁移在办件”即可拟定迁移方案。不迁移的案卷按原版本办完。'),
    section('迁移方案', all.length ? scrolled(table(['流程', '状态', '件数', '已迁移', '未能迁移', '提出', '确认'], all.map((each) => [
      link(`${version(each.from)} → 第 ${each.to.version} 版`, to('migrations', { id: each.id })), tag(STATES[each.status], each.status.toLowerCase()),
      String(each.total), String(each.done), String(each.failed), `${each.proposedBy.name},${when(each.proposedAt)}`, each.confirmedBy ? each.confirmedBy.name : '']))) : note('还没有迁移方案。')));
  return undefined;
};
