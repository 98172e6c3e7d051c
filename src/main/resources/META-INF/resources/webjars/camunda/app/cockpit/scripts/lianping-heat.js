/* The heat map on the diagram of a process: by waiting now, by median duration, by overdue. */
import { make } from '../../tasklist/scripts/lianping-kit.js';
import { ALL, PATH, days, figures, options, percent, problem, usualRound } from './lianping-monitoring.js';
import { Tooltip, badge, unmark } from './lianping-diagram-marks.js';

const BY = {
  waiting: { label: '在办', value: (node) => node.waiting, text: (node) => `在办 ${node.waiting}`, list: 'waiting' },
  median: { label: '中位用时', value: (node) => Number(node.median || 0), text: (node) => `中位 ${days(node.median)}`, list: 'out' },
  overdue: { label: '逾期', value: (node) => node.overdue, text: (node) => `逾期 ${node.overdue}`, list: 'overdue' },
};
const HEATS = [1, 2, 3, 4, 5].map((heat) => `lp-heat-${heat}`);
const keyOf = (definitionId) => definitionId.split(':')[0];

/* Five steps of heat, against the hottest element. */
const heat = (value, most) => HEATS[Math.max(0, Math.ceil((value / most) * HEATS.length) - 1)];

/* Behind the number of a user task stand its tasks, behind that of a stage its cases. */
const listOf = (definition, node, stages, measure, round) => {
  const stage = stages.find((one) => one.name === node.name && definition === 'alliance-evaluation');
  const what = stage ? { stage: stage.code } : { node: `${definition}/${node.id}` };
  return `#${PATH}?${new URLSearchParams({ view: 'cases', measure, round, ...what })}`;
};

class HeatMap {
  constructor(viewer, definition, choices) {
    Object.assign(this, { viewer, definition, choices, by: 'waiting', round: usualRound(choices), tooltip: new Tooltip(viewer) });
    this.bar = make('div', { class: 'lp-heat-bar', role: 'group', 'aria-label': '热力图' });
    this.place();
    this.drawBar();
    this.load();
  }

  /* Above the diagram, which gets what is left. */
  place() {
    const canvas = this.viewer.get('canvas');
    const container = canvas.getContainer();
    container.before(this.bar);
    container.classList.add('lp-below-heat-bar');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  }

  drawBar() {
    const rounds = [[ALL, '全部批次'], ...this.choices.rounds.map((one) => [one.no, one.title])];
    this.note = make('span', { class: 'lp-note', role: 'status' });
    this.bar.replaceChildren(
      make('b', {}, '热力图'),
      ...Object.entries({ ...BY, none: { label: '不显示' } }).map(([id, { label }]) => make('label', {}, make('input', {
        type: 'radio', name: 'lp-heat', value: id, checked: id === this.by, onchange: () => { this.by = id; this.paint(); },
      }), ` ${label}`)),
      make('select', { 'aria-label': '热力图的批次', onchange: (e) => { this.round = e.target.value; this.load(); } },
        rounds.map(([value, text]) => make('option', { value, selected: value === this.round }, text))),
      make('span', { class: 'lp-heat-key', 'aria-label': '颜色从少到多' }, '少', ...HEATS.map((name) => make('i', { class: name })), '多'), this.note,
    );
  }

  async load() {
    const round = this.round;
    this.note.replaceChildren('正在载入…');
    try {
      const area = this.choices.confined && this.choices.areas.length ? this.choices.areas[0].code : ALL;
      const found = await figures('nodes', { definition: this.definition, round, area });
      if (round !== this.round) return;
      this.nodes = found.nodes.filter((node) => this.viewer.get('elementRegistry').get(node.id));
      this.note.replaceChildren(this.nodes.length ? '' : '本图没有可统计的任务');
      this.paint();
    } catch (e) {
      this.note.replaceChildren(problem(e));
    }
  }

  paint() {
    unmark(this.viewer, HEATS);
    this.tooltip.clear();
    const by = BY[this.by];
    if (!by || !this.nodes) return;
    const most = Math.max(...this.nodes.map(by.value));
    this.nodes.forEach((node) => {
      this.tooltip.tell(node.id, node.name, [
        ['进入', `${node.count} 次`], ['在办', `${node.waiting}`], ['其中逾期', `${node.overdue}`], ['中位用时', days(node.median)],
        ['90% 分位', days(node.p90)], ['最久在办', days(node.oldest)], ['返工占比', percent(node.returns)],
      ]);
      const value = by.value(node);
      if (value > 0) this.viewer.get('canvas').addMarker(node.id, heat(value, most));
      badge(this.viewer, this.tooltip, node.id, by.text(node), value > 0 ? heat(value, most) : 'lp-heat-0',
        value > 0 ? listOf(this.definition, node, this.choices.stages, by.list, this.round) : null);
    });
  }
}

export default {
  id: 'lianping-heat',
  pluginPoint: 'cockpit.processDefinition.diagram.plugin',
  priority: 0,
  // whoever may open Cockpit and not see the figures sees the bare diagram
  render: (viewer, { processDefinitionId }) => options().then((choices) => new HeatMap(viewer, keyOf(processDefinitionId), choices), () => null),
};
