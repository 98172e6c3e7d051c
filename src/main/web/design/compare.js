/* 比较 two versions: on the diagram in colours, and in words (变更说明). */
import { content, get } from './server.js';
import { link, make, note, section, to } from './kit.js';

const name = (ref) => {
  if (ref === 'packaged') return '产品包中的版本';
  const [source, ...rest] = ref.split(':');
  if (source === 'draft') return `草稿第 ${rest[rest.length - 1]} 稿`;
  if (source === 'policy') return `第 ${rest[rest.length - 1]} 版`;
  return `已部署的第 ${rest[1]} 版`;
};

const MARKS = { added: '新增', removed: '删去', changed: '改动', moved: '移动' };

const difference = async (path, before, after) => {
  if (path.endsWith('.bpmn')) return (await import('./difference/diagram.js')).difference(before, after);
  if (path.endsWith('.form')) return (await import('./difference/form.js')).difference(before, after);
  if (path.endsWith('.dmn')) return (await import('./difference/decision.js')).difference(before, after);
  return (await import('./difference/policy.js')).difference(before, after);
};

/* Both drawings move together. */
const together = (one, other) => {
  let moving = false;
  const follow = (from, into) => from.modeler.on('canvas.viewbox.changed', ({ viewbox }) => {
    if (moving) return;
    moving = true;
    into.modeler.get('canvas').viewbox({ x: viewbox.x, y: viewbox.y, width: viewbox.width, height: viewbox.height });
    moving = false;
  });
  follow(one, other);
  follow(other, one);
};

const drawings = async (host, a, b, before, after, changes) => {
  const { open } = await import('./editor/diagram.js');
  const left = make('div', { class: 'canvas' });
  const right = make('div', { class: 'canvas' });
  host.append(make('p', { class: 'legend' }, Object.entries(MARKS).map(([id, word]) => make('span', { class: `d-${id}` }, word))),
    make('div', { class: 'pair tall' }, make('figure', {}, make('figcaption', {}, name(a)), left), make('figure', {}, make('figcaption', {}, name(b)), right)));
  const [old, now] = [await open(left, before, { readOnly: true }), await open(right, after, { readOnly: true })];
  const mark = (editor, kinds) => changes.filter((one) => one.element && kinds.includes(one.kind)).forEach((one) => {
    if (editor.modeler.get('elementRegistry').get(one.element)) editor.modeler.get('canvas').addMarker(one.element, `lp-${one.kind}`);
  });
  mark(old, ['removed', 'changed', 'moved']);
  mark(now, ['added', 'changed', 'moved']);
  together(old, now);
  return { old, now };
};

const texts = (before, after) => make('details', {}, make('summary', {}, '两版原文'), make('div', { class: 'pair' },
  make('pre', { class: 'canvas source', tabindex: 0 }, before), make('pre', { class: 'canvas source', tabindex: 0 }, after)));

export const show = async (host, { path, area, a, b }) => {
  const [before, after, versions] = await Promise.all([content(path, area, a), content(path, area, b), get('/designs/versions', { path, area }).catch(() => [])]);
  const label = (ref) => { const known = versions.find((one) => one.ref === ref); return known ? `第 ${known.version} 版${known.newest ? '(现行)' : ''}` : name(ref); };
  const changes = await difference(path, before, after);
  const pictures = make('div', {});
  let drawn = null;
  const words = changes.length ? make('ol', { class: 'changes' }, changes.map((one) => make('li', { class: `d-${one.kind}` }, one.element && path.endsWith('.bpmn')
    ? make('button', { type: 'button', class: 'plain', onclick: () => { if (one.kind !== 'removed') drawn?.now.select(one.element); if (one.kind !== 'added') drawn?.old.select(one.element); } }, one.text)
    : one.text))) : note('两版内容没有差别。');
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › ', link('历次版本', to('versions', { path, area })), ' › 比较'),
    make('header', { class: 'title' }, make('h1', {}, `${label(a)} 与 ${label(b)}`), make('small', { class: 'key' }, path)),
    pictures, section(`变更说明(${changes.length})`, words), texts(before, after));
  if (path.endsWith('.bpmn')) drawn = await drawings(pictures, a, b, before, after, changes);
  return async () => { drawn?.old.destroy(); drawn?.now.destroy(); return true; };
};
