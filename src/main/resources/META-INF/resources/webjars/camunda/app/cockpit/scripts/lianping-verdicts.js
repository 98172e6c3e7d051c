/* The four answers on top of the board: the slowest stage, the area behind it, the case that waits longest, the end. */
import { make } from '../../tasklist/scripts/lianping-kit.js';
import { ALL, days, figures, filterOf, href } from './lianping-monitoring.js';

const card = (id, label, answer, detail, address, late = false) => make('a', {
  class: `lp-verdict lp-verdict-${id}${late ? ' lp-verdict-late' : ''}`, href: address,
}, make('span', { class: 'lp-verdict-label' }, label), make('b', {}, answer), make('span', { class: 'lp-about' }, detail));

const slowest = (board) => {
  const stage = board.stages.find((one) => one.stage === board.slowest);
  return stage
    ? card('stage', '最慢的环节', stage.name, `90% 分位 ${days(stage.p90)},中位数 ${days(stage.median)}`, href('comparison', { stage: stage.stage, by: 'area' }))
    : card('stage', '最慢的环节', '暂无', '还没有案卷走完任何环节', href('comparison'));
};

/* What is slow in the slowest stage: the area, or for whoever has only one, the field. */
const behind = async (board, state) => {
  if (!board.slowest) return null;
  const by = state.area === ALL ? 'area' : 'field';
  const found = (await figures('comparison', { ...filterOf(state), stage: board.slowest, by })).rows[0];
  if (!found) return null;
  const label = by === 'area' ? '该环节最慢的地区' : '该环节最慢的领域';
  return card('part', label, found.name, `90% 分位 ${days(found.p90)},在办 ${found.waiting} 件,逾期 ${found.overdue} 件`,
    href('cases', { ...filterOf(state), [by]: found.id, stage: board.slowest, measure: found.waiting ? 'waiting' : 'out' }));
};

const longest = (board) => {
  const stage = board.stages.filter((one) => one.oldestCase).sort((a, b) => Number(b.oldest) - Number(a.oldest))[0];
  return stage
    ? card('case', '等待最久的案卷', stage.oldestCase, `${stage.name},已 ${days(stage.oldest)}`, href('history', { case: stage.oldestCase }))
    : card('case', '等待最久的案卷', '没有', '没有在办的案卷', href('board'));
};

const ready = async (state) => {
  if (state.round === ALL) return null;
  const forecast = await figures('forecast', { round: state.round }).catch((e) => ({ refused: e.message }));
  if (forecast.refused) return card('ready', '能否按期', '无法预测', forecast.refused, href('forecast'));
  const last = forecast.stages[forecast.stages.length - 1];
  const lateStage = forecast.stages.find((one) => one.late);
  const answer = last.done ? `已于 ${last.p50} 完成` : `${last.p90} 前`;
  const detail = last.done ? `计划 ${last.plan}` : `${last.name}九成把握;计划 ${last.plan}${lateStage ? `,${lateStage.name}可能晚于计划` : ''}`;
  return card('ready', '能否按期', answer, detail, href('forecast', { round: state.round }), Boolean(lateStage));
};

/* A card that takes longer than the board: its place is kept, and goes where there is nothing to say. */
const later = (label, asked) => {
  const place = make('div', { class: 'lp-verdict' }, make('span', { class: 'lp-verdict-label' }, label), make('span', { class: 'lp-about' }, '正在计算…'));
  asked.then((found) => (found ? place.replaceWith(found) : place.remove()), (e) => place.replaceChildren(make('span', { class: 'lp-about' }, e.message)));
  return place;
};

export const verdicts = (board, state) => make('div', { class: 'lp-verdicts' }, slowest(board),
  later('最慢环节中最慢的', behind(board, state)), longest(board), later('能否按期', ready(state)));
