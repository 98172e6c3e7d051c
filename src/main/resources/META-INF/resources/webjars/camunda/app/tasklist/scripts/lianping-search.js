/* Search over the list: by case number or name of the alliance, over everything this person may work, whatever list is open. */
import { ask, base, make } from './lianping-kit.js';
import { cardLines } from './lianping-cards.js';
import { openTask } from './lianping-window.js';

const PAUSE = 300;

class Search {
  constructor(host) {
    this.field = make('input', {
      type: 'search', class: 'form-control', 'aria-label': '搜索任务', placeholder: '搜索案卷号或联盟名称', maxlength: '100', autocomplete: 'off',
      oninput: () => this.later(), onkeydown: (e) => this.key(e),
    });
    this.found = make('div', { class: 'lp-found', hidden: true, role: 'region', 'aria-label': '搜索结果', 'aria-live': 'polite' });
    host.replaceChildren(make('div', { class: 'lp-search' }, this.field, this.found));
    this.asked = 0;
  }

  key(e) {
    // Tasklist moves through its list with the arrows
    e.stopPropagation();
    if (e.key === 'Escape') { this.field.value = ''; this.close(); }
    if (e.key === 'Enter') { clearTimeout(this.timer); this.ask(0); }
    if (e.key === 'ArrowDown') this.found.querySelector('button')?.focus();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(0), PAUSE);
  }

  close() {
    this.asked += 1;
    this.found.hidden = true;
  }

  async ask(page) {
    const text = this.field.value.trim();
    if (!text) { this.close(); return; }
    this.asked += 1;
    const mine = this.asked;
    try {
      const answer = await ask(`${base()}/tasks/search?text=${encodeURIComponent(text)}&page=${page}`);
      if (mine === this.asked) this.draw(answer, page);
    } catch (e) {
      if (mine === this.asked) this.say(make('p', { class: 'lp-problem', role: 'alert' }, e.message));
    }
  }

  say(...content) {
    this.found.replaceChildren(...content);
    this.found.hidden = false;
  }

  draw({ total, size, rows }, page) {
    const pages = Math.ceil(total / size);
    const turn = (to, label) => make('button', { type: 'button', class: 'btn btn-default btn-xs', disabled: to < 0 || to >= pages, onclick: () => this.ask(to) }, label);
    this.say(
      make('p', { class: 'lp-note' }, total ? `找到 ${total} 个待办任务` : '没有找到。只搜索您可以办理的未办结任务。',
        make('button', { type: 'button', class: 'btn btn-link btn-xs', onclick: () => { this.field.value = ''; this.close(); this.field.focus(); } }, '关闭')),
      ...rows.map((card) => make('button', { type: 'button', class: 'lp-hit', onclick: () => { this.close(); openTask(card.id); } },
        make('span', { class: 'lp-hit-title' }, card.title), ...cardLines(card))),
      pages > 1 ? make('p', { class: 'lp-pages' }, turn(page - 1, '上一页'), ` 第 ${page + 1} / ${pages} 页 `, turn(page + 1, '下一页')) : '',
    );
  }
}

export default { id: 'lianping-search', pluginPoint: 'tasklist.list', priority: 1000, render: (host) => new Search(host) };
