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

test('the lead enterprise takes back what it has just completed', async () => {
  const lead = course.lead(sealing);
  await person(lead).complete('userTask_selfEvaluateElement', course.caseOf(sealing), { met: '0', statement: '暂不具备。' },
    (task) => task.value('elementNo') === 4);
  const page = await at(browser, lead);
  await page.getByRole('button', { name: '我已办', exact: true }).click();
  const row = page.getByRole('row', { name: /暂不具备/ }).first();
  await row.getByRole('button', { name: '撤回', exact: true }).click();
  await page.getByLabel('撤回原因(必填)').fill('论述需要补充。');
  await look(page, 'action-withdraw');
  await page.getByRole('button', { name: '确定' }).click();
  await page.locator('.fjs-form').waitFor();
  assert.match(await page.locator('.fjs-form').innerText(), /要素/);
  await page.getByRole('button', { name: '我已办', exact: true }).click();
  // the act of taking back is an act too, and cannot be taken back
  const act = page.getByRole('row', { name: /论述需要补充/ });
  await act.waitFor();
  assert.equal(await act.getByRole('button', { name: '撤回', exact: true }).count(), 0);
  await look(page, 'done-after-withdraw');
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
  // an office that is not the deputy's own stands there by its name
  await look(deputy, 'deputy-task');
});

test('an administrator hands over the tasks of somebody who leaves', async () => {
  const admin = await at(browser, 'admin1');
  await admin.goto('/admin/hand-over');
  await admin.getByLabel(/^离岗人员/).fill('监督');
  await admin.getByRole('button', { name: '查找' }).click();
  await admin.getByRole('row', { name: /super1/ }).getByRole('link', { name: '移交' }).click();
  await admin.getByLabel('移交事由').fill('调离原岗位');
  await look(admin, 'admin-hand-over', ['super']);
  await admin.getByRole('button', { name: '移交' }).click();
  await admin.getByText(/已移交 0 项任务,另有 1 项退回原部门待认领/).waitFor();
});
