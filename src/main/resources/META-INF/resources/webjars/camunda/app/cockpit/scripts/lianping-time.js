/* View 时间去向: over which stages the time of a case goes, what is waiting and what is work, what is done twice, what to do. */
import { make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import { bars, chart } from './lianping-charts.js';
import { days, exportLink, figures, filterOf, href, link, number, percent } from './lianping-monitoring.js';

const finding = (one) => make('li', { class: 'lp-finding' },
  make('b', {}, one.title), make('span', { class: 'lp-chip' }, `平均每件可省 ${days(one.savingPerCase)}`),
  make('p', {}, one.text),
  make('p', { class: 'lp-about' }, link('看依据', one.area ? 'comparison' : 'cases', one.area
    ? { stage: one.stage, by: 'area' } : { stage: one.stage, measure: one.kind === 'LOOP' ? 'again' : 'waiting' })));

const split = (time) => chart({
  title: '各环节用去的工作日(全部案卷合计)',
  option: bars({
    label: '各环节用去的工作日,任务等待与办理的工作日', names: time.stages.map((one) => one.name),
    series: [['环节用时', 'days'], ['任务等人办理', 'waiting'], ['任务正在办理', 'worked']].map(([name, key]) => ({ name, values: time.stages.map((one) => Number(one[key])) })),
  }),
  height: 340,
  heads: ['环节', '用时', '占比', '每件平均', '任务等人办理', '任务正在办理'],
  rows: time.stages.map((one) => [
    one.name, number(days(one.days)), number(percent(one.share)), number(days(one.perCase)), number(days(one.waiting)), number(days(one.worked)),
  ]),
});

const wholes = (title, rows, change) => section(title, rows.length
  ? table(['', '案卷', '每件用去的工作日'], rows.map((row) => [link(row.name, 'time', change(row.id)), number(String(row.cases)), number(days(row.perCase))]))
  : make('p', { class: 'lp-note' }, '没有可比较的记录。'));

const loops = ({ returned, share, byStage, elements }) => section('返工',
  make('p', {}, `再次进入环节 ${returned} 次,占全部进入的 ${percent(share)}。`),
  make('div', { class: 'lp-charts' },
    table(['环节', '再次进入'], byStage.map((one) => [
      one.name, number(one.count ? link(String(one.count), 'cases', { stage: one.stage, measure: 'again' }) : '0')])),
    elements.length ? table(['要素', '重做的次数'], elements.map((one) => [`${one.element} ${one.name}`, number(String(one.count))]))
      : make('p', { class: 'lp-note' }, '没有要素重做过。')));

export const timeView = async (state) => {
  const time = await figures('time', filterOf(state));
  if (!time.cases) return [make('p', { class: 'lp-note' }, '还没有案卷。')];
  const [waiting, worked] = [Number(time.waiting), Number(time.worked)];
  const shareOfWaiting = waiting + worked ? percent(waiting / (waiting + worked)) : '—';
  return [
    section('怎么办:最能缩短时间的三件事', time.findings.length ? make('ol', { class: 'lp-findings' }, time.findings.map(finding))
      : make('p', { class: 'lp-note' }, '记录还不足以得出结论。')),
    section('时间用在哪里',
      make('p', {}, `${time.cases} 件案卷共经过 ${days(time.elapsed)}(工作日);任务用时中 ${shareOfWaiting} 是在等人办理(${days(waiting)}),其余是正在办理(${days(worked)})。 `, exportLink(state, 'time')),
      split(time)),
    loops(time.loops),
    make('div', { class: 'lp-charts' }, wholes('按地区', time.areas, (area) => ({ area })), wholes('按批次', time.rounds, (round) => ({ round }))),
    make('p', { class: 'lp-note' }, '一件任务从到达到有人认领为等待,从认领到办结为办理;一个环节可有几件任务同时进行,所以任务用时之和可以多于环节用时。 ',
      make('a', { href: href('comparison') }, '各处室和专家组的快慢见“比较”。')),
  ];
};
