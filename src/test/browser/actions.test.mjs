// The office actions as people do them, by clicking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import * as course from './course.mjs';
import { person } from './people.mjs';
import { at, look, open, turnTo } from './tasklist.mjs';

const SCIENCE = 'userTask_reviewByScienceDepartment';
const alliance = 'LN0012';
const sealing = 'LN0014';
let browser;

before(async () => {
  browser = await openBrowser();
  await course.openRound('2026-01', 60);
  await course.apply(alliance);
  await course.submit(alliance);
  await course.apply(sealing);
  await course.evaluate(sealing);
});
after(async () => { await browser?.close(); });

const action = (page, name) => page.locator('.lp-actions').getByRole('button', { name, exact: true });

test('a department asks a colleague for an opinion, tells another, and keeps a draft', async () => {
  const user = course.science(alliance);
  const task = await person(user).task(SCIENCE, course.caseOf(alliance));
  const page = await at(browser, user);
  await open(page, task.id);
  await action(page, '加签').click();
  await page.getByLabel('请谁提意见').fill('党组');
  await page.locator('.lp-results button').first().click();
  await page.getByRole('button', { name: '请提出意见。', exact: true }).click();
  await look(page, 'action-sign');
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('.lp-count').getByText('1').waitFor();
  await action(page, '抄送').click();
  await page.getByLabel('抄送给').fill('监督');
  await page.locator('.lp-results button').first().click();
  await page.getByRole('button', { name: '确定' }).click();
  assert.match(await page.locator('.lp-dialog').innerText(), /抄送/, 'the opinion is required');
  await page.getByLabel('附言(必填)').fill('请监督部门阅知。');
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('.lp-dialog').waitFor({ state: 'detached' });
  await page.getByLabel('退回更正', { exact: true }).check();
  await page.getByLabel(/理由/).fill('第三项证明材料不清晰,拟退回。');
  await page.getByRole('button', { name: '暂存', exact: true }).click();
  await page.getByText('已暂存').waitFor();
  await look(page, 'action-draft');

  const elsewhere = await at(browser, user);
  await open(elsewhere, task.id);
  assert.match(await elsewhere.getByLabel(/理由/).inputValue(), /拟退回/);
  await turnTo(elsewhere, '流转记录');
  await elsewhere.getByText('抄送:科技部门复核').waitFor();
  await look(elsewhere, 'case-flow');
  await turnTo(elsewhere, '流程图');
  await elsewhere.locator('.lp-diagram .lp-current').first().waitFor();
  await look(elsewhere, 'case-diagram');
});

test('a member unit sends the report back, and the lead is asked again', async () => {
  const member = course.members(sealing)[1];
  const task = await person(member).task('userTask_sealReport', course.caseOf(sealing));
  const page = await at(browser, member);
  await open(page, task.id);
  await action(page, '退回').click();
  await page.getByLabel('退回意见(必填)').fill('要素二的项目名称有误,请更正。');
  await look(page, 'action-return');
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('.fjs-form').waitFor({ state: 'detached' });
  assert.equal((await person(course.lead(sealing)).post('/camunda/api/engine/engine/default/task', {
    taskDefinitionKey: 'userTask_selfEvaluateElement', processInstanceBusinessKey: course.caseOf(sealing),
  })).length, 10);
});

test('a deputy takes over during an absence', async () => {
  const away = course.industry(alliance);
  const [from, to] = [await course.day(), await course.day(11)];
  const page = await at(browser, away);
  await page.getByRole('button', { name: '代理', exact: true }).click();
  await page.getByLabel('代理人').fill('监督');
  await page.locator('.lp-results button').first().click();
  await page.getByLabel('开始日').fill(from);
  await page.getByLabel('结束日').fill(to);
  await page.getByLabel('事由(必填)').fill('外出学习。');
  await look(page, 'absence');
  await page.getByRole('button', { name: '指定代理人' }).click();
  await page.getByText(`${from} 至 ${to}`).waitFor();

  const deputy = await at(browser, 'super1');
  await deputy.getByRole('button', { name: '代理', exact: true }).click();
  await deputy.getByText('您正在代理').waitFor();
  await look(deputy, 'deputy');
  await deputy.getByRole('row', { name: /工信部门复核/ }).getByRole('button', { name: '接办' }).first().click();
  await deputy.locator('.fjs-form').waitFor();
  // the office of a group that is not the deputy's own stands there by its id
  await look(deputy, 'deputy-task');
});
