/* View 案卷清单: the cases or tasks behind a number. */
import { dateTime, make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import { caseLink, days, exportLink, figures, filterOf, href, number, urging } from './lianping-monitoring.js';

const MEASURES = { in: '首次进入', again: '再次进入', waiting: '在办', overdue: '在办且逾期', out: '办出', back: '退回', ended: '在此终止' };

const pages = (found, state) => {
  const { stage, node, measure } = state;
  const last = Math.max(0, Math.ceil(found.total / found.size) - 1);
  const to = (page, text) => make('a', { class: 'btn btn-default btn-sm', href: href('cases', { stage, node, measure, page }) }, text);
  return make('p', { class: 'lp-pages' }, found.page > 0 ? to(found.page - 1, '上一页') : '', ` 第 ${found.page + 1} 页,共 ${last + 1} 页 `, found.page < last ? to(found.page + 1, '下一页') : '');
};

/* Where the case stands in its diagram: Cockpit's page of the run, as long as it runs. */
const position = (row) => (row.left || !row.caseInstanceId ? make('a', { href: href('history', { case: row.caseNo, show: 'diagram' }) }, '流程图')
  : make('a', { href: `#/process-instance/${row.caseInstanceId}/runtime` }, '流程图'));

export const casesView = async (state, choices) => {
  const measure = MEASURES[state.measure] ? state.measure : 'waiting';
  const stage = state.node ? null : state.stage || choices.stages[0].code;
  const parameters = { measure, stage, node: state.node };
  const found = await figures('cases', { ...filterOf(state), ...parameters, page: state.page || 0 });
  const about = stage ? choices.stages.find((one) => one.code === stage).name : (found.rows[0] || { task: '流程节点' }).task;
  const heads = ['案卷', '地区', '领域', '到达', '离开', '用去', '第几次', '现在由谁办理', '应办结', '', ''];
  return [section(`${about}:${MEASURES[measure]} ${found.total} 件`,
    found.rows.length ? table(heads, found.rows.map((row) => [
      make('td', {}, ...caseLink(row.caseNo, row.alliance)), row.areaName, row.field,
      make('td', { class: 'lp-when' }, dateTime(row.entered)), make('td', { class: 'lp-when' }, row.left ? dateTime(row.left) : ''),
      number(days(row.days)), number(String(row.visit)),
      make('td', {}, row.holder, row.task ? make('div', { class: 'lp-about' }, row.task) : ''),
      make('td', { class: 'lp-when' }, row.due ? dateTime(row.due) : ''), make('td', { class: 'lp-when' }, position(row)), make('td', {}, urging(row, choices.mayUrge)),
    ])) : make('p', { class: 'lp-note' }, '没有符合条件的案卷。'),
    found.total ? pages(found, { ...state, measure, stage }) : '',
    found.total ? make('p', {}, exportLink(state, 'cases', parameters)) : '')];
};
