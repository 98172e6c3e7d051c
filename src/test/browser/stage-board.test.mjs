// Managers find in Cockpit where a round is stuck. The round is known: who took how many working days follows from the clock.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { address, logIn, openBrowser, openPage, watch } from './browser.mjs';
import * as course from './course.mjs';
import { eventually, person } from './people.mjs';
import { look } from './tasklist.mjs';

const ROUND = '2026-09';
// three working days at the preliminary review, all others none; and one that nobody has sent in
const [slow, quick, stuck] = ['LN0006', 'LN0007', 'LN0009'];
const FIGURES = '/camunda/api/lianping/monitoring';
// Cockpit's own pages show the keys of processes, and what a version without a tag has
const OWN = ['default', 'null', 'alliance', 'self', 'preliminary', 'evaluation', 'review'];
let browser;

before(async () => {
  browser = await openBrowser();
  await course.openRound(ROUND, 60, '2026-05-11');
  for (const alliance of [slow, quick, stuck]) await course.apply(alliance);
  for (const alliance of [slow, quick]) await course.submit(alliance);
  await course.recommend(quick);
  await course.morningOf('2026-05-14');
  await course.recommend(slow);
  await course.morningOf('2026-05-18');
  await eventually('the figures of the round', async () => {
    const { stages } = await person('manager1').get(`${FIGURES}/board?round=${ROUND}`);
    return stages[2].waiting === 2 && stages[1].out === 2;
  });
});
after(async () => { await browser?.close(); });

/** A manager who has just logged in. */
async function manager(user = 'manager1') {
  const page = watch(await openPage(browser));
  await logIn(page, user);
  await page.waitForURL('**/camunda/app/cockpit/**');
  await ready(page);
  return page;
}

const ready = async (page) => {
  await page.locator('.lp-board:not([aria-busy])').waitFor();
  await page.waitForLoadState('networkidle');
};

async function chooseRound(page) {
  await page.getByLabel('批次', { exact: true }).selectOption(ROUND);
  await page.waitForURL(`**round=${ROUND}**`);
  await ready(page);
}

const verdict = async (page, id) => (await page.locator(`.lp-verdict-${id}`).innerText()).replaceAll(/\s+/g, ' ');

test('from the login: the slowest stage, the city behind it and the case that waits longest', async () => {
  const page = await manager();
  await chooseRound(page); // the first of at most four clicks; the other three are links to more
  assert.match(await verdict(page, 'stage'), /初审复核 ?90% 分位 3\.0 日,中位数 0\.0 日/);
  assert.match(await verdict(page, 'part'), /丹东.*90% 分位 3\.0 日,在办 0 件/);
  assert.match(await verdict(page, 'case'), new RegExp(`${course.caseOf(stuck)} ?联盟自评,已 5\\.0 日`));
  assert.match(await verdict(page, 'ready'), /\d{4}-\d\d-\d\d/);
  await page.locator('.lp-chart svg').first().waitFor();
  await look(page, 'cockpit-stage-board');
  await page.locator('.lp-verdict-case').click();
  await ready(page);
  await page.getByRole('heading', { name: new RegExp(course.caseOf(stuck)) }).waitFor();
  await page.locator('.lp-history-diagrams .djs-element').first().waitFor();
  await look(page, 'cockpit-history');
  await page.getByRole('button', { name: '查阅案卷' }).click();
  await page.getByRole('dialog', { name: `案卷 ${course.caseOf(stuck)}` }).getByText('示例盟主企业009').first().waitFor();
  await page.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('button', { name: '提醒' }).click();
  await page.getByRole('dialog', { name: '提醒' }).getByText('全部标为已读').waitFor();
  await page.context().close();
});

test('every number opens the list of its cases, with who holds them; an urging goes out', async () => {
  const page = await manager();
  await chooseRound(page);
  const row = page.locator('.lp-stages tbody tr', { hasText: '联盟自评' });
  assert.equal(await row.locator('td').nth(3).innerText(), '1');
  await row.locator('td').nth(3).getByRole('link').click();
  await ready(page);
  const held = page.locator('.lp-view-cases tbody tr');
  assert.equal(await held.count(), 1);
  assert.match(await held.innerText(), new RegExp(`${course.caseOf(stuck)}[^]*阜新[^]*5\\.0 日`));
  await look(page, 'cockpit-cases');
  await held.getByRole('button', { name: '催办' }).click();
  await page.getByLabel('催办意见(必填)').fill('请尽快完成自评。');
  await page.getByRole('button', { name: '发出催办' }).click();
  await held.getByRole('button', { name: '已催办' }).waitFor();
  await held.getByRole('link', { name: '流程图' }).click();
  await page.waitForURL('**/process-instance/**');
  await page.locator('.lp-mark-badge', { hasText: '5.0 日' }).first().waitFor();
  await look(page, 'cockpit-instance', OWN);
  await page.getByText('用时', { exact: true }).click();
  await page.getByRole('columnheader', { name: '其他案卷中位' }).waitFor();
  await page.context().close();
});

test('areas are compared, the time of a round is split, its end is forecast', async () => {
  const page = await manager();
  await chooseRound(page);
  await page.getByRole('link', { name: '比较', exact: true }).click();
  await ready(page);
  const first = page.locator('.lp-view-comparison .lp-stages tbody tr').first();
  assert.match(await first.innerText(), /丹东[^]*3\.0 日/);
  await page.locator('.lp-chart svg').first().waitFor();
  await look(page, 'cockpit-comparison');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出 xlsx' }).click()]);
  assert.match(file.suggestedFilename(), /\.xlsx$/);
  await page.getByRole('link', { name: '时间去向', exact: true }).click();
  await ready(page);
  await page.getByText('3 件案卷共经过').waitFor();
  await page.locator('.lp-chart svg').first().waitFor();
  await look(page, 'cockpit-time');
  await page.getByRole('link', { name: '预计完成', exact: true }).click();
  await ready(page);
  assert.equal(await page.locator('.lp-view-forecast tbody tr').count(), 6);
  await page.getByText('预测方法').waitFor();
  await look(page, 'cockpit-forecast');
  await page.context().close();
});

test('the manager of an area sees the area, and nothing else', async () => {
  const engine = '/camunda/api/engine/engine/default';
  await person('admin1').post(`${engine}/user/create`, { profile: { id: 'dandong', firstName: '', lastName: '丹东管理人员' }, credentials: { password: 'demo' } });
  await person('admin1').put(`${engine}/group/manager-210600/members/dandong`, {});
  const page = await manager('dandong');
  await chooseRound(page);
  assert.deepEqual(await page.getByLabel('地区', { exact: true }).locator('option').allInnerTexts(), ['丹东市']);
  assert.equal(await page.getByRole('link', { name: '预警', exact: true }).count(), 0);
  assert.equal(await page.locator('.lp-stages tbody tr', { hasText: '联盟自评' }).locator('td').nth(1).innerText(), '1');
  assert.doesNotMatch(await page.textContent('body'), new RegExp(course.caseOf(stuck)));
  await page.goto(`/camunda/app/cockpit/default/#/stage-board?view=history&case=${course.caseOf(stuck)}`);
  await page.getByRole('alert').getByText('您只能查看本地区的情况').waitFor();
  await page.context().close();
});

test('thresholds are set; what is wrong is refused in Chinese', async () => {
  const page = await manager();
  await page.getByRole('link', { name: '预警', exact: true }).click();
  await ready(page);
  const oldest = page.getByLabel('联盟自评:最久在办(工作日)');
  await oldest.fill('4');
  await page.getByRole('button', { name: '保存预警值' }).click();
  await page.getByText('已保存').waitFor();
  await look(page, 'cockpit-alerts');
  await page.locator('.lp-thresholds').evaluate((form) => { form.noValidate = true; });
  await oldest.fill('2000');
  await page.getByRole('button', { name: '保存预警值' }).click();
  await page.getByRole('alert').getByText('最久在办应为 0 至 1000 个工作日').waitFor();
  assert.equal(page.problems.length, 1, 'the browser notes the status of the refusal');
  const kept = await person('manager1').get(`${FIGURES}/thresholds`);
  assert.equal(kept.find((one) => one.stage === 'self-evaluation').oldestDays, 4);
  await page.context().close();
});

test('the diagram shows the heat: numbers, colours and what is told of each task', async () => {
  const page = await manager();
  const [definition] = await person('manager1').get('/camunda/api/engine/engine/default/process-definition?key=preliminary-review&latestVersion=true');
  await page.goto(`/camunda/app/cockpit/default/#/process-definition/${encodeURIComponent(definition.id)}/runtime`);
  await page.getByLabel('热力图的批次').selectOption(ROUND);
  const review = page.locator('.djs-overlays[data-container-id="userTask_reviewByScienceDepartment"] .lp-mark-badge');
  await review.getByText('在办 0').waitFor();
  await page.getByRole('radio', { name: '中位用时' }).check();
  // one took no time, the other three days: the nearest rank of two is the first
  await review.getByText('中位 0.0 日').waitFor();
  await page.goto(`/camunda/app/cockpit/default/#/process-definition/${encodeURIComponent(await selfEvaluation())}/runtime`);
  await page.getByLabel('热力图的批次').selectOption(ROUND);
  const element = page.locator('.djs-overlays[data-container-id="userTask_selfEvaluateElement"] .lp-mark-badge');
  await element.getByText('在办 10').waitFor();
  assert.match(await element.getAttribute('class'), /lp-heat-5/);
  const shape = page.locator('.djs-element[data-element-id="userTask_selfEvaluateElement"]').first();
  assert.equal(await shape.locator('.djs-visual > :first-child').evaluate((node) => getComputedStyle(node).fill), 'rgb(221, 95, 51)');
  assert.equal(await page.locator('.djs-element[data-element-id="userTask_submitReport"] .djs-visual > :first-child').first()
    .evaluate((node) => getComputedStyle(node).fill === 'rgb(221, 95, 51)'), false);
  const box = await shape.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByRole('tooltip').waitFor();
  assert.match((await page.getByRole('tooltip').innerText()).replaceAll(/\s+/g, ' '), /进入 30 次 在办 10 .* 最久在办 5\.0 日 返工占比 0%/);
  await look(page, 'cockpit-heat', OWN);
  await page.getByRole('radio', { name: '不显示' }).check();
  assert.equal(await page.locator('.lp-mark-badge').count(), 0);
  await page.context().close();
});

const selfEvaluation = async () => (await person('manager1')
  .get('/camunda/api/engine/engine/default/process-definition?key=self-evaluation&latestVersion=true'))[0].id;

test('Cockpit\'s start page has the panel; who may not open Cockpit gets nothing', async () => {
  const page = await manager();
  await page.goto('/camunda/app/cockpit/default/#/');
  await page.locator('.lp-panel:not([aria-busy]) .lp-verdict').first().waitFor();
  await page.waitForLoadState('networkidle');
  await look(page, 'cockpit-start', OWN);
  await page.context().close();
  const staff = watch(await openPage(browser));
  await logIn(staff, 'office1');
  await staff.waitForURL('**/camunda/app/tasklist/**');
  await staff.goto('/camunda/app/cockpit/default/#/stage-board');
  await staff.waitForLoadState('networkidle');
  assert.doesNotMatch(await staff.textContent('body'), new RegExp(course.caseOf(stuck)));
  for (const what of ['options', 'board', 'comparison', 'cases?stage=publicity', 'nodes', 'time', 'forecast?round=2026-09', 'thresholds', 'alerts', 'export.xlsx']) {
    assert.equal((await staff.request.get(`${address}${FIGURES}/${what}`)).status(), 403, what);
  }
  await staff.context().close();
});
