/* What the gate found: errors first; a click leads to the element. */
import { make, note } from './kit.js';

const one = (problem, choose) => make('li', { class: problem.severity.toLowerCase() },
  make('button', { type: 'button', onclick: () => choose(problem) },
    make('strong', {}, problem.name ? `“${problem.name}”` : problem.element ? '未命名的元素' : problem.file), ` ${problem.found || `不合要求:${problem.demand}`}`),
  make('dl', {},
    problem.consequence ? [make('dt', {}, '后果'), make('dd', {}, problem.consequence)] : [],
    problem.remedy ? [make('dt', {}, '办法'), make('dd', {}, problem.remedy)] : []));

export const problemList = (problems, choose) => {
  const of = (severity) => problems.filter((each) => each.severity === severity);
  const part = (severity, title) => (of(severity).length
    ? [make('h3', {}, `${title} ${of(severity).length}`), make('ul', { class: 'problems' }, of(severity).map((each) => one(each, choose)))] : []);
  if (!problems.length) return note('没有发现问题。');
  return make('div', {}, part('ERROR', '错误(改正后才能生效)'), part('WARNING', '提醒(提交时须说明理由)'));
};
