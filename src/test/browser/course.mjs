// Brings cases of the example registry to a stage, by the logins of the people who would do it.
import { eventually, person, rows } from './people.mjs';

/** The round of this file's cases; each file opens its own, so that all can share one server. */
export let ROUND = '2026-01';
const LIANPING = '/camunda/api/lianping';
const office = () => person('office1');
const alliances = new Map(rows('alliances').map((row) => [row.alliance, row]));
const cases = new Map();

export const lead = (alliance) => userOf(alliances.get(alliance).lead);
export const science = (alliance) => `sci${alliances.get(alliance).area}`;
export const industry = (alliance) => `ind${alliances.get(alliance).area}`;
export const members = (alliance) => rows('members').filter((row) => row.alliance === alliance).map((row) => userOf(row.organisation));
export const nameOf = (alliance) => alliances.get(alliance).name;
export const caseOf = (alliance) => cases.get(alliance);
export const divisions = (alliance) => rows('divisions')
  .filter((row) => row.fields.split(';').includes(alliances.get(alliance).field)).map((row) => `div${row.division.toLowerCase()}`);
export const panel = (alliance) => rows('panels').filter((row) => row.alliance === alliance)
  .sort((a, b) => a.seat - b.seat).map((row) => row.expert);
const userOf = (code) => `u${code.toLowerCase()}`;

/** Moves the demonstration's clock to nine in the morning of a day. */
export async function morningOf(day) {
  const admin = person('admin1');
  const clock = await admin.get('/demo/clock');
  await admin.send('POST', '/demo/clock', JSON.stringify({ now: `${day}T09:00:00+08:00` }),
    { 'Content-Type': 'application/json', [clock.csrfHeader]: clock.csrfToken });
}

/** The day of the demonstration's clock, or some days later, as 2026-01-05. */
export async function day(later = 0) {
  const now = new Date((await person('admin1').get('/demo/clock')).now);
  return new Date(now.getTime() + later * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
}

/** Opens a round that takes applications from the day of the clock on, for a number of days; the clock is set to `from`. */
export async function openRound(roundNo, days = 18, from = '2026-01-05') {
  ROUND = roundNo;
  // another file's round may have set the clock already, and it never goes back
  await morningOf(from).catch((e) => { if (!e.message.includes('只能向前拨')) throw e; });
  await office().start('evaluation-round', {
    roundNo: ROUND, title: `2026年第${'一二三四五六七八九'[Number(ROUND.slice(-2)) - 1]}批评估评价`, policy: 'liaoning-2021', area: '210000',
    opensOn: await day(), closesOn: await day(days), objectionHold: 'round',
  });
}

export async function apply(alliance) {
  await eventually(`round ${ROUND}`, () => office().get(`${LIANPING}/rounds/${ROUND}/cases`).catch(() => null));
  await person(lead(alliance)).start('alliance-evaluation', { roundNo: ROUND, allianceId: alliance });
  const all = await office().get(`${LIANPING}/rounds/${ROUND}/cases`);
  cases.set(alliance, all.find((one) => one.allianceId === alliance).caseNo);
}

/** Fills in the elements; those left out stay open. */
export async function evaluate(alliance, leaveOut = []) {
  for (let no = 1; no <= 10; no += 1) {
    if (!leaveOut.includes(no)) {
      await person(lead(alliance)).complete('userTask_selfEvaluateElement', caseOf(alliance), async (task) => {
        await person(lead(alliance)).upload(task.id, 'ELEMENT', { element: String(no) });
        return {
          met: no === 1 ? '0' : '1',
          statement: `联盟对照第四条第${no}项开展自评,近三年的工作基础、投入与成效逐项列明,证明材料见附件。`,
          ...(no === 8 ? { factRatio: '4.20', factRatioLastYear: '3.80' } : {}),
          ...(no === 6 ? { factFinancialRole: 'false' } : {}),
        };
      }, (task) => task.value('elementNo') === no);
    }
  }
}

export async function seal(alliance, leaveOut = []) {
  for (const member of members(alliance).filter((one) => !leaveOut.includes(one))) {
    await person(member).complete('userTask_sealReport', caseOf(alliance), async (task) => {
      await person(member).upload(task.id, 'SEAL');
      return { verificationCode: task.value('reportCode') };
    });
  }
}

export async function submit(alliance) {
  await evaluate(alliance);
  await seal(alliance);
  await person(lead(alliance)).complete('userTask_submitReport', caseOf(alliance), { submission: 'SUBMIT' });
}

export async function recommend(alliance) {
  const passed = { outcome: 'PASS', authentic: true, complete: true };
  await person(science(alliance)).complete('userTask_reviewByScienceDepartment', caseOf(alliance), passed);
  await person(industry(alliance)).complete('userTask_reviewByIndustryDepartment', caseOf(alliance), passed);
  await person(science(alliance)).complete('userTask_recommend', caseOf(alliance),
    { orderNo: 1, letterNo: `推荐函〔2026〕${alliance}号`, opinion: '材料真实、完整,同意推荐' });
}

export async function confirmPanel(alliance) {
  await office().complete('userTask_confirmPanel', caseOf(alliance), { panel: panel(alliance), reason: '按领域与回避要求核对后确认' });
}

const sheet = () => Object.fromEntries(Array.from({ length: 10 }, (_, i) => [
  [`e${i + 1}`, i === 0 ? '0' : '1'], [`r${i + 1}`, '对照自评报告与证明材料核对'],
]).flat());

export async function score(alliance, experts = panel(alliance)) {
  for (const division of divisions(alliance)) {
    await person(division).complete('userTask_giveManagementOpinion', caseOf(alliance), sheet());
  }
  for (const expert of experts) {
    await person(expert).complete('userTask_reviewByExpert', caseOf(alliance), { decision: 'submit', ...sheet() });
  }
}

/** Ends the intake and puts what is ready before the party group; the rest is carried over. */
export async function compileAgenda() {
  await morningOf('2026-02-09');
  await office().complete('userTask_compileAgenda', ROUND, (task) => (task.value('unfinishedCount') > 0
    ? { leaveOutUnfinished: true, leaveOutReason: '尚未完成评价' } : {}));
}

export async function issueNotice() {
  await morningOf('2026-02-11');
  await office().complete('userTask_issueNotice', ROUND, { title: '典型实质性产学研联盟评估评价结果公示', startsOn: '2026-02-11' });
}
