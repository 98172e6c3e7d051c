/* The office actions at a task: 退回, 转办, 委派, 交回, 加签, 减签, 抄送. Which are offered, the server says. */
import { ask, make, taskUrl } from './lianping-kit.js';
import { dialog, peopleField, send } from './lianping-dialog.js';

const currentTask = () => new URLSearchParams((window.location.hash.split('?')[1] || '')).get('task');

/* The task is somebody else's now: back to the list, which is read anew. */
const leave = () => {
  const parts = new URLSearchParams(window.location.hash.split('?')[1] || '');
  ['task', 'detailsTab', 'forceDisplayTask'].forEach((name) => parts.delete(name));
  window.location.hash = `#/?${parts}`;
  window.location.reload();
};

const choose = (name, label, options, text) => {
  const node = make('fieldset', { class: 'lp-choices' }, make('legend', {}, label),
    options.map((one, i) => make('label', {}, make('input', { type: 'radio', name, value: one.key ?? one.id, required: true, checked: options.length === 1 && i === 0 }), ` ${text(one)}`)));
  return { node, value: () => (node.querySelector('input:checked') || {}).value || '' };
};

const sendBack = (taskId, found) => {
  const steps = choose('lp-step', '退回到', found.returnTo, (one) => one.name);
  dialog({
    title: '退回', hint: '案卷回到所选步骤,由原办理人重新办理;该步骤之后已办的事项作废并留存记录。', content: [steps.node], opinion: '退回意见',
    act: (opinion) => send(taskUrl(taskId, 'return'), { to: steps.value(), opinion }), done: leave,
  });
};

const toColleague = async (taskId, path, title, hint) => {
  const colleagues = await ask(taskUrl(taskId, 'colleagues'));
  const people = choose('lp-colleague', `${title}给`, colleagues, (one) => `${one.name}(${one.office})`);
  dialog({
    title, hint: colleagues.length ? hint : '没有其他人同样负责这项任务,请系统管理员先为本部门增加人员。', content: [people.node], opinion: `${title}意见`,
    act: (opinion) => send(taskUrl(taskId, path), { to: people.value(), opinion }), done: leave,
  });
};

const signer = (taskId, found) => {
  const people = peopleField(false, '请谁提意见');
  const asked = found.signers.length ? make('ul', { class: 'lp-signers' }, found.signers.map((one) => make('li', {},
    make('b', {}, one.name), ` ${one.state}`, one.opinion ? `:${one.opinion}` : '',
    one.waits ? make('button', { type: 'button', class: 'btn btn-link', onclick: () => { box.close(); unsign(taskId, one); } }, '减签') : null))) : null;
  const box = dialog({
    title: '加签', hint: '对方会收到一项“加签意见”任务。答复之前本任务不能通过,但随时可以退回或作不同意处理。', content: [asked, people.node].filter(Boolean), opinion: '请对方就什么提意见',
    act: (opinion) => send(taskUrl(taskId, 'signers'), { to: people.chosen()[0] || '', opinion }), done: () => refresh(true),
  });
};

const unsign = (taskId, one) => dialog({
  title: `减签:${one.name}`, opinion: '减签原因',
  act: (opinion) => send(taskUrl(taskId, `signers/${encodeURIComponent(one.id)}/remove`), { opinion }), done: () => refresh(true),
});

const copy = (taskId) => {
  const people = peopleField(true, '抄送给');
  dialog({
    title: '抄送', hint: '对方会收到提醒,可以查阅本案卷,不能办理。', content: [people.node], opinion: '附言',
    act: (opinion) => send(taskUrl(taskId, 'copies'), { people: people.chosen(), opinion }), done: () => refresh(true),
  });
};

const handBack = (taskId, found) => dialog({
  title: '交回', hint: `任务交回${found.delegatedBy};您在表单中暂存的内容作为拟办意见一并交回。`, opinion: '交回意见',
  act: (opinion) => send(taskUrl(taskId, 'hand-back'), { opinion }), done: leave,
});

const OPEN = {
  return: sendBack,
  transfer: (taskId) => toColleague(taskId, 'transfer', '转办', '任务转给同样负责的同事办理,您不再办理。'),
  delegate: (taskId) => toColleague(taskId, 'delegate', '委派', '请同事先办,办好后交回给您,由您决定。'),
  sign: signer,
  copy,
};

let host = null;
let drawn = null;
const refresh = async (force) => {
  const taskId = currentTask();
  if (!host || !taskId) return;
  // what is offered changes with the claim, which Tasklist shows in its own button
  const state = `${taskId} ${!!document.querySelector('.claim, [ng-click="claim()"]')}`;
  if (state === drawn && !force) return;
  drawn = state;
  const found = await ask(taskUrl(taskId, 'actions')).catch(() => null);
  if (!found || currentTask() !== taskId) { host.replaceChildren(); return; }
  host.replaceChildren(
    ...(found.delegatedBy ? [make('button', { type: 'button', class: 'btn btn-link', onclick: () => handBack(taskId, found) }, '交回')] : []),
    ...found.actions.filter((one) => OPEN[one.action]).map((one) => make('button', {
      type: 'button', class: 'btn btn-link', onclick: () => OPEN[one.action](taskId, found),
    }, one.label, one.action === 'sign' && found.signers.some((s) => s.waits) ? make('span', { class: 'lp-count' }, String(found.signers.filter((s) => s.waits).length)) : null)),
  );
};

new MutationObserver(() => refresh(false)).observe(document.documentElement, { childList: true, subtree: true });
window.addEventListener('hashchange', () => refresh(false));

export default {
  id: 'lianping-actions',
  pluginPoint: 'tasklist.task.action',
  priority: 1200,
  render: (node) => {
    host = make('span', { class: 'lp-actions', role: 'toolbar', 'aria-label': '办理动作' });
    node.replaceChildren(host);
    drawn = null;
    refresh(true);
  },
  unmount: () => { host = null; },
};
