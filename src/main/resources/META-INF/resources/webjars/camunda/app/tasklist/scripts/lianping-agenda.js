/* Tab 审议清单: the decisions of the party group, one row a case. Scores are shown and cannot be entered. */
import { ask, csrf, make, tab, taskUrl } from './lianping-kit.js';
import { openCase } from './lianping-window.js';

const COLUMNS = [['place', '名次'], ['alliance', '联盟'], ['divisionMean', '管理均分'], ['expertMean', '专家均分'], ['total', '得分']];
const ORDERS = [['place', '按名次'], ['caseNo', '按案卷号'], ['alliance', '按联盟'], ['area', '按地区'], ['field', '按领域'], ['total', '按得分']];
const NUMBERS = new Set(['place', 'divisionMean', 'expertMean', 'total']);
const DECISIONS = [
  ['', '(未决定)'], ['CONFIRM', '确认'], ['DEFER', '暂缓,转入下一批次'], ['REJECT', '否决'],
  ['RETURN_SELF_EVALUATION', '退回联盟自评'], ['RETURN_PRELIMINARY_REVIEW', '退回初审复核'],
  ['RETURN_COMPREHENSIVE_EVALUATION', '退回综合评价'],
];
const PAGE = 400;

const compare = (key) => (a, b) => {
  const [x, y] = [a[key], b[key]];
  if (x === null || x === undefined) return 1;
  if (y === null || y === undefined) return -1;
  const order = NUMBERS.has(key) ? Number(x) - Number(y) : String(x).localeCompare(String(y), 'zh');
  return order || a.caseNo.localeCompare(b.caseNo);
};

const needsReason = (row) => Boolean(row.decision) && row.decision !== 'CONFIRM' && !row.reason;

class Agenda {
  constructor(node, url) {
    this.node = node;
    this.url = url;
    this.rows = [];
    this.changed = new Set();
    this.key = 'place';
    this.down = false;
    this.shown = PAGE;
  }

  async load() {
    this.rows = await ask(this.url);
    this.filter = make('input', {
      type: 'search', class: 'form-control', 'aria-label': '筛选', placeholder: '按案卷号、联盟、地区、领域筛选', oninput: () => this.refilter(),
    });
    this.state = make('select', { class: 'form-control', 'aria-label': '按决定筛选', onchange: () => this.refilter() },
      make('option', { value: '*' }, '全部'), DECISIONS.map(([value, label]) => make('option', { value }, label)));
    this.order = make('select', { class: 'form-control', 'aria-label': '排序', onchange: () => this.sort(this.order.value) },
      ORDERS.map(([value, label]) => make('option', { value }, label)));
    this.message = make('span', { role: 'status', 'aria-live': 'polite' });
    this.count = make('span', { class: 'lp-note' });
    this.body = make('tbody');
    this.more = make('button', { type: 'button', class: 'btn btn-link', onclick: () => { this.shown += PAGE; this.draw(); } });
    this.heads = COLUMNS.map(([key, label]) => make('th', { scope: 'col', class: NUMBERS.has(key) && 'lp-number' },
      make('button', { type: 'button', onclick: () => this.sort(key) }, label)));
    this.node.replaceChildren(
      make('p', { class: 'lp-note' }, '会议确认得分,不能改写得分。“确认”以外的决定须填写理由。点联盟名称查看案卷。打印:',
        this.paper('briefing', '会议材料'), '、', this.paper('minutes-form', '会议纪要')),
      make('div', { class: 'lp-bar' }, this.filter, this.state, this.order,
        make('button', { type: 'button', class: 'btn btn-default', onclick: () => this.confirmRest() }, '其余全部确认'),
        make('button', { type: 'button', class: 'btn btn-primary', onclick: () => this.save() }, '保存'), this.message),
      this.count,
      make('div', { class: 'lp-scroll' }, make('table', { class: 'lp-table' },
        make('thead', {}, make('tr', {}, this.heads, make('th', { scope: 'col' }, '决定与理由'))), this.body)),
      this.more,
    );
    this.draw();
  }

  paper(what, title) {
    return make('a', { href: this.url.replace(/agenda$/, what), download: true }, title);
  }

  refilter() {
    this.shown = PAGE;
    this.draw();
  }

  sort(key) {
    this.down = this.key === key && !this.down;
    this.key = key;
    if (ORDERS.some(([one]) => one === key)) this.order.value = key;
    this.draw();
  }

  visible() {
    const wanted = this.filter.value.trim().toLowerCase();
    const found = this.rows.filter((r) => (this.state.value === '*' || (r.decision || '') === this.state.value)
      && (!wanted || [r.caseNo, r.alliance, r.area, r.field].some((t) => String(t).toLowerCase().includes(wanted))));
    found.sort(compare(this.key));
    return this.down ? found.reverse() : found;
  }

  draw() {
    const found = this.visible();
    this.heads.forEach((head, i) => head.setAttribute('aria-sort',
      COLUMNS[i][0] !== this.key ? 'none' : this.down ? 'descending' : 'ascending'));
    this.body.replaceChildren(...found.slice(0, this.shown).map((row) => this.line(row)));
    this.more.hidden = found.length <= this.shown;
    this.more.textContent = `再显示 ${Math.min(PAGE, found.length - this.shown)} 件(共 ${found.length} 件)`;
    this.total();
  }

  total() {
    const open = this.rows.filter((r) => !r.decision).length;
    this.count.textContent = `共 ${this.rows.length} 件,未决定 ${open} 件`;
  }

  line(row) {
    const choice = make('select', { class: 'form-control', 'aria-label': `${row.caseNo} 的决定` },
      DECISIONS.map(([value, label]) => make('option', { value }, label)));
    const reason = make('input', { type: 'text', class: 'form-control', maxlength: '1000', 'aria-label': `${row.caseNo} 的理由` });
    choice.value = row.decision || '';
    reason.value = row.reason || '';
    const mark = () => {
      // most cases are confirmed: the list stays short where no reason is asked for
      reason.hidden = !row.reason && (!row.decision || row.decision === 'CONFIRM');
      reason.required = needsReason(row);
      reason.placeholder = needsReason(row) ? '必填' : '';
    };
    choice.addEventListener('change', () => { this.change(row, 'decision', choice.value || null); mark(); });
    reason.addEventListener('input', () => { this.change(row, 'reason', reason.value || null); mark(); });
    mark();
    return make('tr', {}, COLUMNS.map(([key]) => make('td', { class: NUMBERS.has(key) ? 'lp-number' : '' },
      key === 'alliance' ? this.link(row) : row[key] === null ? '' : String(row[key]))), make('td', { class: 'lp-decision' }, choice, reason));
  }

  link(row) {
    const button = make('button', { type: 'button', class: 'btn btn-link', onclick: () => openCase(row.caseNo, button) }, row.alliance);
    return [button, make('span', { class: 'lp-about' }, [row.caseNo, row.area, row.field].join(' · '))];
  }

  change(row, field, value) {
    row[field] = value;
    this.changed.add(row);
    this.total();
    this.say(`有 ${this.changed.size} 件修改尚未保存`);
  }

  confirmRest() {
    const rest = this.rows.filter((r) => !r.decision);
    rest.forEach((r) => { r.decision = 'CONFIRM'; this.changed.add(r); });
    this.draw();
    this.say(`已将其余 ${rest.length} 件填为“确认”,请保存`);
  }

  async save() {
    const missing = this.rows.filter(needsReason);
    if (missing.length) {
      this.say(`未保存:请填写理由:${missing.map((r) => r.caseNo).join('、')}`);
      return;
    }
    const sent = [...this.changed];
    this.say('正在保存…');
    try {
      await ask(this.url, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', ...csrf() },
        body: JSON.stringify(sent.map(({ caseNo, decision, reason }) => ({ caseNo, decision, reason }))),
      });
      sent.forEach((r) => this.changed.delete(r));
      this.say(`已保存 ${sent.length} 件`);
    } catch (e) {
      this.say(`未保存:${e.message}`);
    }
  }

  say(text) {
    this.message.textContent = text;
  }
}

export default tab('agenda', '审议清单', 940, (node, { taskId }) => new Agenda(node, taskUrl(taskId, 'agenda')).load());
