/* View 办理过程: the path, the times and the open variables of a case, finished or not. */
import { dateTime, make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import { openCase } from '../../tasklist/scripts/lianping-window.js';
import { diagramsOf } from '../../tasklist/scripts/lianping-diagram.js';
import { days, figures, href, number } from './lianping-monitoring.js';

const DECISIONS = { PASS: '通过', RETURN: '退回', FAIL: '不予通过', submit: '提交', recuse: '回避' };

const when = (at) => make('td', { class: 'lp-when' }, at ? dateTime(at) : '');

const stages = (found) => {
  const most = Math.max(0.1, ...found.stages.map((one) => Number(one.days)));
  return table(['环节', '第几次', '到达', '离开', '用去', '', '结果'], found.stages.map((one) => [
    one.name, number(String(one.visit)), when(one.entered), when(one.left), number(days(one.days)),
    make('td', { class: 'lp-length' }, make('span', { style: `width:${(100 * Number(one.days)) / most}%`, 'aria-hidden': 'true' })),
    one.left ? one.outcomeText : make('span', { class: 'lp-chip' }, '在办'),
  ]));
};

const steps = (found) => table(['任务', '办理人', '到达', '认领', '办结', '应办结', '等待', '办理', '第几次', '结果'], found.steps.map((one) => [
  one.name, one.holder, when(one.entered), when(one.takenUp),
  make('td', { class: one.left && one.due && one.left > one.due ? 'lp-when lp-late' : 'lp-when' }, one.left ? dateTime(one.left) : ''), when(one.due),
  number(days(one.waiting)), number(days(one.worked)), number(String(one.visit)),
  one.left ? [one.outcomeText, DECISIONS[one.decision]].filter(Boolean).join(' · ') : make('span', { class: 'lp-chip' }, '在办'),
]));

export const historyView = async (state) => {
  const found = await figures(`cases/${encodeURIComponent(state.case || '')}/history`);
  const diagrams = make('div', { class: 'lp-history-diagrams' });
  // a diagram is fitted to its place, which has a size only on the page
  requestAnimationFrame(async () => {
    await diagramsOf(found.diagrams, diagrams);
    if (state.show === 'diagram') diagrams.scrollIntoView({ block: 'center' });
  });
  return [
    make('p', {}, make('a', { href: href('board'), class: 'btn btn-default btn-sm' }, '回到看板'), ' ',
      make('button', { type: 'button', class: 'btn btn-default btn-sm', onclick: (e) => openCase(found.caseNo, e.currentTarget) }, '查阅案卷')),
    make('header', { class: 'lp-head' }, make('h2', {}, `${found.caseNo} ${found.alliance}`), make('span', { class: 'lp-state' }, found.status)),
    section('六个环节', stages(found)),
    section('流程图', diagrams),
    section('任务', found.steps.length ? steps(found) : make('p', { class: 'lp-note' }, '还没有任务。')),
    section('案卷数据', make('dl', { class: 'lp-facts' }, found.variables.flatMap((one) => [make('dt', {}, one.label), make('dd', {}, one.value)]))),
    make('p', { class: 'lp-note' }, '用时按官方工作日历计。专家姓名和单份评分不在此显示。'),
  ];
};
