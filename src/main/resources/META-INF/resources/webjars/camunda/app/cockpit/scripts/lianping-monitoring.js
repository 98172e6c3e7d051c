/* What the pages of the stage board share: their addresses, their requests, and how figures are written. */
import { ask, base, make } from '../../tasklist/scripts/lianping-kit.js';
import { dialog, send } from '../../tasklist/scripts/lianping-dialog.js';

export const PATH = '/stage-board';

/* Stands for a part of the filter that does not narrow. */
export const ALL = '*';
const FILTER = ['round', 'area', 'field', 'department'];

const query = (parameters) => {
  const known = Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return new URLSearchParams(known).toString();
};

export const figuresUrl = (what, parameters = {}) => `${base()}/monitoring/${what}?${query(parameters)}`;

export const figures = (what, parameters) => ask(figuresUrl(what, parameters));

/* What can be chosen; the same for the whole visit, but asked again where it failed. */
let asked = null;
export const options = () => {
  if (!asked) {
    asked = figures('options');
    asked.catch(() => { asked = null; });
  }
  return asked;
};

/* The round that people mean when they have chosen none: the newest one that is not closed. */
export const usualRound = ({ rounds }) => {
  const newestFirst = [...rounds].sort((a, b) => b.no.localeCompare(a.no));
  return (newestFirst.find((round) => round.status !== 'CLOSED') || newestFirst[0] || { no: ALL }).no;
};

/* What the address says. */
export const wanted = () => Object.fromEntries(new URLSearchParams(window.location.hash.split('?')[1] || ''));

export const filterOf = (state) => Object.fromEntries(FILTER.map((name) => [name, state[name]]));

/* The address of a view with the filter of the present one, as far as it is not changed. */
export const href = (view, changes = {}) => `#${PATH}?${query({ ...filterOf(wanted()), view, ...changes })}`;

export const link = (text, view, changes, attributes = {}) => make('a', { href: href(view, changes), ...attributes }, text);

/* Working days as people say them; nothing where nothing was measured. */
export const days = (value) => (value === null || value === undefined ? '—' : `${Number(value).toFixed(1)} 日`);

export const percent = (share) => `${Math.round(Number(share) * 100)}%`;

export const number = (...content) => make('td', { class: 'lp-number' }, ...content);

/* A number of a stage, which opens the list of its cases; nothing can be opened behind a zero. */
export const counted = (count, measure, stage, changes = {}) => number(
  count ? link(String(count), 'cases', { measure, stage, ...changes }) : '0',
);

export const exportLink = (state, view, parameters = {}) => make('a', {
  class: 'btn btn-default btn-sm', href: figuresUrl('export.xlsx', { ...filterOf(state), view, ...parameters }), download: true,
}, '导出 xlsx');

export const problem = (e) => make('p', { class: 'lp-problem', role: 'alert' }, e.message);

/* The case, whose path and times open. */
export const caseLink = (caseNo, alliance) => [
  link(caseNo, 'history', { case: caseNo }, { title: '办理过程' }), alliance ? make('div', { class: 'lp-about' }, alliance) : '',
];

/* 催办 of an open task; the office decides in what words. Whoever may not urge does not see it. */
export const urging = (row, mayUrge) => {
  if (!mayUrge || !row.taskId) return '';
  const button = make('button', {
    type: 'button', class: 'btn btn-default btn-xs',
    onclick: () => dialog({
      title: '催办', opinion: '催办意见', button: '发出催办',
      hint: `${row.caseNo} ${row.alliance}:${row.task}(${row.holder})`,
      act: (opinion) => send(`${base()}/tasks/${encodeURIComponent(row.taskId)}/urge`, { opinion }),
      done: () => { button.disabled = true; button.textContent = '已催办'; },
    }),
  }, '催办');
  return button;
};
