/* Tab 流转记录: every act in order with what was said, whom the case waits for, and 催办. */
import { ask, caseUrl, dateTime, make, tab, table, taskUrl } from './lianping-kit.js';
import { dialog, send } from './lianping-dialog.js';

/* Asks whoever holds the task to hurry; the server says when it is too soon. */
export const urge = (taskId, name, done) => dialog({
  title: `催办:${name}`, hint: '对方会收到提醒。同一任务 4 个工作小时内只能催办一次。', opinion: '催办内容',
  act: (opinion) => send(taskUrl(taskId, 'urge'), { opinion }), done,
});

const waiting = (rows, redraw) => (rows.length ? make('section', { class: 'lp-section' },
  make('h3', {}, '正在等待'),
  table(['事项', '办理部门', '办理期限', '最近催办', ''], rows.map((one) => [
    one.name, one.holders, one.due ? dateTime(one.due) : '', one.urgedAt ? dateTime(one.urgedAt) : '',
    make('td', {}, make('button', { type: 'button', class: 'btn btn-default btn-xs', onclick: () => urge(one.taskId, one.name, redraw) }, '催办')),
  ]))) : null);

export const flowPage = async (caseNo, node) => {
  const redraw = () => flowPage(caseNo, node);
  // who may not urge anybody sees the record all the same
  const [lines, open] = await Promise.all([ask(caseUrl(caseNo, 'flow')), ask(caseUrl(caseNo, 'waiting')).catch(() => [])]);
  node.replaceChildren(...[
    waiting(open, redraw),
    make('section', { class: 'lp-section' }, make('h3', {}, `流转记录(${lines.length})`),
      table(['时间', '办理人', '事项', '意见'], lines.map((one) => [
        make('td', { class: 'lp-number' }, dateTime(one.at)),
        one.onBehalfOf ? `${one.who}(代${one.onBehalfOf})` : one.who, one.act, one.opinion,
      ]), { class: 'lp-table lp-flow-table' })),
  ].filter(Boolean));
};

export default tab('flow', '流转记录', 905, (node, { desk }) => flowPage(desk.caseNo, node));
