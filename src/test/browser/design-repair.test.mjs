// What administrators do beside a change: get a single case going again, and begin a city's own measures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import * as course from './course.mjs';
import { administrator, decide, edit, look, ready, save, turnTo, unexpected } from './designing.mjs';
import { person } from './people.mjs';

const PASS = { outcome: 'PASS', authentic: true, complete: true };
const ALLIANCE = 'LN0024';
let browser;
let first;
let second;

before(async () => {
  browser = await openBrowser();
  await course.openRound('2026-07', 60);
  await course.apply(ALLIANCE);
  await course.submit(ALLIANCE);
  await person(course.science(ALLIANCE)).complete('userTask_reviewByScienceDepartment', course.caseOf(ALLIANCE), PASS);
  await person(course.industry(ALLIANCE)).complete('userTask_reviewByIndustryDepartment', course.caseOf(ALLIANCE), PASS);
  await person(course.science(ALLIANCE)).task('userTask_recommend', course.caseOf(ALLIANCE));
  first = await administrator(browser, 'admin1');
  second = await administrator(browser, 'admin2');
});
after(async () => { await browser?.close(); });

test('a case is moved back by two administrators, and nowhere past what the measures protect', async () => {
  const caseNo = course.caseOf(ALLIANCE);
  await turnTo(first, 'repairs');
  await first.getByLabel('案卷号或批次号').fill(caseNo);
  await first.getByRole('button', { name: '查找' }).click();
  const step = first.getByRole('row', { name: '推荐报送' });
  await step.waitFor();
  await look(first, 'design-repair');
  await step.getByRole('button', { name: '移到别的步骤' }).click();
  const dialog = first.getByRole('dialog');
  const shut = await dialog.locator('option:disabled').allInnerTexts();
  assert.ok(shut.length > 0 && shut.every((text) => /(.+)$/.test(text)), `reasons of the closed steps: ${shut}`);
  await dialog.getByLabel('移到').selectOption({ label: '科技部门复核' });
  await dialog.getByLabel('理由(必填)', { exact: true }).fill('复核意见录入有误,重新复核');
  await look(first, 'design-repair-move');
  await dialog.getByRole('button', { name: '提出', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const proposed = first.getByRole('row', { name: '重新复核' });
  await proposed.getByText('待确认').waitFor();
  assert.equal(await proposed.getByRole('button', { name: '确认' }).count(), 0);
  // nothing moves before another person has confirmed
  await person(course.science(ALLIANCE)).task('userTask_recommend', caseNo);

  await turnTo(second, 'repairs');
  await decide(second, '确认', '确定');
  await second.getByRole('row', { name: '重新复核' }).getByText('已修正').waitFor();
  await look(second, 'design-repaired');
  await person(course.science(ALLIANCE)).task('userTask_reviewByScienceDepartment', caseNo);
});

test('a city begins its own measures on a copy', async () => {
  await turnTo(first, 'list');
  await first.getByRole('button', { name: '为一个市复制办法' }).click();
  const dialog = first.getByRole('dialog');
  await dialog.getByLabel('地区').selectOption('210300');
  await dialog.getByLabel('方案名称').fill('鞍山市评估评价办法');
  await dialog.getByLabel('理由(必填)', { exact: true }).fill('第九条:本市参照执行');
  await look(first, 'design-city-copy');
  await dialog.getByRole('button', { name: '复制', exact: true }).click();
  await first.getByRole('heading', { name: '鞍山市评估评价办法' }).waitFor();
  await ready(first);
  await look(first, 'design-city');
  await edit(first, '.json');
  await first.getByLabel('公示期长度', { exact: true }).fill('8');
  await first.getByLabel('公示期长度', { exact: true }).blur();
  await look(first, 'design-policy');
  await save(first, 2);
  assert.deepEqual([...unexpected(first), ...unexpected(second)], []);
});
