// The party-group office decides two hundred cases in one meeting, by clicking. Started by the Java class LongAgenda.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from '../browser.mjs';
import { person } from '../people.mjs';
import { at, complete, day, leave, look, open, turnTo, upload } from '../tasklist.mjs';

const { ROUND } = process.env;
const CASES = Number(process.env.CASES);
const caseNo = (n) => `${ROUND}-${String(n).padStart(4, '0')}`;
let browser;

before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

test('two hundred cases are decided, saved and recorded', async () => {
  const task = await person('party1').task('userTask_recordDeliberation', ROUND);
  const page = await at(browser, 'party1');
  await open(page, task.id);
  await turnTo(page, '审议清单');
  const lines = page.locator('.lp-decision');
  const count = page.getByText(/^共 \d+ 件,未决定/);
  await count.waitFor();
  assert.equal(await lines.count(), CASES);
  assert.equal(await count.textContent(), `共 ${CASES} 件,未决定 ${CASES} 件`);
  // in the order of the places, the best first
  const places = await page.locator('.lp-scroll tbody tr td:first-child').allTextContents();
  assert.deepEqual(places.map(Number), places.map((_, i) => i + 1));

  const decide = async (n, label, reason) => {
    await page.getByLabel('筛选', { exact: true }).fill(caseNo(n));
    await lines.nth(1).waitFor({ state: 'detached' });
    await page.getByLabel(`${caseNo(n)} 的决定`).selectOption({ label });
    if (reason) await page.getByLabel(`${caseNo(n)} 的理由`).fill(reason);
    await page.getByLabel('筛选', { exact: true }).fill('');
  };
  for (const n of [17, 101, 200]) await decide(n, '暂缓,转入下一批次', '补充材料后再议。');
  await decide(42, '否决', '不符合第五条规定。');
  await decide(150, '否决', '');
  await page.getByRole('button', { name: '其余全部确认' }).click();
  assert.equal(await count.textContent(), `共 ${CASES} 件,未决定 0 件`);
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText(`未保存:请填写理由:${caseNo(150)}`).waitFor();
  await decide(150, '否决', '不符合第五条规定。');
  await look(page, 'party-agenda-200');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText(`已保存 ${CASES} 件`).waitFor();

  // what was saved is there when the page is opened anew
  await page.reload();
  await open(page, task.id);
  await turnTo(page, '审议清单');
  await count.waitFor();
  assert.equal(await count.textContent(), `共 ${CASES} 件,未决定 0 件`);
  await page.getByLabel('按决定筛选').selectOption({ label: '暂缓,转入下一批次' });
  assert.equal(await lines.count(), 3);
  await look(page, 'party-agenda-deferred');

  await upload(page, ['党组会会议纪要.pdf'], '会议纪要(1)');
  await page.locator('.nav-tabs').getByText('表单', { exact: true }).click();
  await page.getByLabel(/会议纪要编号/).fill('党组会纪要〔2026〕9号');
  await day(page, '会议日期', '2026-01-23');
  await page.getByLabel(/实到人数/).fill('7');
  await page.getByLabel(/应到人数/).fill('9');
  await complete(page);
  await leave(page);
});
