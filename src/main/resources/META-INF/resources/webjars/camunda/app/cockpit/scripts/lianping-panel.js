/* The panel of the stage board on Cockpit's start page. */
import { make } from '../../tasklist/scripts/lianping-kit.js';
import { ALL, PATH, figures, options, problem, usualRound } from './lianping-monitoring.js';
import { stageTable } from './lianping-board.js';
import { verdicts } from './lianping-verdicts.js';

/* A panel is also drawn for whoever may open Cockpit and not see the figures: then it says so, in the server's words. */
const draw = async (node) => {
  const choices = await options();
  const filter = { round: usualRound(choices), area: choices.confined && choices.areas.length ? choices.areas[0].code : ALL };
  const board = await figures('board', filter);
  const state = { ...filter, field: ALL, department: ALL };
  const round = choices.rounds.find((one) => one.no === filter.round);
  node.replaceChildren(
    make('header', { class: 'lp-head' },
      make('b', {}, round ? round.title : '全部批次'), make('a', { href: `#${PATH}`, class: 'btn btn-default btn-sm' }, '打开阶段看板')),
    verdicts(board, state), stageTable(board, filter),
  );
};

export default {
  id: 'lianping-stage-board-panel',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  render: (host) => {
    const node = make('div', { class: 'lp-tab lp-panel', 'aria-busy': 'true' }, make('p', { class: 'lp-note' }, '正在载入…'));
    host.replaceChildren(make('section', { class: 'lp-panel-place' }, node));
    draw(node).catch((e) => node.replaceChildren(problem(e))).finally(() => node.removeAttribute('aria-busy'));
  },
};
