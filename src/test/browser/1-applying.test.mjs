// From the self-evaluation to the recommendation: alliance, members and the two departments of a city, by clicking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import * as course from './course.mjs';
import { person } from './people.mjs';
import { at, complete, leave, list, look, open, toForm, turnTo, upload } from './tasklist.mjs';

const ELEMENT = 'userTask_selfEvaluateElement';
const begun = 'LN0001';
const sealing = 'LN0003';
const reviewed = 'LN0006';
let browser;

before(async () => {
  browser = await openBrowser();
  await course.openRound('2026-02', 60);
  for (const alliance of [begun, sealing, reviewed]) await course.apply(alliance);
  await course.evaluate(begun, [2, 8]);
  await course.evaluate(sealing);
  await course.seal(sealing, course.members(sealing).slice(1, 2));
  await course.submit(reviewed);
});
after(async () => { await browser?.close(); });

const openTasks = (user, taskKey, caseNo) => person(user).post('/camunda/api/engine/engine/default/task', {
  taskDefinitionKey: taskKey, processInstanceBusinessKey: caseNo,
});

async function element(page, user, caseNo, no) {
  const task = await person(user).task(ELEMENT, caseNo, (t) => t.value('elementNo') === no);
  await open(page, task.id);
  return task;
}

test('a lead enterprise proves its last elements with files and completes them', async () => {
  const lead = course.lead(begun);
  const caseNo = course.caseOf(begun);
  const page = await at(browser, lead);
  await list(page, '本单位待办');
  await look(page, 'lead-list');
  await element(page, lead, caseNo, 8);
  await look(page, 'lead-element');
  await turnTo(page, '证据材料');
  await look(page, 'lead-evidence-empty');
  await upload(page, ['研发投入审计报告.pdf', '联合攻关协议.pdf'], '要素 8 证明材料(2)');
  await look(page, 'lead-evidence');
  await turnTo(page, '案卷');
  await look(page, 'lead-case');
  await toForm(page);
  await page.getByLabel('符合', { exact: true }).check();
  await page.getByLabel(/论述说明/).fill('研发投入连续三年增长,占销售收入比重高于全省平均水平。');
  await look(page, 'lead-element-filled');
  await complete(page);
  await element(page, lead, caseNo, 2);
  await upload(page, ['联盟协议.pdf'], '要素 2 证明材料(1)');
  await toForm(page);
  await page.getByLabel('符合', { exact: true }).check();
  await page.getByLabel(/论述说明/).fill('联盟成员签订协议,共同投入并共享成果,近三年按协议执行。');
  await complete(page);
  assert.equal((await openTasks(lead, ELEMENT, caseNo)).length, 0);
  await leave(page);
});

test('a member unit uploads its sealed copy and seals, and the lead enterprise submits', async () => {
  const member = course.members(sealing)[1];
  const caseNo = course.caseOf(sealing);
  const task = await person(member).task('userTask_sealReport', caseNo);
  // the code of a report is letters and digits
  const code = task.value('reportCode').match(/[A-Za-z]{3,}/g) ?? [];
  const page = await at(browser, member);
  await list(page, '本单位待办');
  await look(page, 'member-list');
  await open(page, task.id);
  await look(page, 'member-seal', code);
  await upload(page, ['盖章自评报告.pdf'], '盖章自评报告.pdf');
  await look(page, 'member-evidence', code);
  await turnTo(page, '盖章进度');
  await look(page, 'member-seals', code);
  await toForm(page);
  await page.getByLabel(/校验码/).fill(task.value('reportCode'));
  await complete(page);
  await leave(page);

  const lead = course.lead(sealing);
  const submit = await person(lead).task('userTask_submitReport', caseNo);
  const desk = await at(browser, lead);
  await open(desk, submit.id);
  await desk.getByLabel('提交自评报告', { exact: true }).check();
  await look(desk, 'lead-submit');
  await complete(desk);
  await leave(desk);
  await person(course.science(sealing)).task('userTask_reviewByScienceDepartment', caseNo);
});

const pass = async (page) => {
  await page.getByLabel('经复核,材料真实').check();
  await page.getByLabel('经复核,材料完整').check();
  await page.getByLabel('通过', { exact: true }).check();
};

test('a department returns two elements, they are corrected, both departments pass and recommend', async () => {
  const [science, industry] = [course.science(reviewed), course.industry(reviewed)];
  const [lead, caseNo] = [course.lead(reviewed), course.caseOf(reviewed)];
  const task = await person(science).task('userTask_reviewByScienceDepartment', caseNo);
  const page = await at(browser, science);
  await list(page, '本部门待办');
  await look(page, 'science-list');
  await open(page, task.id);
  await look(page, 'science-review');
  await turnTo(page, '案卷');
  await page.getByText('自评:符合').first().waitFor();
  await look(page, 'science-case');
  await toForm(page);
  await page.getByLabel('退回更正', { exact: true }).check();
  const elements = page.locator('.fjs-form-field-checklist input');
  await elements.nth(2).check();
  await elements.nth(8).check();
  await page.getByLabel(/^理由/).fill('要素三、要素九的证明材料不清晰,请更正后重新上传。');
  await look(page, 'science-return');
  await complete(page);
  // the case goes back once both departments have said what they found
  const found = { outcome: 'PASS', authentic: true, complete: true };
  await person(industry).complete('userTask_reviewByIndustryDepartment', caseNo, found);

  const corrections = await at(browser, lead);
  for (const no of [3, 9]) {
    await element(corrections, lead, caseNo, no);
    await corrections.getByText('退回更正意见').waitFor();
    if (no === 3) await look(corrections, 'lead-correction');
    await corrections.getByLabel(/论述说明/).fill(`要素${no}已按复核意见更正,材料重新扫描后上传。`);
    await complete(corrections);
  }
  await leave(corrections);
  await course.seal(reviewed);
  await person(lead).complete('userTask_submitReport', caseNo, { submission: 'SUBMIT' });

  await open(page, (await person(science).task('userTask_reviewByScienceDepartment', caseNo)).id);
  await pass(page);
  await look(page, 'science-pass');
  await complete(page);
  const other = await at(browser, industry);
  await open(other, (await person(industry).task('userTask_reviewByIndustryDepartment', caseNo)).id);
  await pass(other);
  await look(other, 'industry-review');
  await complete(other);
  await leave(other);
  await open(page, (await person(science).task('userTask_recommend', caseNo)).id);
  await page.getByLabel(/推荐函文号/).fill('丹科推〔2026〕1号');
  await page.getByLabel(/推荐意见/).fill('材料真实、完整,同意推荐。');
  await page.getByLabel(/推荐顺序/).fill('1');
  await look(page, 'science-recommend');
  await complete(page);
  await leave(page);
  await person('office1').task('userTask_confirmPanel', caseNo);
});
