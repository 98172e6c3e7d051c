/* 评价办法: the elements as cards, every value with its source and how sure it is; what is not shown is kept as it is. */
import { make, table } from '../kit.js';
import { LABELS, STATUSES, WORDS } from './policy-words.js';

const isValue = (node) => node && typeof node === 'object' && 'source' in node && 'status' in node && 'value' in node;

const label = (key) => LABELS[key] || key;

export const open = async (place, text, { readOnly = false } = {}) => {
  const policy = JSON.parse(text);
  let touched = false;
  let call = () => {};
  const past = [];
  const next = [];
  const root = make('div', { class: 'policy' });
  place.replaceChildren(root);

  /* One change of one place, so that it can be undone. */
  const put = (holder, key, value) => {
    const before = holder[key];
    if (before === value) return;
    past.push([holder, key, before]);
    next.length = 0;
    holder[key] = value;
    touched = true;
    sum();
    call();
  };

  const input = (holder, key, name) => {
    const value = holder[key];
    const attributes = { 'aria-label': label(name), disabled: readOnly };
    if (typeof value === 'boolean') {
      return make('select', { ...attributes, onchange: (event) => put(holder, key, event.target.value === 'true') },
        [['true', '是'], ['false', '否']].map(([id, word]) => make('option', { value: id, selected: String(value) === id }, word)));
    }
    if (WORDS[key === 'value' ? name : key] || (typeof value === 'string' && WORDS[value])) {
      const choices = Object.entries(WORDS[name] || { [value]: WORDS[value] });
      return make('select', { ...attributes, onchange: (event) => put(holder, key, /^\d+$/.test(event.target.value) ? Number(event.target.value) : event.target.value) },
        choices.map(([id, word]) => make('option', { value: id, selected: String(value) === id }, word)));
    }
    if (typeof value === 'number') {
      return make('input', { ...attributes, type: 'number', step: 'any', value, onchange: (event) => { if (event.target.value !== '') put(holder, key, Number(event.target.value)); } });
    }
    if (value === null) {
      return make('input', { ...attributes, type: 'text', value: '', placeholder: '未知', onchange: (event) => put(holder, key, event.target.value === '' ? null : Number.isNaN(Number(event.target.value)) ? event.target.value : Number(event.target.value)) });
    }
    return String(value).length > 40
      ? make('textarea', { ...attributes, rows: 3, onchange: (event) => put(holder, key, event.target.value) }, String(value))
      : make('input', { ...attributes, type: 'text', value, onchange: (event) => put(holder, key, event.target.value) });
  };

  const status = (holder) => make('select', { 'aria-label': '确定程度', disabled: readOnly, onchange: (event) => put(holder, 'status', event.target.value) },
    Object.entries(STATUSES).map(([id, word]) => make('option', { value: id, selected: holder.status === id }, word)));

  const valueCell = (holder, name) => (holder.value && typeof holder.value === 'object'
    ? make('span', { class: 'several' }, Object.keys(holder.value).map((key) => make('label', {}, label(key), input(holder.value, key, label(key)))))
    : input(holder, 'value', name));

  const rows = (node, prefix = '') => Object.entries(node).flatMap(([key, value]) => {
    const name = prefix ? `${prefix} · ${label(key)}` : label(key);
    if (isValue(value)) return [[name, valueCell(value, key), input(value, 'source', '依据'), status(value)]];
    return value && typeof value === 'object' && !Array.isArray(value) ? rows(value, name) : [];
  });

  const sumOfWeights = make('p', { class: 'note', role: 'status' });
  const sum = () => {
    const total = Object.values(policy.weights || {}).reduce((all, one) => all + Math.round(Number(one.value) * 10000), 0) / 100;
    sumOfWeights.textContent = `两项合计 ${total}%${total === 100 ? '' : ',应为 100%'}`;
    sumOfWeights.classList.toggle('problem', total !== 100);
  };

  const element = (one) => make('details', { class: 'card' },
    make('summary', {}, `${one.no}. ${one.name}`),
    make('label', { class: 'field' }, '名称', input(one, 'name', '名称')),
    make('label', { class: 'field' }, '内容', input(one, 'text', '内容')),
    (one.questions || []).map((_, at) => make('label', { class: 'field' }, `问题 ${at + 1}`, input(one.questions, at, '问题'))),
    make('label', { class: 'field' }, '依据', input(one, 'source', '依据')),
    make('label', { class: 'field' }, '确定程度', status(one)));

  const part = (title, ...content) => make('section', { class: 'part' }, make('h2', {}, title), ...content);

  const draw = () => {
    sum();
    const sections = Object.entries(policy).filter(([key, value]) => value && typeof value === 'object' && !Array.isArray(value) && !isValue(value) && key !== 'elements');
    root.replaceChildren(
      part('办法', make('label', { class: 'field' }, '名称', input(policy, 'title', '名称')), table(['项目', '值', '依据', '确定程度'], rows(Object.fromEntries(Object.entries(policy).filter(([, value]) => isValue(value)))))),
      part('十项要素', (policy.elements || []).map(element)),
      ...sections.map(([key, value]) => part(label(key), key === 'weights' ? sumOfWeights : '', table(['项目', '值', '依据', '确定程度'], rows(value)))));
  };
  draw();
  const turn = (from, into) => {
    const last = from.pop();
    if (!last) return;
    const [holder, key, value] = last;
    into.push([holder, key, holder[key]]);
    holder[key] = value;
    draw();
    call();
  };
  return {
    content: async () => (touched ? `${JSON.stringify(policy, null, 2)}\n` : text),
    onChange: (other) => { call = other; },
    undo: () => turn(past, next),
    redo: () => turn(next, past),
    destroy: () => {},
  };
};
