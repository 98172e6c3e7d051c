/* 编辑 one file of a change: save, check while drawing, presence of others, and nothing lost when the browser closes. */
import { content, get, post, put } from './server.js';
import { button, link, make, tell, to, when } from './kit.js';
import { choose } from './dialog.js';
import { problemList } from './problems.js';
import { openEditor } from './editor/open.js';
import { recovery } from './recovery.js';

const CHECK_AFTER = 600;
const HERE_EVERY = 10000;

/* Somebody else saved first: look, take theirs, or put one's own over it. */
const settle = async (refused, { id, path, area, version }) => {
  const { by, at, version: theirs } = refused.body;
  const answer = await choose({
    title: '另一人已保存',
    text: `${by.name}在 ${when(at)} 保存了第 ${theirs} 稿。您的修改还在这里,没有保存。`,
    answers: [['look', '看两稿的差别'], ['theirs', '改用对方的一稿', 'danger'], ['mine', '以我的一稿继续(对方的一稿留作前一稿)', 'primary']],
  });
  if (answer === 'look') window.open(to('compare', { path, area, a: `draft:${id}:${version}`, b: `draft:${id}:${theirs}` }), '_blank');
  return { answer, theirs };
};

const fromDisk = (path, take) => make('label', { class: 'like-button' }, '从文件导入', make('input', {
  type: 'file', accept: path.slice(path.lastIndexOf('.')), class: 'visually-hidden',
  onchange: async (event) => {
    const [file] = event.target.files;
    if (file) await take(await file.text());
    event.target.value = '';
  },
}));

const toDisk = (path, text) => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  make('a', { href: address, download: path.slice(path.lastIndexOf('/') + 1) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
};

/* The editors take over what is typed with a delay; whoever saves at once means what stands there. */
const TYPED_AFTER = 400;
const settled = () => { document.activeElement?.blur?.(); return new Promise((go) => { setTimeout(go, TYPED_AFTER); }); };

export const show = async (host, { id, path, element }, { gone }) => {
  const change = await get(`/changes/${id}`);
  const file = change.files.find((one) => one.path === path);
  if (!file) throw new Error('方案中没有这个文件');
  const state = { version: file.version, saved: await content(path, change.area, `draft:${id}:${file.version}`), dirty: false, text: '' };
  const kept = recovery(id, path);
  const canvas = make('div', { class: 'canvas' });
  const found = make('aside', { class: 'found', 'aria-label': '检查结果' });
  const status = make('span', { class: 'hint', role: 'status' }, `第 ${file.version} 稿,${file.savedBy.name},${when(file.savedAt)}`);
  const others = make('p', { class: 'presence', hidden: true });
  const refusal = make('p', { class: 'problem', role: 'alert', hidden: true });
  let editor = null;
  const compareLink = link('与现行版比较', '');
  const aim = () => { compareLink.href = to('compare', { path, area: change.area, a: file.baseRef, b: `draft:${id}:${state.version}` }); };
  aim();

  const tellRefusal = (text) => { refusal.textContent = text; refusal.hidden = !text; };

  const check = async () => {
    const text = state.text;
    try {
      const { problems } = await post('/check', { changeId: id, area: change.area, path, content: text });
      if (gone() || text !== state.text) return;
      const own = problems.filter((one) => path.endsWith(`/${one.file}`));
      const errors = problems.filter((one) => one.severity === 'ERROR').length;
      found.replaceChildren(make('h2', {}, '检查', make('small', {}, problems.length ? ` ${errors} 处错误,${problems.length - errors} 处提醒` : ' 没有问题')),
        problemList(problems, (one) => { if (own.includes(one)) editor.select?.(one.element); }));
      editor.mark?.(own);
      if (state.dirty || errors === 0) tellRefusal('');
    } catch (error) {
      if (!gone()) found.replaceChildren(make('h2', {}, '检查'), make('p', { class: 'problem' }, error.message));
    }
  };

  let checking = 0;
  const changed = async () => {
    const text = await editor.content().catch(() => null);
    if (text === null || gone()) return;
    state.text = text;
    state.dirty = text !== state.saved;
    if (state.dirty) { kept.keep(text, state.version); status.textContent = '有未保存的修改(已留在本机浏览器)'; } else kept.forget();
    clearTimeout(checking);
    checking = setTimeout(check, CHECK_AFTER);
  };

  const load = async (text) => {
    editor?.destroy();
    canvas.replaceChildren();
    try {
      editor = await openEditor(path, canvas, text, { change });
    } catch (error) {
      tellRefusal(`文件打不开:${error.message}`);
      state.text = text;
      canvas.replaceChildren(make('p', { class: 'problem' }, '这个文件不能显示为图,请看右侧的检查结果;可以“从文件导入”另一份,或在历次草稿中取回前一稿。'));
      editor = { content: async () => text, onChange: () => {}, destroy: () => {} };
    }
    editor.onChange(changed);
    state.text = await editor.content();
    await check();
  };

  const save = async () => {
    await settled();
    const text = await editor.content();
    tellRefusal('');
    try {
      const answer = await put(`/changes/${id}/files`, { path, content: text, baseVersion: state.version });
      const mine = answer.files.find((one) => one.path === path);
      Object.assign(state, { version: mine.version, saved: text, dirty: false });
      kept.forget();
      aim();
      status.textContent = `已保存为第 ${mine.version} 稿,${when(mine.savedAt)}`;
      tell(`已保存为第 ${mine.version} 稿`);
      return true;
    } catch (error) {
      if (error.status !== 409 || !error.body?.by) { tellRefusal(`没有保存:${error.message}`); return false; }
      const { answer, theirs } = await settle(error, { id, path, area: change.area, version: state.version });
      if (answer === 'mine') { state.version = theirs; return save(); }
      if (answer === 'theirs') {
        state.version = theirs;
        state.saved = await content(path, change.area, `draft:${id}:${theirs}`);
        kept.forget();
        await load(state.saved);
        state.dirty = false;
      }
      return false;
    }
  };

  const take = async (text) => {
    try {
      // what the gate would never let pass is not even opened here
      const { problems } = await post('/check', { changeId: id, area: change.area, path, content: text });
      const unreadable = problems.find((one) => one.severity === 'ERROR' && one.rule === 'readable');
      if (unreadable) throw new Error(unreadable.sentence);
      await load(text);
      await changed();
      status.textContent = '已导入,尚未保存';
    } catch (error) { tellRefusal(`没有导入:${error.message}`); }
  };

  host.classList.add('full');
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › ', link(change.title, to('change', { id })), ' › ', `${file.name}`, make('small', { class: 'key' }, path)),
    make('div', { class: 'bar tools' },
      button('保存', save, { class: 'primary', title: 'Ctrl+S' }),
      button('撤销', () => editor.undo?.(), { title: 'Ctrl+Z' }), button('重做', () => editor.redo?.(), { title: 'Ctrl+Y' }),
      path.endsWith('.bpmn') ? button('显示全图', () => editor.fit?.()) : null,
      fromDisk(path, take), button('下载', async () => toDisk(path, await editor.content())),
      file.baseRef ? compareLink : null,
      link('历次草稿', to('drafts', { id, path })), status),
    others, refusal, make('div', { class: 'desk' }, canvas, found));

  const lost = kept.find();
  if (lost && lost.text !== state.saved) {
    const answer = await choose({
      title: '有未保存的修改',
      text: `上次离开时(${when(lost.at)})有修改没有保存,依据第 ${lost.version} 稿${lost.version === state.version ? '' : `;现在已是第 ${state.version} 稿`}。`,
      answers: [['drop', '不要了'], ['keep', '恢复未保存的修改', 'primary']],
    });
    if (answer === 'keep') { await load(lost.text); state.version = lost.version; state.dirty = true; status.textContent = '已恢复未保存的修改'; } else { if (answer === 'drop') kept.forget(); await load(state.saved); }
  } else await load(state.saved);
  if (element) editor.select?.(element);

  const here = async () => {
    const { editors } = await post(`/changes/${id}/presence`, { path }).catch(() => ({ editors: [] }));
    const same = editors.filter((one) => one.path === path);
    others.hidden = !same.length;
    others.textContent = same.length ? `${same.map((one) => one.name).join('、')}也打开着这个文件。请商量后再改,以免互相覆盖。` : '';
  };
  here();
  const timer = setInterval(here, HERE_EVERY);
  const keys = (event) => { if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') { event.preventDefault(); save(); } };
  const closing = (event) => { if (state.dirty) event.preventDefault(); };
  window.addEventListener('keydown', keys);
  window.addEventListener('beforeunload', closing);
  return async () => {
    await settled();
    state.dirty = (await editor.content().catch(() => state.text)) !== state.saved;
    if (state.dirty) {
      const answer = await choose({ title: '还没有保存', text: '离开之前保存修改吗?', answers: [['stay', '留在这里'], ['leave', '不保存,离开'], ['save', '保存并离开', 'primary']] });
      if (answer === 'save') { if (!(await save())) return false; } else if (answer === 'leave') kept.forget(); else return false;
    }
    clearInterval(timer);
    clearTimeout(checking);
    window.removeEventListener('keydown', keys);
    window.removeEventListener('beforeunload', closing);
    editor.destroy();
    return true;
  };
};
