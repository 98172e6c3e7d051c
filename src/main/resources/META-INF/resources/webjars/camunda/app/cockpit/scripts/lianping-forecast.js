/* View 预计完成: on which day each stage of the round will be over, against its plan. */
import { dateTime, make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import { ALL, counted, figures } from './lianping-monitoring.js';

const DAY = 86_400_000;
const at = (date) => Date.parse(`${date}T00:00:00Z`);

/* A line of time: from today to the 50 % day and the 90 % day, with the plan as a mark. */
const course = (stage, from, to) => {
  const place = (date) => `${(100 * Math.max(0, at(date) - from)) / Math.max(DAY, to - from)}%`;
  const width = (a, b) => `${(100 * Math.max(0, at(b) - Math.max(from, at(a)))) / Math.max(DAY, to - from)}%`;
  const start = new Date(from).toISOString().slice(0, 10);
  return make('div', { class: 'lp-course', role: 'img', 'aria-label': `计划 ${stage.plan},五成 ${stage.p50},九成 ${stage.p90}` },
    stage.done ? '' : make('span', { class: 'lp-course-half', style: `left:0;width:${width(start, stage.p50)}` }),
    stage.done ? '' : make('span', { class: 'lp-course-most', style: `left:${place(stage.p50)};width:${width(stage.p50, stage.p90)}` }),
    make('span', { class: 'lp-course-plan', style: `left:${place(stage.plan)}`, title: `计划 ${stage.plan}` }));
};

const outcome = (stage) => {
  if (stage.done) return make('span', { class: 'lp-chip' }, '已完成');
  return make('span', { class: stage.late ? 'lp-chip lp-chip-urgent' : 'lp-chip' }, stage.late ? '可能晚于计划' : '可按计划');
};

export const forecastView = async (state, choices) => {
  if (state.round === ALL) return [make('p', { class: 'lp-note' }, '请先选择一个批次。')];
  const found = await figures('forecast', { round: state.round });
  const dates = found.stages.flatMap((one) => [one.plan, one.p90]).map(at);
  const from = Math.min(at(found.at.slice(0, 10)), ...dates);
  const to = Math.max(...dates);
  return [
    found.warning ? make('p', { class: 'lp-problem', role: 'alert' }, found.warning) : '',
    section('各环节预计结束的日期',
      table(['环节', '在办', '计划', '50% 日', '90% 日', '', make('span', { class: 'lp-course-keys' },
        make('span', { class: 'lp-course-key lp-course-half' }), '至 50% 日 ', make('span', { class: 'lp-course-key lp-course-most' }), '至 90% 日 ',
        make('span', { class: 'lp-course-key lp-course-plan' }), '计划')],
      found.stages.map((stage) => [
        stage.name, counted(stage.waiting, 'waiting', stage.stage), ...[stage.plan, stage.p50, stage.p90].map((day) => make('td', { class: 'lp-when' }, day)),
        outcome(stage), make('td', { class: 'lp-course-cell' }, course(stage, from, to)),
      ])),
      make('p', { class: 'lp-note' }, `按 ${dateTime(found.at)} 的情况${found.runs ? `模拟 ${found.runs} 次` : ''}${choices.confined ? ',只计本地区的案卷' : ''}。`)),
    make('p', { class: 'lp-note lp-definition' }, found.method),
  ];
};
