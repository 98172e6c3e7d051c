/* 清单: what is in force, the changes under way, and where the product brings something new. */
import { get, post } from './server.js';
import { KINDS, STATES, button, go, link, make, note, provinceOr, scrolled, section, table, tag, tell, to, when } from './kit.js';
import { dialog, field, reasonField } from './dialog.js';

const OPEN = ['DRAFT', 'PROPOSED', 'SCHEDULED', 'FAILED'];

const sorted = (items) => [...items].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));

/* Asks for title and files and opens the change; ticked files are given. */
const newChange = async (all, area, ticked) => {
  const own = sorted(all.items.filter((item) => item.area === area || (area && !item.area)));
  const seen = new Set();
  const files = own.filter((item) => !seen.has(item.path) && seen.add(item.path));
  const created = await dialog({
    title: '新建修改方案',
    hint: '一并生效的文件放在同一个方案里:流程图和它用的表单、判定表。以后还可以增减。',
    wide: true,
    confirm: '新建',
    content: [
      field('名称', make('input', { name: 'title', required: true, maxlength: 200, placeholder: '例如:初审增加会签' })),
      make('fieldset', { class: 'files' }, make('legend', {}, '要修改的文件'), files.map((item) => make('label', {},
        make('input', { type: 'checkbox', name: 'path', value: item.path, checked: ticked.includes(item.path) }),
        `${item.name} `, make('small', {}, KINDS[item.kind])))),
    ],
    act: (data) => post('/changes', { title: data.get('title'), area, paths: data.getAll('path') }),
  });
  if (created) go('change', { id: created.id });
};

const copyForArea = async (all) => {
  const areas = all.areas.filter((one) => !one.own);
  const created = await dialog({
    title: '为一个市复制办法',
    hint: '复制全省现行的评价办法、流程图、表单和判定表,在副本上修改。生效后,该市开放的批次按它办理,其他批次不受影响(第九条)。',
    confirm: '复制',
    content: [
      field('地区', make('select', { name: 'area', required: true }, areas.map((one) => make('option', { value: one.code }, one.name)))),
      field('方案名称', make('input', { name: 'title', maxlength: 200 })),
      reasonField(),
    ],
    act: (data) => post(`/areas/${data.get('area')}/copy`, { title: data.get('title'), reason: data.get('reason') }),
  });
  if (created) go('change', { id: created.id });
};

const keepOwn = async (item, again) => {
  const done = await dialog({
    title: `保留现行的“${item.name}”`,
    hint: '产品带来的新版本不再提示,直到产品再次改动它。',
    confirm: '保留',
    content: [reasonField()],
    act: (data) => post('/designs/upgrade/keep', { path: item.path, area: item.area, reason: data.get('reason') }),
  });
  if (done) { tell(done.message); again(); }
};

const upgrades = (all, again) => {
  const waiting = all.items.filter((item) => item.upgrade);
  return waiting.length ? section('产品升级带来的新版本', note('下列文件由管理员改过,产品包的新版本没有替换它们。请比较后决定。'),
    table(['文件', '处理'], waiting.map((item) => [item.name, make('span', { class: 'acts' },
      link('看差别', to('compare', { path: item.path, area: item.area, a: item.ref, b: item.upgrade.ref })),
      button('手工合并', () => newChange(all, item.area, [item.path])),
      button('保留现行', () => keepOwn(item, again)))]))) : null;
};

const changesTable = (all) => {
  const open = all.changes.filter((one) => OPEN.includes(one.status));
  const closed = all.changes.filter((one) => !OPEN.includes(one.status));
  const rows = (changes) => changes.map((one) => [
    link(one.title, to('change', { id: one.id })), tag(STATES[one.status], one.status.toLowerCase()),
    provinceOr(all.areas, one.area), one.createdBy.name, when(one.updatedAt), String(one.paths.length)]);
  const heads = ['方案', '状态', '适用', '起草人', '最近修改', '文件数'];
  return section('修改方案', open.length ? table(heads, rows(open)) : note('没有正在进行的修改方案。'),
    closed.length ? make('details', {}, make('summary', {}, `已结束的方案(${closed.length})`), table(heads, rows(closed))) : null);
};

const itemsTable = (all, items, ticked) => table(['', '名称', '版本', '何时', '何人', '原因', '来源', '在办', '处理'], items.map((item) => [
  make('input', {
    type: 'checkbox', 'aria-label': `选择${item.name}`, checked: ticked.has(item.path),
    onchange: (event) => { if (event.target.checked) ticked.add(item.path); else ticked.delete(item.path); },
  }),
  make('span', {}, link(item.name, to('view', { path: item.path, area: item.area, ref: item.ref }), { title: item.path }),
    item.inChanges.length ? tag('修改中', 'draft') : null, item.upgrade ? tag('有新版本', 'proposed') : null),
  make('span', { class: 'number' }, `第 ${item.version} 版`), when(item.at),
  make('span', {}, item.by.name, item.confirmedBy ? make('small', { class: 'key' }, `确认:${item.confirmedBy.name}`) : null),
  item.reason || '', item.source, make('span', { class: 'number' }, String(item.running)),
  make('span', { class: 'acts' }, link('历次版本', to('versions', { path: item.path, area: item.area }))),
]));

export const show = async (host, { kind = 'diagram', area = '', search = '' }, { again }) => {
  const all = await get('/designs');
  const code = area || null;
  const ticked = new Set();
  const list = make('div', {});
  const state = { kind, search };
  const drawList = () => {
    const found = sorted(all.items.filter((item) => item.kind === state.kind && item.area === code
      && `${item.name}${item.key}`.toLowerCase().includes(state.search.trim().toLowerCase())));
    list.replaceChildren(found.length ? scrolled(itemsTable(all, found, ticked)) : note('没有符合条件的文件。'));
  };
  const counts = (id) => all.items.filter((item) => item.kind === id && item.area === code).length;
  const kinds = make('nav', { class: 'kinds', 'aria-label': '文件种类' }, Object.entries(KINDS).map(([id, name]) => (
    link(`${name}(${counts(id)})`, to('list', { kind: id, area }), { 'aria-current': id === kind ? 'page' : null }))));
  const areas = make('label', {}, '适用 ', make('select', {
    onchange: (event) => go('list', { kind, area: event.target.value }),
  }, make('option', { value: '' }, '全省'), all.areas.filter((one) => one.own).map((one) => (
    make('option', { value: one.code, selected: one.code === area }, one.name)))));
  host.replaceChildren(
    make('p', { class: 'bar' },
      button('新建修改方案', () => newChange(all, code, [...ticked]), { class: 'primary' }),
      button('为一个市复制办法', () => copyForArea(all)),
      make('span', { class: 'hint' }, '改动先存为草稿,经检查、试运行和另一名管理员确认后才生效。')),
    changesTable(all), upgrades(all, again) || '',
    section('现行文件', make('div', { class: 'bar' }, kinds, areas, make('input', {
      type: 'search', placeholder: '按名称查找', 'aria-label': '按名称查找', oninput: (event) => { state.search = event.target.value; drawList(); },
    })), list),
  );
  drawList();
};
