/* 提交生效: the reason, from when on, and why each warning is accepted. */
import { post } from './server.js';
import { make } from './kit.js';
import { dialog, field, reasonField } from './dialog.js';

const inShanghai = (local) => (local ? `${local}:00+08:00` : null);

export const propose = async (change, again) => {
  const warnings = change.problems.filter((one) => one.severity === 'WARNING');
  const time = make('input', { type: 'datetime-local', name: 'at', disabled: true });
  const choice = (value, label, checked) => make('label', {}, make('input', {
    type: 'radio', name: 'when', value, checked, onchange: () => { time.disabled = value === 'now'; time.required = value !== 'now'; },
  }), label);
  const done = await dialog({
    title: `提交“${change.title}”`,
    hint: '须由另一名流程管理员确认。确认之前可以撤回。',
    confirm: '提交',
    wide: warnings.length > 0,
    content: [
      reasonField(),
      make('fieldset', {}, make('legend', {}, '生效时间'), choice('now', '确认后立即', true), choice('at', '自以下时间起', false), time),
      ...warnings.map((one) => field(`提醒:${one.sentence} 可以接受的理由(必填)`, make('input', { name: `w:${one.key}`, required: true, maxlength: 500 }))),
    ],
    act: (data) => post(`/changes/${change.id}/proposal`, {
      reason: data.get('reason'),
      effectiveAt: data.get('when') === 'now' ? null : inShanghai(data.get('at')),
      warnings: Object.fromEntries(warnings.map((one) => [one.key, data.get(`w:${one.key}`)])),
    }),
  });
  if (done) again();
};
