/* View 预警: from when on the managers are told of a stage, and what they were told. */
import { dateTime, make, section, table } from '../../tasklist/scripts/lianping-kit.js';
import { send } from '../../tasklist/scripts/lianping-dialog.js';
import { days, figures, figuresUrl, href, number, percent, problem } from './lianping-monitoring.js';

const MEASURES = { OVERDUE_SHARE: '逾期占比', OLDEST: '最久在办' };
const written = (measure, value) => (measure === 'OLDEST' ? days(value) : percent(value));

const field = (value, attributes) => make('input', { type: 'number', class: 'form-control input-sm', placeholder: '不预警', value: value === null ? null : String(value), ...attributes });

const thresholdForm = (thresholds) => {
  const rows = thresholds.map((one) => ({
    one,
    share: field(one.overdueShare === null ? null : Math.round(Number(one.overdueShare) * 100), { min: 1, max: 100, step: 1, 'aria-label': `${one.name}:逾期占比(%)` }),
    oldest: field(one.oldestDays === null ? null : Number(one.oldestDays), { min: 0.5, max: 1000, step: 0.5, 'aria-label': `${one.name}:最久在办(工作日)` }),
  }));
  const told = make('span', { role: 'status', class: 'lp-note' });
  const save = async (event) => {
    event.preventDefault();
    told.replaceChildren('正在保存…');
    const body = rows.map(({ one, share, oldest }) => ({
      stage: one.stage, overdueShare: share.value === '' ? null : Number(share.value) / 100, oldestDays: oldest.value === '' ? null : Number(oldest.value),
    }));
    try {
      await send(figuresUrl('thresholds'), body, 'PUT');
      told.replaceChildren('已保存,10 分钟内按新的预警值检查。');
    } catch (e) {
      told.replaceChildren(problem(e));
    }
  };
  return make('form', { class: 'lp-thresholds', onsubmit: save },
    table(['环节', '逾期占在办的比例(%)', '最久在办(工作日)'], rows.map(({ one, share, oldest }) => [one.name, share, oldest])),
    make('p', {}, make('button', { type: 'submit', class: 'btn btn-primary' }, '保存预警值'), ' ', told));
};

const alertRow = (one) => [
  make('td', { class: 'lp-when' }, dateTime(one.since)), one.round, make('a', { href: href('cases', { round: one.round, stage: one.stage, measure: one.measure === 'OLDEST' ? 'waiting' : 'overdue' }) }, one.name),
  MEASURES[one.measure], number(written(one.measure, one.value)), number(written(one.measure, one.threshold)),
  one.resolved ? `已恢复(${dateTime(one.resolved)})` : make('span', { class: 'lp-chip lp-chip-urgent' }, '未恢复'),
];

export const alertsView = async () => {
  const [thresholds, alerts] = await Promise.all([figures('thresholds'), figures('alerts')]);
  return [
    section('预警记录', alerts.length
      ? table(['发生', '批次', '环节', '指标', '当时', '预警值', '现状'], alerts.map(alertRow))
      : make('p', { class: 'lp-note' }, '还没有预警。')),
    section('预警值', make('p', { class: 'lp-note' }, '在办批次的环节超过预警值时,以“提醒”和邮件告知管理人员一次,恢复之前不再重复。留空为不预警;修改记入审计记录。'),
      thresholdForm(thresholds)),
  ];
};
