/* The lists 我已办 and 抄送我的: the engine's lists know open tasks alone. Entries in the bar, each opens a window. */
import { ask, base, csrf, dateTime, make } from './lianping-kit.js';
import { dialog, send } from './lianping-dialog.js';
import { openCase, openDialog, openTask } from './lianping-window.js';

/* 撤回: the server says whether somebody has taken up what followed. */
const withdraw = async (row, cell) => {
  const url = `${base()}/done-tasks/${encodeURIComponent(row.taskId)}`;
  try {
    const { possible, obstacle } = await ask(`${url}/withdrawal`);
    if (!possible) { cell.replaceChildren(make('span', { class: 'lp-note' }, obstacle)); return; }
    dialog({
      title: `撤回:${row.task}`, hint: '您的办理作废并留存记录,任务回到您的待办。', opinion: '撤回原因',
      act: (opinion) => send(`${url}/withdraw`, { opinion }),
      done: ({ taskId }) => { cell.closest('dialog').close(); openTask(taskId); },
    });
  } catch (e) {
    cell.replaceChildren(make('span', { class: 'lp-no' }, e.message));
  }
};
const withdrawal = (row) => {
  const cell = make('span', {});
  cell.append(make('button', { type: 'button', class: 'btn btn-link', onclick: () => withdraw(row, cell) }, '撤回'));
  return cell;
};

const PAUSE = 300;

const LISTS = {
  done: {
    label: '我已办',
    empty: '没有办理过的事项。',
    heads: ['案卷号', '联盟', '任务', '结论', '意见', '时间', ''],
    cells: (row) => [row.task, make('b', {}, row.outcome), make('span', { class: 'lp-cut', title: row.opinion }, row.opinion), dateTime(row.at), row.completed ? withdrawal(row) : ''],
  },
  copies: {
    label: '抄送我的',
    empty: '没有抄送给您的事项。',
    heads: ['案卷号', '联盟', '任务', '抄送人', '附言', '时间'],
    cells: (row) => [row.task, row.sender, make('span', { class: 'lp-cut', title: row.note || '' }, row.note || ''), dateTime(row.at)],
    opened: (row) => ask(`${base()}/me/copies/${encodeURIComponent(row.id)}/read`, { method: 'POST', headers: csrf() }).catch(() => null),
  },
};

class List {
  constructor(name, opener) {
    this.name = name;
    this.list = LISTS[name];
    const { body } = openDialog(this.list.label, opener);
    this.field = make('input', {
      type: 'search', class: 'form-control', 'aria-label': `搜索${this.list.label}`, placeholder: '案卷号、联盟或任务', maxlength: '100',
      oninput: () => { clearTimeout(this.timer); this.timer = setTimeout(() => this.load(0), PAUSE); },
    });
    this.count = make('span', { class: 'lp-note', role: 'status' });
    this.rows = make('div', { class: 'lp-list' });
    this.pages = make('p', { class: 'lp-pages' });
    body.replaceChildren(make('div', { class: 'lp-bar' }, this.field, this.count), this.rows, this.pages);
    this.asked = 0;
    this.load(0);
  }

  async load(page) {
    this.asked += 1;
    const mine = this.asked;
    try {
      const answer = await ask(`${base()}/me/${this.name}?search=${encodeURIComponent(this.field.value.trim())}&page=${page}`);
      if (mine === this.asked) this.draw(answer, page);
    } catch (e) {
      if (mine === this.asked) this.rows.replaceChildren(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
    }
  }

  draw({ total, size = 20, rows }, page) {
    const pages = Math.max(1, Math.ceil(total / size));
    const turn = (to, label) => make('button', { type: 'button', class: 'btn btn-default', disabled: to < 0 || to >= pages, onclick: () => this.load(to) }, label);
    this.count.textContent = `共 ${total} 件`;
    this.pages.replaceChildren(...(pages > 1 ? [turn(page - 1, '上一页'), ` 第 ${page + 1} / ${pages} 页 `, turn(page + 1, '下一页')] : []));
    this.rows.replaceChildren(rows.length ? make('table', { class: 'lp-table lp-rows' },
      make('thead', {}, make('tr', {}, this.list.heads.map((head) => make('th', { scope: 'col' }, head)))),
      make('tbody', {}, rows.map((row) => this.row(row)))) : make('p', { class: 'lp-note' }, this.field.value.trim() ? '没有找到。' : this.list.empty));
  }

  row(row) {
    const open = async (e) => {
      if (this.list.opened && !row.read) { this.list.opened(row); row.read = true; tr.classList.remove('lp-unread'); }
      openCase(row.caseNo, e.currentTarget);
    };
    const first = row.alliance ? make('button', { type: 'button', class: 'btn btn-link', onclick: open }, row.caseNo) : row.caseNo;
    const tr = make('tr', { class: row.read === false && 'lp-unread' },
      [first, row.alliance || '', ...this.list.cells(row)].map((cell) => make('td', {}, cell)));
    return tr;
  }
}

const entry = (name, priority) => ({
  id: `lianping-${name}`,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render: (host) => host.replaceChildren(make('a', {
    href: '', role: 'button', class: 'lp-entry', onclick: (e) => { e.preventDefault(); e.stopPropagation(); new List(name, e.currentTarget); },
  }, LISTS[name].label)),
});

export default [entry('done', 90), entry('copies', 80)];
