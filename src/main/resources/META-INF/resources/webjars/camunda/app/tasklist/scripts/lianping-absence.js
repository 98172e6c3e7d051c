/* 代理: who acts for me while I am away, and what I may take over for others. */
import { ask, base, make, table, taskUrl } from './lianping-kit.js';
import { dialog, peopleField, send } from './lianping-dialog.js';

const openTask = (taskId) => { window.location.hash = `#/?task=${encodeURIComponent(taskId)}`; window.location.reload(); };

const mine = (rows, again) => (rows.length ? table(['代理人', '期间', '事由', ''], rows.map((one) => [
  one.name, `${one.from} 至 ${one.to}`, one.reason,
  make('td', {}, one.revoked ? '已取消' : make('button', {
    type: 'button', class: 'btn btn-default btn-xs',
    onclick: async (event) => {
      event.target.disabled = true;
      await send(`${base()}/me/stand-ins/${encodeURIComponent(one.id)}/revoke`, {}).catch(() => {});
      again();
    },
  }, '取消')),
])) : make('p', { class: 'lp-note' }, '您没有指定代理人。'));

const others = (rows) => (rows.length ? table(['案卷号', '事项', ''], rows.map((one) => [
  one.caseNo, one.name,
  make('td', {}, make('button', {
    type: 'button', class: 'btn btn-default btn-xs',
    onclick: async (event) => {
      event.target.disabled = true;
      try { await send(taskUrl(one.taskId, 'take-over'), {}); openTask(one.taskId); } catch (e) { event.target.replaceWith(make('span', { class: 'lp-no' }, e.message)); }
    },
  }, '接办')),
])) : null);

const show = async () => {
  const found = await ask(`${base()}/me/stand-ins`);
  const people = peopleField(false, '代理人');
  const from = make('input', { type: 'date', id: 'lp-from', required: true });
  const to = make('input', { type: 'date', id: 'lp-to', required: true });
  let box = null;
  const again = () => { box.close(); show(); };
  box = dialog({
    title: '代理',
    hint: '外出期间由代理人以其本人名义接办您的任务,记录中注明代谁办理。专家评审须由本人办理。',
    content: [
      ...(found.forOthers.length ? [
        make('h4', {}, `您正在代理:${found.forOthers.map((one) => `${one.name}(至 ${one.to})`).join('、')}`),
        others(found.tasks) || make('p', { class: 'lp-note' }, '目前没有可接办的任务。'),
      ] : []),
      make('h4', {}, '我的代理'), mine(found.mine, again),
      make('h4', {}, '新的代理'), people.node,
      make('label', { for: 'lp-from' }, '开始日'), from, make('label', { for: 'lp-to' }, '结束日'), to,
    ],
    opinion: '事由', button: '指定代理人',
    act: (reason) => send(`${base()}/me/stand-ins`, { deputy: people.chosen()[0] || '', from: from.value, to: to.value, reason }),
    done: show,
  });
};

export default {
  id: 'lianping-absence',
  pluginPoint: 'tasklist.navbar.action',
  priority: 150,
  render: (node) => {
    node.replaceChildren(make('button', { type: 'button', class: 'lp-navbar', onclick: () => show() }, '代理'));
  },
};
