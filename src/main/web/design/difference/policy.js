/* 变更说明 of a policy, by the names that people use. */
import { LABELS, STATUSES, WORDS } from '../editor/policy-words.js';
import { leaves, turned } from './values.js';

const OTHERS = { value: '', source: '依据', status: '确定程度', elements: '要素', title: '名称', version: '版本', areaCode: '地区', id: '编号', name: '名称', text: '内容', questions: '问题' };

const called = (path) => path.map((key) => {
  if (key in OTHERS) return OTHERS[key];
  return /^\d+$/.test(key) ? `第 ${Number(key) + 1} 项` : LABELS[key] || key;
}).filter(Boolean).join(' · ');

const word = (path, value) => STATUSES[value] || WORDS[path[path.length - 2]]?.[value] || value;

export const difference = async (before, after) => leaves(JSON.parse(before), JSON.parse(after))
  .map(([path, x, y]) => ({ kind: x === undefined ? 'added' : y === undefined ? 'removed' : 'changed', text: turned(called(path), word(path, x), word(path, y)) }));
