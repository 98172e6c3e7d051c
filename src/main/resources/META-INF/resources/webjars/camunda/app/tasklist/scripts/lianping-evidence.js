/* Tab 证据材料: the files of the case, and for who has to prove something the place to upload them. */
import { ask, csrf, make, tab, taskUrl } from './lianping-kit.js';
import { files } from './lianping-files.js';

const LIMIT = 50 * 1024 * 1024;
const ACCEPT = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx';

/* XMLHttpRequest, because fetch cannot tell how much of a body was sent. */
const send = (url, form, progress) => new Promise((done, failed) => {
  const request = new XMLHttpRequest();
  request.open('POST', url);
  Object.entries({ Accept: 'application/json', ...csrf() }).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.upload.onprogress = (e) => { if (e.lengthComputable) progress(e.loaded / e.total); };
  request.onerror = () => failed(new Error('连接中断,请重试'));
  request.onload = () => {
    let body = null;
    try { body = JSON.parse(request.responseText); } catch (e) { /* said below */ }
    if (request.status < 300) done(body);
    else failed(new Error((body && body.message) || `未能上传(${request.status}),请稍后重试`));
  };
  request.send(form);
});

class Evidence {
  constructor(node, { taskId, desk }) {
    this.node = node;
    this.desk = desk;
    this.url = taskUrl(taskId, 'evidence');
    this.queue = make('ul', { class: 'lp-queue', 'aria-live': 'polite' });
    this.lists = make('div');
  }

  async load() {
    this.node.replaceChildren(...(this.desk.papers.length ? [this.dropZone(), this.queue] : []), this.lists);
    await this.refresh();
  }

  dropZone() {
    const name = this.desk.papers[0].name;
    this.input = make('input', {
      type: 'file', multiple: true, accept: ACCEPT, class: 'lp-hidden', id: 'lp-files', onchange: () => this.take(this.input.files),
    });
    const zone = make('div', {
      class: 'lp-drop',
      ondragover: (e) => { e.preventDefault(); zone.classList.add('lp-over'); },
      ondragleave: () => zone.classList.remove('lp-over'),
      ondrop: (e) => { e.preventDefault(); zone.classList.remove('lp-over'); this.take(e.dataTransfer.files); },
    },
    make('label', { for: 'lp-files', class: 'btn btn-primary' }, `选择${name}`), this.input,
    make('span', {}, `或把文件拖到这里,可一次选多个。PDF、图片、Word(.docx)、Excel(.xlsx),每个不超过 50 MB。`));
    return zone;
  }

  async take(chosen, replaces = null) {
    const all = [...chosen];
    if (this.input) this.input.value = '';
    for (const file of all) await this.upload(file, replaces);
    await this.refresh();
  }

  async upload(file, replaces) {
    const bar = make('progress', { max: '1', value: '0', 'aria-label': `${file.name} 的上传进度` });
    const state = make('span', {}, '正在上传…');
    const item = make('li', {}, make('b', {}, file.name), ' ', bar, ' ', state);
    this.queue.append(item);
    try {
      if (file.size > LIMIT) throw new Error('超过 50 MB,请压缩或拆分后再上传');
      const form = new FormData();
      form.append('kind', this.desk.papers[0].kind);
      if (this.desk.element) form.append('element', String(this.desk.element));
      if (replaces) form.append('replaces', replaces);
      form.append('file', file);
      await send(this.url, form, (part) => { bar.value = part; });
      item.remove();
    } catch (e) {
      bar.remove();
      item.classList.add('lp-problem');
      state.textContent = `未上传:${e.message}`;
    }
  }

  async refresh() {
    const all = await ask(this.url);
    const shown = all.filter((file) => !file.replacedBy);
    const groups = new Map();
    shown.forEach((file) => {
      const title = file.element ? `要素 ${file.element} ${file.kindName}` : file.kindName;
      groups.set(title, [...(groups.get(title) || []), file]);
    });
    const titles = [...groups.keys()].sort((a, b) => a.localeCompare(b, 'zh', { numeric: true }));
    this.lists.replaceChildren(...(shown.length
      ? titles.map((title) => make('section', { class: 'lp-section' }, make('h3', {}, `${title}(${groups.get(title).length})`),
        files(groups.get(title), all, (file) => this.replacement(file))))
      : [make('p', { class: 'lp-note' }, '还没有上传文件。')]));
  }

  /* A newer version takes the older one's place, which stays readable. */
  replacement(file) {
    const [paper] = this.desk.papers;
    const mine = paper && file.kind === paper.kind && (!this.desk.element || file.element === this.desk.element)
      && (!this.desk.member || file.member === this.desk.member);
    if (!mine) return [];
    const input = make('input', { type: 'file', accept: ACCEPT, class: 'lp-hidden', onchange: () => this.take(input.files, file.id) });
    return [' ', make('button', { type: 'button', class: 'btn btn-link', onclick: () => input.click() }, '替换'), input];
  }
}

export default tab('evidence', '证据材料', 920, (node, context) => new Evidence(node, context).load());
