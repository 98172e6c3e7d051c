// What would break the measures or the engine is refused with the reason, beside the drawing and by the server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser } from './browser.mjs';
import { administrator, edit, found, look, newChange, packaged, upload } from './designing.mjs';

const ROUND = 'processes/evaluation-round.bpmn';
const PUBLICITY = 'processes/publicity/publicity.bpmn';
let browser;
let page;

before(async () => {
  browser = await openBrowser();
  page = await administrator(browser, 'admin1');
});
after(async () => { await browser?.close(); });

const replaced = (text, from, to) => {
  assert.notEqual(text.replace(from, to), text, `nothing to break: ${from}`);
  return text.replace(from, to);
};

/** Uploads a broken file, reads the reason, and takes the sound one again. */
async function refused(sound, broken, words) {
  await upload(page, broken);
  await found(page).locator('.error').getByText(words).first().waitFor();
  await upload(page, sound);
  await found(page).getByText('没有发现问题').waitFor();
}

test('a deleted publicity stage is refused, and can be mended', async () => {
  await newChange(page, '不该这样改', ROUND);
  await edit(page);
  await page.locator('[data-element-id=callActivity_publicity]').first().click();
  await page.keyboard.press('Delete');
  await found(page).locator('.error').getByText('缺少调用活动“公示”').first().waitFor();
  await look(page, 'design-refused');
  // a click on the message leads to the element
  await found(page).locator('.problems button').filter({ hasText: '确定下一步' }).first().click();
  await page.locator('.djs-element.selected').first().waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await found(page).getByText('没有发现问题').waitFor();
});

test('what the engine must not run or people must not meet is refused with the reason', async () => {
  const round = await packaged(page, ROUND);
  await refused(round, replaced(round, '#{closeIntakeDelegate}', '#{strangeDelegate}'), '“strangeDelegate”不允许');
  await refused(round, replaced(round, 'formRef="compile-agenda"', 'formRef="no-such-form"'), '表单“no-such-form”不存在');
  await refused(round, replaced(round, '</bpmn:process>',
    '<bpmn:scriptTask id="scriptTask_x" name="算分" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process>'), '不支持的元素');
  await newChange(page, '五个日历日', PUBLICITY);
  await edit(page);
  const publicity = await packaged(page, PUBLICITY);
  await refused(publicity, replaced(publicity, /<bpmn:timeDate[^>]*>#\{publicityPeriod[^<]*<\/bpmn:timeDate>/,
    '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P5D</bpmn:timeDuration>'), '的时间写作“P5D”');
  await upload(page, publicity);
});

test('what is no diagram is not taken, and says why; the drawing stays', async () => {
  await newChange(page, '读不出的文件', ROUND);
  await edit(page);
  const round = await packaged(page, ROUND);
  for (const [file, words] of [
    ['<bpmn', '没有导入'],
    ['你好', '没有导入'],
    [`<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}">]>${round.slice(round.indexOf('<bpmn'))}`, '没有导入'],
    ['x'.repeat(10 << 20), '1,024 KB'],
  ]) {
    await upload(page, file);
    await page.locator('.problem', { hasText: words }).waitFor();
    assert.ok(await page.locator('[data-element-id=callActivity_publicity]').first().isVisible());
    await upload(page, round);
    await page.locator('.problem', { hasText: words }).waitFor({ state: 'detached' });
  }
});
