/* View 看板: where the round stands at one look. */
import { dateTime, make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import {
  caseLink, counted, days, exportLink, figures, filterOf, link, number, urging,
} from './lianping-monitoring.js';
import { bars, chart, lines } from './lianping-charts.js';
import { verdicts } from './lianping-verdicts.js';

const HEADS = ['环节', '进入', '再次进入', '在办', '其中逾期', '办出', '退回', '终止', '中位数', '90% 分位', '最久在办'];

/* How much of what came in is still there, as the bar of a funnel. */
const funnelBar = (stage, most) => make('span', { class: 'lp-funnel', 'aria-hidden': 'true' },
  make('span', { class: 'lp-funnel-overdue', style: `width:${(100 * stage.overdue) / most}%` }),
  make('span', { class: 'lp-funnel-waiting', style: `width:${(100 * (stage.waiting - stage.overdue)) / most}%` }));

export const stageTable = (board, filter = {}) => {
  const most = Math.max(1, ...board.stages.map((stage) => stage.waiting));
  return table(HEADS, board.stages.map((stage) => [
    make('td', { class: stage.stage === board.slowest ? 'lp-slowest' : '' },
      link(stage.name, 'comparison', { stage: stage.stage, by: 'area', ...filter }, { title: '比较各地区' }),
      stage.stage === board.slowest ? make('span', { class: 'lp-chip lp-chip-urgent' }, '最慢') : ''),
    counted(stage.in, 'in', stage.stage, filter), counted(stage.again, 'again', stage.stage, filter),
    make('td', { class: 'lp-number lp-waiting' }, funnelBar(stage, most), stage.waiting ? link(String(stage.waiting), 'cases', { measure: 'waiting', stage: stage.stage, ...filter }) : '0'),
    counted(stage.overdue, 'overdue', stage.stage, filter), counted(stage.out, 'out', stage.stage, filter),
    counted(stage.back, 'back', stage.stage, filter), counted(stage.ended, 'ended', stage.stage, filter),
    number(days(stage.median)), number(days(stage.p90)),
    number(stage.oldestCase ? link(days(stage.oldest), 'history', { case: stage.oldestCase }, { title: stage.oldestCase }) : days(stage.oldest)),
  ]), { class: 'lp-table lp-stages' });
};

const durations = (board) => chart({
  title: '各环节的时长(工作日)',
  option: bars({
    label: '各环节的中位数、90% 分位和最久在办', names: board.stages.map((one) => one.name),
    series: [['中位数', 'median'], ['90% 分位', 'p90'], ['最久在办', 'oldest']].map(([name, key]) => ({
      name, values: board.stages.map((one) => (one[key] === null ? null : Number(one[key]))),
    })),
  }),
  height: 330,
  heads: ['环节', '中位数', '90% 分位', '最久在办'],
  rows: board.stages.map((one) => [one.name, number(days(one.median)), number(days(one.p90)), number(days(one.oldest))]),
});

const trend = (board) => {
  const place = make('div', {});
  const draw = (id) => {
    const of = (key) => board.trend.map((one) => one.stages[id][key]);
    const names = board.trend.map((one) => one.day.slice(5));
    place.replaceChildren(chart({
      title: '每日到达、办出和在办(件)',
      option: lines({
        label: '每日到达、办出和在办', unit: '件', whole: true, names,
        series: [{ name: '在办', values: of('waiting') }, { name: '到达', values: of('in') }, { name: '离开', values: of('out') }],
      }),
      height: 290,
      heads: ['日期', '到达', '离开', '在办'],
      rows: board.trend.map((one) => [one.day, ...['in', 'out', 'waiting'].map((key) => number(String(one.stages[id][key])))]),
    }));
  };
  const first = board.slowest || board.stages[0].stage;
  const choice = make('select', { class: 'form-control input-sm', 'aria-label': '趋势的环节', onchange: (e) => draw(e.target.value) },
    board.stages.map((one) => make('option', { value: one.stage, selected: one.stage === first }, one.name)));
  draw(first);
  return make('div', {}, make('div', { class: 'lp-trend-choice' }, choice), place);
};

const overdue = (board, state, choices) => section('逾期最久的任务',
  board.overdue.length ? table(['案卷', '地区', '任务', '办理人', '应办结', '已逾期', '已等待', ''], board.overdue.map((row) => [
    make('td', {}, ...caseLink(row.caseNo, row.alliance)), row.areaName || '全省',
    make('td', {}, row.task, make('div', { class: 'lp-about' }, row.stageName)), row.holder,
    make('td', { class: 'lp-when' }, row.due ? dateTime(row.due) : ''), number(days(row.overdueDays)), number(days(row.waitingDays)),
    make('td', {}, urging(row, choices.mayUrge)),
  ])) : make('p', { class: 'lp-note' }, '没有逾期的任务。'),
  board.overdue.length ? make('p', {}, exportLink(state, 'overdue')) : '');

export const boardView = async (state, choices) => {
  const board = await figures('board', filterOf(state));
  const unit = board.unit === 'case' ? '单位:件' : '单位:任务(按部门统计)';
  return [
    verdicts(board, state),
    section('六个环节', stageTable(board), make('p', { class: 'lp-note' }, `${unit};点数字看清单。截至 ${dateTime(board.at)}。 `, exportLink(state, 'board'))),
    make('div', { class: 'lp-charts' }, durations(board), trend(board)),
    overdue(board, state, choices),
    make('p', { class: 'lp-note lp-definition' }, board.definition),
  ];
};
