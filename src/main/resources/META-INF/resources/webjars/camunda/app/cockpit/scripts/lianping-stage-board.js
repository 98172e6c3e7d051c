/* Page 阶段看板: its entry in the navigation, the filter that all its views share, and which view is shown. */
import { make } from '../../tasklist/scripts/lianping-kit.js';
import bell from '../../tasklist/scripts/lianping-bell.js';
import { manualLink } from '../../tasklist/scripts/lianping-manual.js';
import { ALL, PATH, href, options, problem, usualRound, wanted } from './lianping-monitoring.js';
import { boardView } from './lianping-board.js';
import { comparisonView } from './lianping-comparison.js';
import { timeView } from './lianping-time.js';
import { forecastView } from './lianping-forecast.js';
import { alertsView } from './lianping-alerts.js';
import { casesView } from './lianping-cases.js';
import { historyView } from './lianping-history.js';

/* The views, those with a tab first. `filter` names what narrows the view. */
const VIEWS = {
  board: { label: '看板', draw: boardView, filter: ['round', 'area', 'field', 'department'] },
  comparison: { label: '比较', draw: comparisonView, filter: ['round', 'area', 'field', 'department'] },
  time: { label: '时间去向', draw: timeView, filter: ['round', 'area', 'field'] },
  forecast: { label: '预计完成', draw: forecastView, filter: ['round'] },
  alerts: { label: '预警', draw: alertsView, filter: [], everywhere: true },
  cases: { draw: casesView, filter: ['round', 'area', 'field', 'department'] },
  history: { draw: historyView, filter: [] },
};

const select = (name, label, choices, chosen) => make('label', { class: 'lp-filter' }, label, make('select', {
  class: 'form-control input-sm', 'aria-label': label,
  onchange: (e) => { window.location.hash = href(wanted().view || 'board', { ...rest(), [name]: e.target.value }).slice(1); },
}, choices.map(([value, text]) => make('option', { value, selected: value === chosen }, text))));

/* What a view needs beside the filter; the page of a list begins anew when the filter changes. */
const rest = () => {
  const { by, stage, measure, node } = wanted();
  return { by, stage, measure, node };
};

const filterBar = (choices, state, names) => {
  const all = {
    round: () => ['批次', [[ALL, '全部批次'], ...choices.rounds.map((one) => [one.no, one.title])]],
    area: () => ['地区', [...(choices.confined ? [] : [[ALL, '全省']]), ...choices.areas.map((one) => [one.code, one.name])]],
    field: () => ['领域', [[ALL, '全部领域'], ...choices.fields.map((one) => [one, one])]],
    department: () => ['部门', [[ALL, '全部部门'], ...choices.departments.map((one) => [one.id, one.name])]],
  };
  return make('div', { class: 'lp-filters' }, names.map((name) => {
    const [label, entries] = all[name]();
    return select(name, label, entries, state[name]);
  }));
};

const tabs = (choices, view) => make('nav', { class: 'lp-views', 'aria-label': '阶段看板的视图' },
  Object.entries(VIEWS).filter(([, one]) => one.label && !(one.everywhere && choices.confined)).map(([id, one]) => make('a', {
    href: href(id), 'aria-current': id === view ? 'page' : null,
  }, one.label)));

/* The state that the address says, completed with what is usual. */
const stateOf = (choices) => {
  const state = wanted();
  return {
    ...state,
    view: VIEWS[state.view] ? state.view : 'board',
    round: state.round || usualRound(choices),
    area: state.area || (choices.confined && choices.areas.length ? choices.areas[0].code : ALL),
    field: state.field || ALL,
    department: state.department || ALL,
  };
};

/* What the task list has in its head too: managers are told of alerts here. */
const beside = () => {
  const place = make('div', {});
  bell.render(place);
  return make('div', { class: 'lp-head-side' }, place, manualLink());
};

/* Cockpit draws its pages anew whenever the address changes; what was asked for by then is not shown any more. */
let shown = null;

const draw = async (host) => {
  shown = host;
  const page = make('main', { class: 'lp-board lp-tab', 'aria-busy': 'true' });
  host.replaceChildren(page);
  try {
    const choices = await options();
    const state = stateOf(choices);
    const view = VIEWS[state.view];
    const body = make('div', { class: `lp-view lp-view-${state.view}` }, make('p', { class: 'lp-note' }, '正在载入…'));
    page.replaceChildren(
      make('header', { class: 'lp-head' }, make('h2', {}, '阶段看板'), tabs(choices, state.view), beside()),
      filterBar(choices, state, view.filter), body,
    );
    const drawn = await view.draw(state, choices).catch((e) => [problem(e)]);
    if (shown === host) body.replaceChildren(...drawn);
  } catch (e) {
    page.replaceChildren(problem(e));
  }
  page.removeAttribute('aria-busy');
};

const route = {
  id: 'lianping-stage-board-page', pluginPoint: 'cockpit.route', priority: 0,
  properties: { path: PATH, label: PATH },
  render: draw,
  unmount: () => { shown = null; bell.unmount(); },
};
const entry = {
  id: 'lianping-stage-board-entry', pluginPoint: 'cockpit.navigation', priority: 200,
  properties: { path: PATH },
  render: (host) => host.replaceChildren(make('a', { href: `#${PATH}` }, '阶段看板')),
};

export default [route, entry];
