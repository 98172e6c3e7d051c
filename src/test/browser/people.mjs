// People over HTTP, as the pages themselves speak to the server: one session each, kept for the whole run.
import { readFileSync } from 'node:fs';
import { address } from './browser.mjs';

const ENGINE = '/camunda/api/engine/engine/default';
const LIANPING = '/camunda/api/lianping';
const known = new Map();

/** The person with this user id; logs in when first needed. */
export function person(id) {
  if (!known.has(id)) known.set(id, new Person(id));
  return known.get(id);
}

/** A small, valid PDF with one empty page. */
export function smallPdf() {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const lines = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** The rows of a file of the example round, by column; the files used here have no quoted commas. */
export function rows(name) {
  const text = readFileSync(new URL(`../../../db/demo/round-2026/${name}.csv`, import.meta.url), 'utf8');
  const [head, ...lines] = text.trim().split(/\r?\n/).map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(head.map((column, i) => [column, line[i]])));
}

class Person {
  constructor(id) {
    this.id = id;
    this.cookies = new Map();
  }

  async get(path) {
    return this.send('GET', path);
  }

  async post(path, body) {
    return this.send('POST', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  async put(path, body) {
    return this.send('PUT', path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  async start(process, fields) {
    return this.post(`${ENGINE}/process-definition/key/${process}/submit-form`, { variables: variables(fields) });
  }

  /** Waits for the task, claims it, lets `fill` upload and answer, and completes it. */
  async complete(taskKey, businessKey, fill, meant = () => true) {
    const task = await this.task(taskKey, businessKey, meant);
    await this.post(`${ENGINE}/task/${task.id}/claim`, { userId: this.id });
    const fields = typeof fill === 'function' ? await fill(task) : fill;
    await this.post(`${ENGINE}/task/${task.id}/submit-form`, { variables: variables(fields) });
  }

  /** The open task with the values that its form shows. */
  async task(taskKey, businessKey, meant = () => true) {
    return eventually(`${taskKey} of ${businessKey} for ${this.id}`, async () => {
      const query = { taskDefinitionKey: taskKey, ...(businessKey ? { processInstanceBusinessKey: businessKey } : {}) };
      for (const { id, assignee } of await this.post(`${ENGINE}/task`, query)) {
        if (assignee && assignee !== this.id) continue;
        const shown = await this.get(`${ENGINE}/task/${id}/form-variables?deserializeValues=false`);
        const task = { id, value: (name) => shown[name]?.value };
        if (meant(task)) return task;
      }
      return null;
    });
  }

  async upload(taskId, kind, more = {}) {
    const form = new FormData();
    form.append('kind', kind);
    Object.entries(more).forEach(([name, value]) => form.append(name, value));
    form.append('file', new File([smallPdf()], '证明材料.pdf', { type: 'application/pdf' }));
    return this.send('POST', `${LIANPING}/tasks/${taskId}/evidence`, form);
  }

  async send(method, path, body, headers = {}) {
    if (this.cookies.size === 0) await this.logIn();
    const forged = method === 'GET' ? {} : { 'X-XSRF-TOKEN': this.cookies.get('XSRF-TOKEN') };
    const response = await this.exchange(method, path, body, { Accept: 'application/json', ...forged, ...headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${this.id} ${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return text ? JSON.parse(text) : null;
  }

  async logIn() {
    const page = await (await this.exchange('GET', '/login')).text();
    const csrf = page.match(/name="_csrf"[^>]*value="([^"]*)"/)[1];
    await this.exchange('POST', '/login', new URLSearchParams({ username: this.id, password: 'demo', _csrf: csrf }));
    await this.exchange('GET', '/camunda/app/tasklist/default/');
    if (!this.cookies.has('XSRF-TOKEN')) throw new Error(`${this.id} could not log in`);
  }

  async exchange(method, path, body, headers = {}) {
    const Cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address + path, { method, body, headers: { ...headers, Cookie }, redirect: 'manual' });
    response.headers.getSetCookie().forEach((line) => {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    });
    return response;
  }
}

const variables = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [
  name, Array.isArray(value) ? { type: 'Json', value: JSON.stringify(value) } : { value },
]));

/** Asks again until there is an answer. */
export async function eventually(what, ask, seconds = 90) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end;) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((go) => { setTimeout(go, 100); });
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`);
}
