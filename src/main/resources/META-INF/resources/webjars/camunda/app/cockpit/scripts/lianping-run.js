/* The times of one run: on its diagram against the median of the others, and as a table below it. */
import { make, table } from '../../tasklist/scripts/lianping-kit.js';
import { days, figures, number, problem } from './lianping-monitoring.js';
import { Tooltip, badge } from './lianping-diagram-marks.js';

const asked = new Map();
const run = (instance) => {
  if (!asked.has(instance)) {
    asked.clear();
    asked.set(instance, figures(`instances/${encodeURIComponent(instance)}/nodes`));
    asked.get(instance).catch(() => asked.delete(instance));
  }
  return asked.get(instance);
};

const against = (node) => {
  if (node.median === null) return '没有可比的';
  return node.factor === null ? '其他案卷随到随办' : `中位数的 ${Number(node.factor).toFixed(1)} 倍`;
};

/* Half as long again is slow, three times as long is very slow. */
const pace = (node) => {
  if (node.factor === null) return 'lp-heat-0';
  return Number(node.factor) >= 3 ? 'lp-heat-5' : Number(node.factor) >= 1.5 ? 'lp-heat-3' : 'lp-heat-1';
};

const diagram = {
  id: 'lianping-run-diagram',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 0,
  render: (viewer, { processInstanceId }) => run(processInstanceId).then(({ nodes }) => {
    const tooltip = new Tooltip(viewer);
    nodes.filter((node) => viewer.get('elementRegistry').get(node.id)).forEach((node) => {
      tooltip.tell(node.id, node.name, [
        ['用去', `${days(node.days)}${node.open ? '(在办)' : ''}`], ['次数', `${node.visits}`], ['其他案卷中位', days(node.median)],
        ['其他案卷 90% 分位', days(node.p90)], ['比较', against(node)],
      ]);
      badge(viewer, tooltip, node.id, days(node.days), pace(node), null);
    });
  }, () => null),
};

const tab = {
  id: 'lianping-run-tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 100,
  properties: { label: '用时' },
  render: async (host, { processInstanceId }) => {
    const node = make('div', { class: 'lp-tab' }, make('p', { class: 'lp-note' }, '正在载入…'));
    host.replaceChildren(node);
    try {
      const { nodes } = await run(processInstanceId);
      node.replaceChildren(table(['节点', '次数', '用去', '其他案卷中位', '其他案卷 90% 分位', '比较'], nodes.map((one) => [
        one.name, number(String(one.visits)), number(`${days(one.days)}${one.open ? '(在办)' : ''}`), number(days(one.median)), number(days(one.p90)), against(one),
      ])), make('p', { class: 'lp-note' }, '用时按官方工作日历计;其他案卷指全部批次中除本次以外已办结的。'));
    } catch (e) {
      node.replaceChildren(problem(e));
    }
  },
};

export default [diagram, tab];
