/* 个案修正: a stuck case gets going again, by two administrators, and never past what the measures protect. */
import { get, post } from './server.js';
import { button, go, link, make, note, scrolled, section, table, tag, to, when } from './kit.js';
import { dialog, field, reasonField } from './dialog.js';

const STATES = { PROPOSED: '待确认', DONE: '已修正', REFUSED: '已退回' };

/* How people call what decides the way of a case; what an administrator has drawn anew is called as it was drawn. */
const WORDS = {
  reviewOutcome: '初审结论', deliberationOutcome: '审议决定', objectionOutcome: '异议处理结论', nextStep: '下一步', submission: '提交方式', acceptance: '验收结论',
  PASS: '通过', RETURN: '退回更正', REJECT: '不通过', CONFIRM: '确认', DEFER: '暂缓', RETURN_SELF_EVALUATION: '退回自评', RETURN_PRELIMINARY_REVIEW: '退回初审',
  RETURN_COMPREHENSIVE_EVALUATION: '退回综合评价', DISMISSED: '异议不成立', UPHELD: '异议成立', DELIBERATE: '审议', PUBLICISE: '公示', RELEASE: '发布',
  AWAIT_OBJECTION: '等待异议办结', SUBMIT: '提交', ACCEPTED: '通过验收', REWORK: '整改',
};
const worded = (code) => (WORDS[code] ? `${WORDS[code]}(${code})` : code);

const propose = async (title, hint, content, body) => {
  const done = await dialog({
    title, hint: `${hint}须由另一名管理员确认后才执行,全过程记入审计链。`, confirm: '提出', content: [...content, reasonField()],
    act: (data) => post('/repairs', { ...body(data), reason: data.get('reason') }),
  });
  if (done) go('repairs');
};

const token = (run, one) => {
  const allowed = one.targets.filter((each) => each.allowed);
  const shut = one.targets.filter((each) => !each.allowed);
  return [one.name || one.element, make('span', { class: 'acts' }, allowed.length ? button('移到别的步骤', () => propose(
    `把案卷从“${one.name || one.element}”移走`, '', [
      field('移到', make('select', { name: 'to', required: true }, make('option', { value: '' }, '请选择'),
        allowed.map((each) => make('option', { value: each.element }, each.name || each.element)),
        shut.map((each) => make('option', { value: each.element, disabled: true }, `${each.name || each.element}(${each.why})`)))),
    ], (data) => ({ instanceId: run.instanceId, kind: 'MOVE', from: one.activityInstanceId, to: data.get('to') }))) : note('这里受评价办法保护,不能移走'))];
};

const runPart = (run) => section(`${run.name} 第 ${run.version} 版`,
  table(['停在', '处理'], run.tokens.map((one) => token(run, one))),
  run.jobs.length ? table(['失败的作业', '原因', '处理'], run.jobs.map((job) => [job.name || job.element, job.message || '', button('重试', () => propose(
    `重试“${job.name || job.element}”`, '请先排除失败的原因。', [], () => ({ instanceId: run.instanceId, kind: 'RETRY', jobId: job.id })))])) : null,
  run.variables.length ? table(['走向变量', '现值', '处理'], run.variables.map((one) => [worded(one.name), one.value === null ? '(没有)' : worded(one.value), one.correctable
    ? button('更正', () => propose(`更正“${worded(one.name)}”`, '', [field('改为', make('select', { name: 'value' }, one.values.map((value) => make('option', { value, selected: value === one.value }, worded(value)))))],
      (data) => ({ instanceId: run.instanceId, kind: 'VARIABLE', variable: one.name, value: data.get('value') })))
    : make('span', { class: 'hint' }, one.why || '不能更正')])) : null);

const decide = async (title, path, again, reason) => {
  const done = await dialog({ title, confirm: '确定', content: reason ? [reasonField()] : [], act: (data) => post(path, { reason: data.get('reason') }) });
  if (done) again();
};

export const show = async (host, { caseNo = '' }, { again }) => {
  const list = await get('/repairs');
  const found = make('div', { 'aria-live': 'polite' });
  host.replaceChildren(
    make('form', {
      class: 'bar',
      onsubmit: (event) => { event.preventDefault(); go('repairs', { caseNo: new FormData(event.target).get('caseNo').trim() }); },
    }, make('label', {}, '案卷号或批次号 ', make('input', { name: 'caseNo', value: caseNo, required: true })), make('button', { type: 'submit', class: 'primary' }, '查找')),
    found,
    section('修正记录', list.length ? scrolled(table(['案卷', '联盟', '修正', '理由', '状态', '提出', '确认', '处理'], list.map((one) => [
      link(one.caseNo, to('repairs', { caseNo: one.caseNo })), one.alliance, one.text, one.reason,
      make('span', {}, tag(STATES[one.status], one.status.toLowerCase()), one.refusal ? ` ${one.refusal}` : ''),
      `${one.proposedBy.name},${when(one.proposedAt)}`, one.confirmedBy ? `${one.confirmedBy.name},${when(one.confirmedAt)}` : '',
      make('span', { class: 'acts' },
        one.may.confirm ? button('确认', () => decide(`确认:${one.text}`, `/repairs/${one.id}/confirmation`, again, false)) : null,
        one.may.refuse ? button('退回', () => decide(`退回:${one.text}`, `/repairs/${one.id}/refusal`, again, true)) : null)]))) : note('还没有修正过个案。')));
  if (caseNo) {
    const runs = await get('/repairs/case', { caseNo });
    found.replaceChildren(...(runs.length ? runs.map(runPart) : [note('没有这个号的在办案卷或批次。')]));
  }
};
