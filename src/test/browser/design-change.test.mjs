// A second countersigning step in the preliminary review: drawn, compared, rehearsed, in force by two people; a new case goes
// through it, running ones are taken along and back, and the former version becomes the newest again.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import * as course from './course.mjs';
import { administrator, decide, edit, found, look, newChange, newFile, ready, save, turnTo, unexpected } from './designing.mjs';
import { person } from './people.mjs';
import * as tasklist from './tasklist.mjs';

const REVIEW = 'processes/preliminary-review/preliminary-review.bpmn';
const VERSIONS = `versions?path=${encodeURIComponent(REVIEW)}`;
const PASS = { outcome: 'PASS', authentic: true, complete: true };
const BY_SCIENCE = 'userTask_reviewByScienceDepartment';
const BY_INDUSTRY = 'userTask_reviewByIndustryDepartment';
/** Three running cases that stand in three different steps, and one that begins after the change. */
const [reviewed, halfway, passed, later] = ['LN0020', 'LN0021', 'LN0022', 'LN0023'];
let browser;
let first;
let second;

before(async () => {
  browser = await openBrowser();
  await course.openRound('2026-06', 60);
  for (const alliance of [reviewed, halfway, passed]) {
    await course.apply(alliance);
    await course.submit(alliance);
  }
  for (const alliance of [halfway, passed]) await review('science', alliance);
  await review('industry', passed);
  first = await administrator(browser, 'admin1');
  second = await administrator(browser, 'admin2');
});
after(async () => { await browser?.close(); });

const review = (department, alliance) => (department === 'science'
  ? person(course.science(alliance)).complete(BY_SCIENCE, course.caseOf(alliance), PASS)
  : person(course.industry(alliance)).complete(BY_INDUSTRY, course.caseOf(alliance), PASS));

const recommend = (alliance) => person(course.science(alliance)).complete('userTask_recommend', course.caseOf(alliance),
  { orderNo: 1, letterNo: `推荐函〔2026〕${alliance}号`, opinion: '材料真实、完整,同意推荐' });

/** The industry department's task at the step that was drawn. */
async function drawn(alliance) {
  const caseNo = course.caseOf(alliance);
  const query = { name: '会签推荐', processInstanceBusinessKey: caseNo };
  return (await person(course.industry(alliance)).post('/camunda/api/engine/engine/default/task', query))[0] ?? null;
}

const stands = async (alliance, key, who) => person(who).task(key, course.caseOf(alliance));

test('the step is drawn with a form of its own, and compared', async () => {
  await look(first, 'design-list');
  await newChange(first, '推荐须会签', REVIEW);
  await newFile(first, 'form', 'countersign-recommendation');
  await edit(first, 'countersign-recommendation.form');
  await first.locator('.fjs-element', { hasText: '办理意见' }).last().click();
  await first.locator('.bio-properties-panel').getByText('基本', { exact: true }).click();
  await first.locator('#bio-properties-panel-label').fill('会签意见');
  await look(first, 'design-form');
  await save(first, 2);
  await first.getByRole('link', { name: '推荐须会签' }).click();
  await ready(first);
  await edit(first);
  // dropped on the flow behind the recommendation, where it is inserted
  await first.locator('.djs-palette [data-action="create.task"]').click();
  const box = await first.locator('[data-element-id=flow_recommend_recommended] .djs-hit').first().boundingBox();
  await first.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await first.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await found(first).locator('.error').first().waitFor();
  // what was put down is selected
  const panel = first.locator('.panel');
  await panel.getByText('基本', { exact: true }).click();
  await panel.locator('#bio-properties-panel-name').fill('会签推荐');
  await panel.getByLabel('办理部门').selectOption('industry-${area}');
  await panel.getByLabel('表单', { exact: true }).selectOption('countersign-recommendation');
  await panel.getByText('说明', { exact: true }).click();
  await panel.getByLabel('元素说明').fill('第六条第2项:工信部门会签推荐意见。');
  await found(first).locator('.error').first().waitFor({ state: 'detached' });
  await look(first, 'design-edit');
  await save(first, 2);
  await first.getByRole('link', { name: '与现行版比较' }).click();
  await first.getByText('新增人工任务“会签推荐”').waitFor();
  await first.locator('.lp-added').first().waitFor();
  await look(first, 'design-compare');
  await first.goBack();
  await ready(first);
});

test('it is rehearsed, and put in force by two people', async () => {
  await first.getByRole('link', { name: '推荐须会签' }).click();
  await first.getByRole('button', { name: '开始试运行' }).click();
  await first.getByText('试运行通过').waitFor({ timeout: 300_000 });
  const address = first.url();
  await first.getByRole('link', { name: '看报告' }).click();
  await first.getByRole('heading', { name: '试运行通过' }).waitFor();
  await first.getByRole('button', { name: '逐步看' }).first().click();
  await first.getByRole('button', { name: '下一步' }).click();
  await first.locator('.lp-here').waitFor();
  await look(first, 'design-report');
  await first.goto(address);
  await ready(first);
  await first.getByRole('button', { name: '提交生效' }).click();
  const dialog = first.getByRole('dialog');
  await dialog.getByLabel('理由(必填)', { exact: true }).fill('工信部门要求会签');
  for (const reason of await dialog.getByLabel(/可以接受的理由/).all()) await reason.fill('排版待调整,不影响办理');
  await dialog.getByRole('button', { name: '提交' }).click();
  await first.getByRole('button', { name: '撤回' }).waitFor();
  assert.equal(await first.getByRole('button', { name: '确认生效' }).count(), 0);

  await turnTo(second, 'list');
  await second.getByRole('link', { name: '推荐须会签' }).click();
  await decide(second, '确认生效', '确认');
  await second.locator('.way [aria-current]').getByText('已生效').waitFor();
  await look(second, 'design-in-force');
});

test('a new case goes through the new step', async () => {
  await course.apply(later);
  await course.submit(later);
  for (const department of ['science', 'industry']) await review(department, later);
  await recommend(later);
  const task = await drawn(later);
  const page = await tasklist.at(browser, course.industry(later));
  await tasklist.open(page, task.id);
  await page.getByLabel('会签意见').fill('同意科技部门的推荐意见。');
  await tasklist.look(page, 'design-new-step');
  await tasklist.complete(page);
  await stands(later, 'userTask_confirmPanel', 'office1');
  await page.context().close();
});

/** Tries the migration that is shown, and has the other administrator confirm it. */
async function carryOut(tried) {
  await first.getByRole('button', { name: '试迁移', exact: true }).click();
  await first.getByText(tried).waitFor();
  await second.goto(first.url());
  await ready(second);
  await decide(second, '确认迁移', '确认');
  await second.locator('.tag').getByText('已完成').waitFor();
}

test('three running cases in three steps are taken along', async () => {
  await turnTo(first, VERSIONS);
  await first.getByRole('link', { name: '迁移在办件' }).last().click();
  await first.getByRole('button', { name: '提出迁移方案' }).waitFor();
  await first.getByLabel('全选').uncheck();
  for (const alliance of [reviewed, halfway, passed]) await first.getByLabel(`迁移${course.caseOf(alliance)}`).check();
  await look(first, 'design-migrate');
  await decide(first, '提出迁移方案', '提出', { '理由(必填)': '在办的也须会签' });
  await carryOut(/成功 3 件,失败 0 件/);
  await second.getByText('已迁移 3 件,未能迁移 0 件,共 3 件').waitFor();
  await look(second, 'design-migration');
  // they stand where they stood, and the one that was recommended next comes to the new step
  await stands(reviewed, BY_SCIENCE, course.science(reviewed));
  await stands(halfway, BY_INDUSTRY, course.industry(halfway));
  await recommend(passed);
  assert.ok(await drawn(passed));
});

test('they are taken back as far as that is possible, and the page says where it is not', async () => {
  await first.reload();
  await ready(first);
  await decide(first, '迁回原版本', '产生方案', { '理由(必填)': '按原办法办' });
  await first.getByText(/迁移$/).first().waitFor();
  await turnTo(first, 'migrations');
  await first.getByRole('row', { name: '待试迁移' }).getByRole('link').first().click();
  await carryOut(/成功 2 件,失败 1 件/);
  await second.getByText('已迁移 2 件,未能迁移 1 件,共 3 件').waitFor();
  await second.getByRole('row', { name: course.caseOf(passed) }).first().waitFor();
  await look(second, 'design-back');
  // it stays where it was, and is worked on
  assert.ok(await drawn(passed));
});

test('the former version becomes the newest again', async () => {
  await turnTo(second, VERSIONS);
  await second.getByText('第 2 版 现行').waitFor();
  await decide(second, '恢复为最新', '恢复', { '理由(必填)': '先按原办法办' });
  await second.getByText('第 3 版 现行').waitFor();
  await look(second, 'design-versions');
  assert.deepEqual([...unexpected(first), ...unexpected(second)], []);
});
