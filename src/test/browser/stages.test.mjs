import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import * as course from './course.mjs';
import { person, smallPdf } from './people.mjs';
import { at, complete, look, open, turnTo } from './tasklist.mjs';

const file = (name) => ({ name, mimeType: 'application/pdf', buffer: smallPdf() });
const begun = 'LN0001';
const sealing = 'LN0003';
const reviewed = 'LN0006';
const scored = ['LN0007', 'LN0009'];
let browser;

before(async () => {
  browser = await openBrowser();
  await course.openRound();
  for (const alliance of [begun, sealing, reviewed, ...scored]) await course.apply(alliance);
  await course.evaluate(begun, [2, 8]);
  await course.evaluate(sealing);
  await course.submit(reviewed);
  for (const alliance of scored) {
    await course.submit(alliance);
    await course.recommend(alliance);
  }
});
after(async () => { await browser?.close(); });

test('a lead enterprise proves an element with a file and completes it', async () => {
  const lead = course.lead(begun);
  const task = await person(lead).task('userTask_selfEvaluateElement', course.caseOf(begun), (t) => t.value('elementNo') === 8);
  const page = await at(browser, lead);
  await look(page, 'lead-list');
  await open(page, task.id);
  await look(page, 'lead-element');
  await turnTo(page, '证据材料');
  await page.setInputFiles('#lp-files', [file('研发投入审计报告.pdf'), file('联合攻关协议.pdf')]);
  await page.getByText('要素 8 证明材料(2)').waitFor();
  await look(page, 'lead-evidence');
  await turnTo(page, '案卷');
  await look(page, 'lead-case');
  await page.locator('.nav-tabs').getByText('表单', { exact: true }).click();
  await page.getByLabel('符合', { exact: true }).check();
  await page.getByLabel(/论述说明/).fill('研发投入连续三年增长,占销售收入比重高于全省平均水平。');
  await complete(page);
  assert.equal((await person(lead).post('/camunda/api/engine/engine/default/task', {
    taskDefinitionKey: 'userTask_selfEvaluateElement', processInstanceBusinessKey: course.caseOf(begun),
  })).length, 1);
});

test('a member unit uploads its sealed copy and seals', async () => {
  const member = course.members(sealing)[1];
  const task = await person(member).task('userTask_sealReport', course.caseOf(sealing));
  const page = await at(browser, member);
  await open(page, task.id);
  await look(page, 'member-seal');
  await turnTo(page, '证据材料');
  await page.setInputFiles('#lp-files', [file('盖章自评报告.pdf')]);
  await page.getByText('盖章件(1)').waitFor();
  await page.locator('.nav-tabs').getByText('表单', { exact: true }).click();
  await page.getByLabel(/校验码/).fill(task.value('reportCode'));
  await turnTo(page, '盖章进度');
  await look(page, 'member-seals');
  await page.locator('.nav-tabs').getByText('表单', { exact: true }).click();
  await page.getByLabel(/校验码/).fill(task.value('reportCode'));
  await complete(page);
});

test('a department sees claim, facts and advice, and is refused in Chinese', async () => {
  const user = course.science(reviewed);
  const task = await person(user).task('userTask_reviewByScienceDepartment', course.caseOf(reviewed));
  const page = await at(browser, user);
  await open(page, task.id);
  await look(page, 'science-review');
  await turnTo(page, '案卷');
  await page.getByText('自评:符合').first().waitFor();
  await look(page, 'science-case');
});

test('the office confirms a panel, a division and an expert judge', async () => {
  const caseNo = course.caseOf(scored[0]);
  const panel = await person('office1').task('userTask_confirmPanel', caseNo);
  const office = await at(browser, 'office1');
  await open(office, panel.id);
  await look(office, 'office-panel');
  for (const alliance of scored) await course.confirmPanel(alliance);
  const division = course.divisions(scored[0])[0];
  const opinion = await person(division).task('userTask_giveManagementOpinion', caseNo);
  const page = await at(browser, division);
  await open(page, opinion.id);
  await look(page, 'division-opinion');
  const expert = course.panel(scored[0])[0];
  const sheet = await person(expert).task('userTask_reviewByExpert', caseNo);
  const reviewer = await at(browser, expert);
  await open(reviewer, sheet.id);
  await look(reviewer, 'expert-sheet');
  await turnTo(reviewer, '案卷');
  assert.doesNotMatch(await reviewer.textContent('.lp-case'), /专家组|处室/);
});

test('the party-group office works the agenda as a table', async () => {
  for (const alliance of scored) await course.score(alliance);
  await course.compileAgenda();
  const record = await person('party1').task('userTask_recordDeliberation', course.ROUND);
  const page = await at(browser, 'party1');
  await open(page, record.id);
  await look(page, 'party-meeting');
  await turnTo(page, '审议清单');
  await page.getByText(course.nameOf(scored[0])).waitFor();
  await look(page, 'party-agenda');
});

test('the public page and the pages of an administrator', async () => {
  const visitor = await openPage(browser);
  await visitor.goto('/public');
  await look(visitor, 'public');
  await visitor.goto('/no-such-page');
  await look(visitor, 'login-again');
  const admin = await at(browser, 'admin1');
  await admin.goto('/admin/registry');
  await admin.setInputFiles('#files', [{ name: 'organisations.csv', mimeType: 'text/csv', buffer: Buffer.from('code,name,kind,area\n错,单位,enterprise,210100\n') }]);
  await admin.getByRole('button', { name: '导入' }).click();
  await admin.locator('.failed').waitFor();
  admin.problems.length = 0; // the browser notes the status of the refused import
  // the names of the files and their columns are the format itself
  const format = ['organisations', 'alliances', 'members', 'chains', 'divisions', 'experts', 'code', 'name', 'kind', 'area', 'enterprise'];
  await look(admin, 'registry-refused', format);
  await admin.goto('/demo');
  await look(admin, 'demo-clock');
});
