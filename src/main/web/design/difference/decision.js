/* 变更说明 of a decision table: columns and rules. */
import { turned } from './values.js';

const parsed = (text) => new DOMParser().parseFromString(text, 'application/xml');

const all = (node, tag) => [...node.getElementsByTagNameNS('*', tag)];

const text = (node, tag) => all(node, tag)[0]?.textContent.trim() || '';

const read = (xml) => {
  const root = parsed(xml);
  const columns = [...all(root, 'input'), ...all(root, 'output')].map((one) => ({
    id: one.getAttribute('id'), name: one.getAttribute('label') || one.getAttribute('name') || text(one, 'text'), expression: one.localName === 'input' ? text(one, 'text') : one.getAttribute('name'),
  }));
  const rules = all(root, 'rule').map((one) => ({ id: one.getAttribute('id'), cells: [...all(one, 'inputEntry'), ...all(one, 'outputEntry')].map((cell) => text(cell, 'text')), note: text(one, 'description') }));
  return { columns, rules, name: all(root, 'decision')[0]?.getAttribute('name'), policy: all(root, 'decisionTable')[0]?.getAttribute('hitPolicy') || 'UNIQUE' };
};

export const difference = async (before, after) => {
  const [old, now] = [read(before), read(after)];
  const changes = [];
  const say = (kind, words) => changes.push({ kind, text: words });
  if (old.name !== now.name) say('changed', turned('名称', old.name, now.name));
  if (old.policy !== now.policy) say('changed', turned('命中规则', old.policy, now.policy));
  const find = (list, id) => list.find((one) => one.id === id);
  old.columns.filter((one) => !find(now.columns, one.id)).forEach((one) => say('removed', `删去列“${one.name}”`));
  now.columns.forEach((one) => {
    const was = find(old.columns, one.id);
    if (!was) say('added', `新增列“${one.name}”`);
    else if (was.name !== one.name) say('changed', turned('列名', was.name, one.name));
    else if (was.expression !== one.expression) say('changed', `列“${one.name}”的${turned('取值', was.expression, one.expression)}`);
  });
  const line = (rule) => rule.cells.map((cell, at) => `${now.columns[at]?.name || at + 1}:${cell || '任意'}`).join(';');
  old.rules.forEach((one, at) => { if (!find(now.rules, one.id)) say('removed', `删去规则 ${at + 1}`); });
  now.rules.forEach((one, at) => {
    const was = find(old.rules, one.id);
    if (!was) { say('added', `新增规则 ${at + 1}(${line(one)})`); return; }
    one.cells.forEach((cell, column) => { if (cell !== was.cells[column]) say('changed', `规则 ${at + 1} 的${turned(`“${now.columns[column]?.name || column + 1}”`, was.cells[column], cell)}`); });
    if (old.rules.indexOf(was) !== at && old.rules.length === now.rules.length) say('moved', `规则 ${old.rules.indexOf(was) + 1} 移到第 ${at + 1} 条`);
  });
  return changes;
};
