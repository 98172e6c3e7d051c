/* Tab 批次总表: where every case of the round stands, and the archive of the round; for the province's office. */
import { ask, base, make, tab, table } from './lianping-kit.js';
import { openCase } from './lianping-window.js';

const AT_ONCE = 100;
const HEADS = ['案卷号', '联盟', '状态', '管理均分', '专家均分', '得分', '名次', '公示期', '发布文号', '试点'];

const cells = (one) => [
  make('td', {}, make('button', { type: 'button', class: 'btn btn-link', onclick: (e) => openCase(one.caseNo, e.currentTarget) }, one.caseNo)),
  one.alliance, one.statusText,
  ...[one.divisionMean, one.expertMean, one.total, one.place].map((value) => make('td', { class: 'lp-number' }, value)),
  one.noticeStart ? `${one.noticeStart} 至 ${one.noticeEnd}` : '', one.documentNo, one.pilot === 'yes' ? '是' : '',
];

/* A round may have ten thousand cases: what is shown grows on demand, what is searched is everything. */
const list = (rows) => {
  const body = make('div', { class: 'lp-list' });
  const count = make('span', { class: 'lp-note', role: 'status' });
  const statuses = [...new Set(rows.map((one) => one.statusText))];
  const field = make('input', { type: 'search', class: 'form-control', 'aria-label': '搜索批次总表', placeholder: '案卷号或联盟', maxlength: '100', oninput: () => draw(AT_ONCE) });
  const status = make('select', { class: 'form-control', 'aria-label': '状态', onchange: () => draw(AT_ONCE) },
    make('option', { value: '' }, '全部状态'),
    statuses.map((name) => make('option', { value: name }, `${name}(${rows.filter((one) => one.statusText === name).length})`)));
  const draw = (shown) => {
    const wanted = field.value.trim().toLowerCase();
    const found = rows.filter((one) => (!status.value || one.statusText === status.value)
      && `${one.caseNo} ${one.alliance}`.toLowerCase().includes(wanted));
    count.textContent = found.length > shown ? `${found.length} 件,显示前 ${shown} 件` : `${found.length} 件`;
    body.replaceChildren(
      found.length ? table(HEADS, found.slice(0, shown).map(cells)) : make('p', { class: 'lp-note' }, '没有找到。'),
      ...(found.length > shown ? [make('p', { class: 'lp-pages' }, make('button', { type: 'button', class: 'btn btn-default', onclick: () => draw(shown + AT_ONCE) }, '再显示 100 件'))] : []),
    );
  };
  draw(AT_ONCE);
  return [make('div', { class: 'lp-bar' }, field, status, count), body];
};

export default tab('round', '批次总表', 915, async (node, { desk }) => {
  const address = `${base()}/rounds/${encodeURIComponent(desk.roundNo)}`;
  const rows = await ask(`${address}/cases`);
  node.replaceChildren(
    make('header', { class: 'lp-head' }, make('h2', {}, `批次 ${desk.roundNo}`), make('span', { class: 'lp-state' }, `共 ${rows.length} 件`)),
    make('p', {}, make('a', { href: `${address}/archive`, download: true, class: 'btn btn-default' }, '下载归档包(全部文件与审计记录)')),
    ...list(rows),
  );
});
