/* The bell: how much is unread, the newest, and whether a daily mail is wanted. */
import { ask, base, csrf, dateTime, make } from './lianping-kit.js';
import { openCase, openTask } from './lianping-window.js';

const EVERY = 60 * 1000;
const send = (what, body, method = 'POST') => ask(`${base()}/me/${what}`, {
  method, headers: { 'Content-Type': 'application/json', ...csrf() }, body: JSON.stringify(body),
});

class Bell {
  constructor(host) {
    this.badge = make('span', { class: 'lp-badge', hidden: true });
    this.panel = make('div', { class: 'lp-bell-panel', hidden: true, role: 'dialog', 'aria-label': '提醒' });
    this.button = make('a', {
      href: '', role: 'button', class: 'lp-entry lp-bell-button', 'aria-label': '提醒', 'aria-expanded': 'false',
      onclick: (e) => { e.preventDefault(); e.stopPropagation(); this.toggle(); },
    }, make('span', { class: 'glyphicon glyphicon-bell', 'aria-hidden': 'true' }), ' 提醒', this.badge);
    this.host = make('div', { class: 'lp-bell' }, this.button, this.panel);
    host.replaceChildren(this.host);
    this.close = (e) => {
      if (!this.panel.hidden && (e.key === 'Escape' || (e.type === 'click' && !this.host.contains(e.target)))) this.hide();
    };
    document.addEventListener('click', this.close);
    document.addEventListener('keydown', this.close);
    this.timer = setInterval(() => { if (!document.hidden) this.count(); }, EVERY);
    this.count();
  }

  async count() {
    try {
      this.show((await ask(`${base()}/me/reminders/unread`)).unread);
    } catch (e) { /* the next minute asks again */ }
  }

  show(unread) {
    this.badge.hidden = !unread;
    this.badge.textContent = unread > 99 ? '99+' : String(unread);
    this.button.setAttribute('aria-label', unread ? `提醒,${unread} 条未读` : '提醒');
  }

  toggle() {
    if (this.panel.hidden) this.open(); else this.hide();
  }

  hide() {
    this.panel.hidden = true;
    this.button.setAttribute('aria-expanded', 'false');
  }

  async open() {
    this.panel.hidden = false;
    this.button.setAttribute('aria-expanded', 'true');
    this.panel.replaceChildren(make('p', { class: 'lp-note' }, '正在载入…'));
    try {
      const [answer, mail] = await Promise.all([ask(`${base()}/me/reminders`), ask(`${base()}/me/mail`)]);
      this.rows = answer.rows;
      this.page = 0;
      this.show(answer.unread);
      this.draw(answer, mail);
    } catch (e) {
      this.panel.replaceChildren(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
    }
  }

  draw(answer, mail) {
    const list = make('div', { class: 'lp-bell-rows' }, this.rows.map((row) => this.row(row)));
    const more = make('button', { type: 'button', class: 'btn btn-link', hidden: this.rows.length >= answer.total, onclick: async () => {
      this.page += 1;
      const next = (await ask(`${base()}/me/reminders?page=${this.page}`)).rows;
      this.rows.push(...next);
      list.append(...next.map((row) => this.row(row)));
      more.hidden = !next.length || this.rows.length >= answer.total;
    } }, '更早的提醒');
    this.panel.replaceChildren(
      make('header', {}, make('b', {}, '提醒'), make('button', {
        type: 'button', class: 'btn btn-link', disabled: !answer.unread, onclick: () => this.readAll(),
      }, '全部标为已读')),
      this.rows.length ? list : make('p', { class: 'lp-note' }, '没有提醒。'), more, this.mail(mail));
  }

  row(row) {
    const item = make('div', { class: row.read ? 'lp-bell-row' : 'lp-bell-row lp-unread' },
      make('button', { type: 'button', onclick: () => this.follow(row, item) },
        make('span', { class: `lp-chip ${row.urgent ? 'lp-chip-urgent' : ''}` }, row.label), ' ', make('span', { class: 'lp-what' }, row.title),
        make('span', { class: 'lp-about' }, [row.caseNo, row.alliance].filter(Boolean).join(' ')),
        row.text ? make('span', { class: 'lp-about lp-more-text' }, row.text) : null,
        make('time', { class: 'lp-about', datetime: row.at }, dateTime(row.at))));
    return item;
  }

  async follow(row, item) {
    if (!row.read) {
      row.read = true;
      item.classList.remove('lp-unread');
      send(`reminders/${encodeURIComponent(row.id)}/read`, {}).then(({ unread }) => this.show(unread), () => null);
    }
    this.hide();
    if (row.taskId) openTask(row.taskId);
    else if (row.alliance) openCase(row.caseNo, this.button);
  }

  async readAll() {
    try {
      // what came in since this panel was opened stays unread
      this.show((await send('reminders/read', { upTo: this.rows[0] && this.rows[0].at })).unread);
      this.open();
    } catch (e) {
      this.panel.prepend(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
    }
  }

  mail(mail) {
    if (!mail.enabled) return '';
    if (!mail.address) return make('footer', { class: 'lp-note' }, '您的资料里没有邮箱,提醒只在这里显示。');
    const box = make('input', { type: 'checkbox', checked: mail.digest, onchange: async () => {
      box.disabled = true;
      box.checked = (await send('mail', { digest: box.checked }, 'PUT').catch(() => mail)).digest;
      box.disabled = false;
    } });
    return make('footer', {}, make('label', {}, box, ` 工作日 ${mail.digestAt} 把未读提醒发到 ${mail.address}`),
      make('span', { class: 'lp-note' }, '紧急提醒总是即时发送。'));
  }

  stop() {
    clearInterval(this.timer);
    document.removeEventListener('click', this.close);
    document.removeEventListener('keydown', this.close);
  }
}

let bell = null;
export default {
  id: 'lianping-bell',
  pluginPoint: 'tasklist.navbar.action',
  priority: 95,
  render: (host) => { bell?.stop(); bell = new Bell(host); },
  unmount: () => { bell?.stop(); bell = null; },
};
