// The comprehensive evaluation: office, division and expert, by clicking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import * as course from './course.mjs';
import { person } from './people.mjs';
import { at, complete, leave, list, look, open, toForm, turnTo } from './tasklist.mjs';

const alliance = 'LN0008';
let browser;
let seated;

before(async () => {
  browser = await openBrowser();
  await course.openRound('2026-03');
  await course.apply(alliance);
  await course.submit(alliance);
  await course.recommend(alliance);
});
after(async () => { await browser?.close(); });

/** Ten marks with their reasons. */
async function fillSheet(page) {
  for (let no = 1; no <= 10; no += 1) {
    await page.locator('.fjs-form-field-radio', { hasText: `要素${no}评分` }).getByLabel(no === 1 ? /^0分/ : /^1分/).check();
    await page.getByLabel(new RegExp(`^要素${no}评分理由`)).fill('对照自评报告与证明材料核对,属实。');
  }
}

test('the office confirms the panel that was drawn', async () => {
  const task = await person('office1').task('userTask_confirmPanel', course.caseOf(alliance));
  seated = JSON.parse(task.value('panel'));
  const page = await at(browser, 'office1');
  await list(page, '本部门待办');
  await look(page, 'office-list');
  await open(page, task.id);
  await look(page, 'office-panel');
  await page.getByLabel(/调整理由/).fill('按抽取结果确认。');
  await complete(page);
  await leave(page);
});

test('a division gives its ten marks', async () => {
  const division = course.divisions(alliance)[0];
  const task = await person(division).task('userTask_giveManagementOpinion', course.caseOf(alliance));
  const page = await at(browser, division);
  await list(page, '本部门待办');
  await look(page, 'division-list');
  await open(page, task.id);
  await look(page, 'division-opinion');
  await fillSheet(page);
  await look(page, 'division-opinion-filled');
  await complete(page);
  await leave(page);
});

test('an expert reads the case without names of colleagues, and gives the sheet', async () => {
  const expert = seated[0];
  const task = await person(expert).task('userTask_reviewByExpert', course.caseOf(alliance));
  const page = await at(browser, expert);
  await list(page, '我的待办');
  await look(page, 'expert-list');
  await open(page, task.id);
  await look(page, 'expert-sheet');
  await turnTo(page, '案卷');
  assert.doesNotMatch(await page.textContent('.lp-case'), /专家组|处室/);
  await look(page, 'expert-case');
  await toForm(page);
  await page.getByLabel('申请回避', { exact: true }).check();
  await page.getByLabel(/回避理由/).waitFor();
  await look(page, 'expert-recusal');
  await page.getByLabel('提交评审表', { exact: true }).check();
  await fillSheet(page);
  await look(page, 'expert-sheet-filled');
  await complete(page);
  await leave(page);
});
