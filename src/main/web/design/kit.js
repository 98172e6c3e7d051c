/* Nodes, tables and dates are those of the task list; what only this page needs stands here. */
import { dateTime, make, table } from '../../resources/META-INF/resources/webjars/camunda/app/tasklist/scripts/lianping-kit.js';

export { dateTime, make, table };

export const when = (iso) => (iso ? dateTime(iso) : '');

export const note = (...text) => make('p', { class: 'note' }, ...text);

export const problem = (error) => make('p', { class: 'problem', role: 'alert' }, error.message || String(error));

export const button = (text, onclick, attributes = {}) => make('button', { type: 'button', onclick, ...attributes }, text);

export const link = (text, href, attributes = {}) => make('a', { href, ...attributes }, text);

export const section = (title, ...content) => make('section', { class: 'part' }, make('h2', {}, title), ...content);

export const facts = (pairs) => make('dl', { class: 'facts' }, pairs.filter(([, value]) => value).flatMap(([name, value]) => [
  make('dt', {}, name), make('dd', {}, value)]));

export const tag = (text, kind = '') => make('span', { class: `tag ${kind}` }, text);

export const scrolled = (node) => make('div', { class: 'scrolled', tabindex: 0 }, node);

/* The address of a view: #/name?parameters. */
export const to = (view, parameters = {}) => {
  const given = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `#/${view}${given.length ? `?${new URLSearchParams(given)}` : ''}`;
};

export const go = (view, parameters) => { window.location.hash = to(view, parameters).slice(1); };

/* A short word at the lower edge that goes by itself; read out to who cannot see it. */
export const tell = (text) => {
  document.querySelector('.told')?.remove();
  const node = make('p', { class: 'told', role: 'status' }, text);
  document.body.append(node);
  setTimeout(() => node.remove(), 6000);
};

export const KINDS = { diagram: '流程图', form: '表单', table: '判定表', policy: '评价办法' };

export const STATES = {
  DRAFT: '草稿', PROPOSED: '待确认', SCHEDULED: '待生效', IN_FORCE: '已生效', DISCARDED: '已放弃', FAILED: '未能生效',
};

export const provinceOr = (areas, code) => (code ? (areas.find((one) => one.code === code)?.name || code) : '全省');
