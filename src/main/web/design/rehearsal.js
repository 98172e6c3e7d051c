/* 试运行报告: what was walked, what failed, and every played case step by step on the diagram. */
import { content, get } from './server.js';
import { facts, link, make, note, problem, scrolled, section, table, tag, to, when } from './kit.js';
import { stepper } from './stepper.js';

const percent = (part, whole) => (whole ? `${Math.round((part / whole) * 1000) / 10}%` : '—');

const MARKS = { walked: 'lp-walked', unreachable: 'lp-unreachable', missed: 'lp-missed' };

const legend = () => make('p', { class: 'legend' }, make('span', { class: 'walked' }, '走过'), make('span', { class: 'missed' }, '未走到'), make('span', { class: 'unreachable' }, '走不到'));

const coverage = (report) => {
  const { branches, walked, unreachable, missed } = report.coverage;
  return section('分支', note(`共 ${branches} 条分支,走过 ${walked} 条(${percent(walked, branches - unreachable)}),走不到 ${unreachable} 条,未走到 ${missed} 条。`),
    scrolled(table(['流程图或判定表', '分支', '走过', '走不到', '未走到'], report.coverage.diagrams.map((one) => {
      const off = one.flows.filter((flow) => flow.state === 'unreachable').length;
      return [one.name || one.key, String(one.branches), String(one.walked), String(off), String(Math.max(0, one.branches - one.walked - off))];
    }))));
};

const failures = (report) => (report.failures.length ? section('没有通过之处', make('ul', { class: 'problems' }, report.failures.map((one) => make('li', { class: 'error' },
  make('strong', {}, one.name || one.element || one.diagram || '整个方案'), ` ${one.what}`, one.remedy ? make('dl', {}, make('dt', {}, '办法'), make('dd', {}, one.remedy)) : null)))) : null);

const turned = (value, text = String) => {
  if (!value) return '';
  const before = value.before === null ? '—' : text(value.before);
  const after = value.after === null ? '—' : text(value.after);
  return before === after ? before : make('span', {}, `${before} → `, make('strong', { class: 'bad' }, after));
};

const replay = (report, play) => {
  const { replay: past } = report;
  if (!past || !past.total) return section('往年案卷重演', note('没有已办结的案卷可以重演。'));
  const different = past.cases.filter((one) => !one.same);
  const rows = (cases) => scrolled(table(['案卷', '联盟', '结果', '得分', '名次', '用时(工作日)', '停住', ''], cases.map((one) => [
    one.caseNo, one.alliance, one.same ? '相同' : one.stuck ? '停住' : '不同', turned(one.score), turned(one.rank), turned(one.workingDays, (days) => days.toFixed(1)), one.stuck || '',
    one.steps.length ? make('button', { type: 'button', class: 'plain', onclick: () => play(one.caseNo, one.steps) }, '逐步看') : ''])));
  return section('往年案卷重演', note(`${past.rounds} 个批次,${past.total} 件:相同 ${past.same} 件,不同 ${past.different} 件,停住 ${past.stuck} 件。${past.leftOut ? `另有 ${past.leftOut} 件已办结的没有重演:案卷太多时从最近的批次起,每种办理经过都选到为止。` : ''}`),
    different.length ? rows(different) : null,
    make('details', {}, make('summary', {}, `全部 ${past.cases.length} 件`), rows(past.cases)));
};

export const show = async (host, { id, change }) => {
  const [state, report] = await Promise.all([get(`/rehearsals/${id}`), get(`/rehearsals/${id}/report`)]);
  const files = change ? (await get(`/changes/${change}`)) : null;
  const stage = make('div', { class: 'stage', hidden: true });
  let shown = null;
  const diagramOf = (key) => report.coverage.diagrams.find((one) => one.key === key && one.path.endsWith('.bpmn'));
  const textOf = async (key) => {
    const known = diagramOf(key);
    const path = known ? known.path : null;
    if (!path) return null;
    const drafted = files?.files.find((one) => one.path === path);
    if (drafted) return content(path, files.area, `draft:${change}:${drafted.version}`);
    const [newest] = await get('/designs/versions', { path });
    return content(path, null, newest.ref);
  };
  const play = async (title, steps) => {
    shown?.destroy();
    stage.hidden = false;
    stage.scrollIntoView({ block: 'start' });
    try { shown = await stepper(stage, { title, steps, textOf, flows: (key) => diagramOf(key)?.flows || [], marks: MARKS }); } catch (error) { stage.replaceChildren(problem(error)); }
  };
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), change ? [' › ', link(files.title, to('change', { id: change }))] : '', ' › 试运行报告'),
    make('header', { class: 'title' }, make('h1', {}, report.passed ? '试运行通过' : '试运行没有通过'), tag(report.passed ? '通过' : '未通过', report.passed ? 'in_force' : 'failed')),
    section('概要', facts([['时间', `${when(state.startedAt)} 至 ${when(state.endedAt)}`], ['用时', `${report.seconds.toFixed(1)} 秒`], ['内存', `${report.heapMb} MB`], ['结果', state.text]])),
    failures(report) || '', coverage(report), stage,
    section('生成的案卷', legend(), scrolled(table(['案卷', '结局', '步数', ''], report.cases.map((one) => [
      make('span', {}, one.title, one.failure ? make('span', { class: 'bad' }, ` ${one.failure}`) : null), one.outcome, String(one.steps.length),
      one.steps.length ? make('button', { type: 'button', class: 'plain', onclick: () => play(one.title, one.steps) }, '逐步看') : ''])))),
    replay(report, play));
  return async () => { shown?.destroy(); return true; };
};
