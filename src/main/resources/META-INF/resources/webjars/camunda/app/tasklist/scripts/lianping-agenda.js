/* Tab 审议清单: the decisions of the party group, one row a case. Scores are shown and cannot be entered. */
const TASK = 'userTask_recordDeliberation';
const COLUMNS = [
  ['place', '名次'], ['caseNo', '案卷号'], ['alliance', '联盟'], ['area', '地区'], ['field', '技术领域'],
  ['divisionMean', '管理部门均分'], ['expertMean', '专家均分'], ['total', '得分'],
];
const NUMBERS = new Set(['place', 'divisionMean', 'expertMean', 'total']);
const DECISIONS = [
  ['', '(未决定)'], ['CONFIRM', '确认'], ['DEFER', '暂缓,转入下一批次'], ['REJECT', '否决'],
  ['RETURN_SELF_EVALUATION', '退回联盟自评'], ['RETURN_PRELIMINARY_REVIEW', '退回初审复核'],
  ['RETURN_COMPREHENSIVE_EVALUATION', '退回综合评价'],
];
const PAGE = 200;

/* Texts only ever become text nodes, so nothing in a name can be read as markup. */
const make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value);
  });
  node.append(...children.map((c) => (c === null || c === undefined ? '' : c)));
  return node;
};

const compare = (key) => (a, b) => {
  const [x, y] = [a[key], b[key]];
  if (x === null || x === undefined) return 1;
  if (y === null || y === undefined) return -1;
  const order = NUMBERS.has(key) ? Number(x) - Number(y) : String(x).localeCompare(String(y), 'zh');
  return order || a.caseNo.localeCompare(b.caseNo);
};

const answer = async (response) => {
  const body = await response.json().catch(() => null);
  if (!response.ok) throw new Error((body && body.message) || `未能完成(${response.status})`);
  return body;
};

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
    this.rows = await fetch(this.url, { headers: { Accept: 'application/json' } }).then(answer);
    this.filter = make('input', {
      type: 'search', class: 'form-control', 'aria-label': '筛选', placeholder: '按案卷号、联盟、地区、领域筛选',
      oninput: () => { this.shown = PAGE; this.draw(); },
    });
    this.message = make('p', { role: 'status', 'aria-live': 'polite' });
    this.body = make('tbody');
    this.more = make('button', { type: 'button', class: 'btn btn-link', onclick: () => { this.shown += PAGE; this.draw(); } });
    this.heads = COLUMNS.map(([key, label]) => make('th', { scope: 'col' },
      make('button', { type: 'button', class: 'btn btn-link', onclick: () => this.sort(key) }, label)));
    this.node.replaceChildren(make('div', { class: 'lianping-agenda', style: 'padding:10px' },
      make('p', {}, '会议确认得分,不能改写得分。确认以外的决定须填写理由。'),
      this.filter,
      make('p', {},
        make('button', { type: 'button', class: 'btn btn-default', onclick: () => this.confirmRest() }, '其余全部确认'), ' ',
        make('button', { type: 'button', class: 'btn btn-primary', onclick: () => this.save() }, '保存')),
      this.message,
      make('div', { style: 'overflow:auto' }, make('table', { class: 'table table-condensed' },
        make('thead', {}, make('tr', {}, ...this.heads,
          make('th', { scope: 'col' }, '决定'), make('th', { scope: 'col' }, '理由'))), this.body)),
      this.more));
    this.draw();
  }

  sort(key) {
    this.down = this.key === key && !this.down;
    this.key = key;
    this.draw();
  }

  visible() {
    const wanted = this.filter.value.trim().toLowerCase();
    const found = this.rows.filter((r) => !wanted
      || [r.caseNo, r.alliance, r.area, r.field].some((t) => String(t).toLowerCase().includes(wanted)));
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
  }

  line(row) {
    const choice = make('select', {
      class: 'form-control', 'aria-label': `${row.caseNo} 的决定`,
      onchange: (e) => this.change(row, 'decision', e.target.value || null),
    }, ...DECISIONS.map(([value, label]) => make('option', { value }, label)));
    choice.value = row.decision || '';
    const reason = make('input', {
      type: 'text', class: 'form-control', maxlength: '1000', 'aria-label': `${row.caseNo} 的理由`,
      oninput: (e) => this.change(row, 'reason', e.target.value || null),
    });
    reason.value = row.reason || '';
    return make('tr', {}, ...COLUMNS.map(([key]) => make('td', {}, row[key] === null ? '' : String(row[key]))),
      make('td', {}, choice), make('td', {}, reason));
  }

  change(row, field, value) {
    row[field] = value;
    this.changed.add(row);
    this.say(`有 ${this.changed.size} 件修改尚未保存`);
  }

  confirmRest() {
    const rest = this.rows.filter((r) => !r.decision);
    rest.forEach((r) => { r.decision = 'CONFIRM'; this.changed.add(r); });
    this.draw();
    this.say(`已将其余 ${rest.length} 件填为“确认”,请保存`);
  }

  async save() {
    const sent = [...this.changed];
    const token = (document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]+)/) || [])[1];
    const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
    if (token) headers['X-XSRF-TOKEN'] = decodeURIComponent(token);
    this.say('正在保存…');
    try {
      await fetch(this.url, {
        method: 'PUT', headers,
        body: JSON.stringify(sent.map(({ caseNo, decision, reason }) => ({ caseNo, decision, reason }))),
      }).then(answer);
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

export default {
  id: 'lianping-agenda',
  pluginPoint: 'tasklist.task.detail',
  priority: 890,
  properties: { label: '审议清单' },
  render: async (node, { api, taskId }) => {
    node.textContent = '';
    try {
      const task = await fetch(`${api.engineApi}/task/${encodeURIComponent(taskId)}`, { headers: { Accept: 'application/json' } })
        .then(answer);
      if (task.taskDefinitionKey !== TASK) {
        node.textContent = '此任务没有审议清单。';
        return;
      }
      const base = api.tasklistApi.replace(/\/tasklist\/?$/, '');
      await new Agenda(node, `${base}/lianping/tasks/${encodeURIComponent(taskId)}/agenda`).load();
    } catch (e) {
      node.textContent = e.message;
    }
  },
};
