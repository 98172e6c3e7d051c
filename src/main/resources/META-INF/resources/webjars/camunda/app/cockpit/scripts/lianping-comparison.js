/* View 比较: the areas, divisions, fields, expert groups or rounds of one stage side by side, the slowest first. */
import { make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import { bars, chart } from './lianping-charts.js';
import { days, exportLink, figures, filterOf, href, link, number, percent } from './lianping-monitoring.js';

const BY = { area: '地区', division: '处室', field: '领域', panel: '专家组', round: '批次' };
const MOST_BARS = 16;

/* What narrows a list to one part of the comparison. */
const narrowed = (by, id) => ({
  area: { area: id }, division: { department: id }, field: { field: id }, panel: { field: id, department: 'expert' }, round: { round: id },
})[by];

const choice = (label, entries, chosen, change) => make('label', { class: 'lp-filter' }, label, make('select', {
  class: 'form-control input-sm', 'aria-label': label, onchange: (e) => { window.location.hash = href('comparison', change(e.target.value)).slice(1); },
}, entries.map(([value, text]) => make('option', { value, selected: value === chosen }, text))));

const drawing = (found, by) => {
  const shown = found.rows.slice(0, MOST_BARS);
  return chart({
    title: `${found.stageName}:各${BY[by]}的时长(工作日)${shown.length < found.rows.length ? `,最慢的 ${MOST_BARS} 个` : ''}`,
    option: bars({
      label: `${found.stageName}各${BY[by]}的中位数和 90% 分位`, names: shown.map((row) => row.name),
      series: [['中位数', 'median'], ['90% 分位', 'p90']].map(([name, key]) => ({ name, values: shown.map((row) => (row[key] === null ? null : Number(row[key]))) })),
    }),
    height: Math.max(160, 60 + shown.length * 34),
    heads: [BY[by], '中位数', '90% 分位'],
    rows: shown.map((row) => [row.name, number(days(row.median)), number(days(row.p90))]),
  });
};

const rowOf = (row, by, stage, total = false) => {
  const changes = total ? {} : narrowed(by, row.id);
  const list = (measure) => number(row[measure] ? link(String(row[measure]), 'cases', { measure, stage, ...changes }) : '0');
  return [
    make('td', {}, total ? make('b', {}, '全部') : link(row.name, 'board', changes, { title: '只看这一项' })),
    list('in'), list('again'), list('waiting'), list('overdue'), list('out'), list('back'),
    number(days(row.median)), number(days(row.p90)),
    number(row.oldestCase ? link(days(row.oldest), 'history', { case: row.oldestCase }, { title: row.oldestCase }) : days(row.oldest)), number(percent(row.share)),
  ];
};

export const comparisonView = async (state, choices) => {
  const by = BY[state.by] ? state.by : 'area';
  const found = await figures('comparison', { ...filterOf(state), by, stage: state.stage });
  const stages = choices.stages.map((one) => [one.code, one.name]);
  return [
    make('div', { class: 'lp-filters' },
      choice('环节', stages, found.stage, (stage) => ({ stage, by })),
      choice('比较', Object.entries(BY), by, (other) => ({ stage: found.stage, by: other })),
      exportLink(state, 'comparison', { by, stage: found.stage })),
    found.rows.length ? drawing(found, by) : make('p', { class: 'lp-note' }, '这个环节还没有可比较的记录。'),
    section(`${found.stageName}:按${BY[by]}`,
      table([BY[by], '进入', '再次进入', '在办', '其中逾期', '办出', '退回', '中位数', '90% 分位', '最久在办', '返工占比'],
        [...found.rows.map((row) => rowOf(row, by, found.stage)), rowOf(found.all, by, found.stage, true)], { class: 'lp-table lp-stages' }),
      make('p', { class: 'lp-note' }, `单位:${found.unit === 'case' ? '件' : '任务'};点数字看清单,点名称看其看板。`)),
  ];
};
