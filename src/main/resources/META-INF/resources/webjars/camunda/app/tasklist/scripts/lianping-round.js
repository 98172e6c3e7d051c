/* Tab 批次总表: where every case of the round stands, and the archive of the round; for the province's office. */
import { ask, base, make, tab, table } from './lianping-kit.js';
import { openCase } from './lianping-window.js';

export default tab('round', '批次总表', 915, async (node, { desk }) => {
  const address = `${base()}/rounds/${encodeURIComponent(desk.roundNo)}`;
  const rows = await ask(`${address}/cases`);
  node.replaceChildren(
    make('header', { class: 'lp-head' }, make('h2', {}, `批次 ${desk.roundNo}`), make('span', { class: 'lp-state' }, `共 ${rows.length} 件`)),
    make('p', {}, make('a', { href: `${address}/archive`, download: true, class: 'btn btn-default' }, '下载归档包(全部文件与审计记录)')),
    table(['案卷号', '联盟', '状态', '管理均分', '专家均分', '得分', '名次', '公示期', '发布文号', '试点'], rows.map((one) => [
      make('td', {}, make('button', { type: 'button', class: 'btn btn-link', onclick: (e) => openCase(one.caseNo, e.currentTarget) }, one.caseNo)),
      one.allianceId, one.statusText,
      ...[one.divisionMean, one.expertMean, one.total, one.place].map((value) => make('td', { class: 'lp-number' }, value)),
      one.noticeStart ? `${one.noticeStart} 至 ${one.noticeEnd}` : '', one.documentNo, one.pilot === 'yes' ? '是' : '',
    ])),
  );
});
