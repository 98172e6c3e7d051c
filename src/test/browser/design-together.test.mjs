// Two administrators at one file, and a browser that closes too early.
import { after, before, test } from 'node:test';
import { openBrowser, watch } from './browser.mjs';
import { administrator, edit, look, newChange, ready, save } from './designing.mjs';

const REVIEW = 'processes/preliminary-review/preliminary-review.bpmn';
let browser;

before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

test('two people at once are told of each other, and nobody overwrites another unseen; nothing is lost when the browser closes', async () => {
  const first = await administrator(browser, 'admin1');
  await newChange(first, '两人同改', REVIEW);
  const address = first.url();
  await edit(first);
  const second = await administrator(browser, 'admin2');
  await second.goto(address);
  await ready(second);
  await edit(second);
  await second.getByText('系统管理员甲也打开着这个文件').waitFor();
  const rename = async (page, name) => {
    await page.locator('[data-element-id=userTask_recommend]').first().click();
    const panel = page.locator('.panel');
    if (!(await panel.locator('#bio-properties-panel-name').isVisible())) await panel.getByText('基本', { exact: true }).click();
    await panel.locator('#bio-properties-panel-name').fill(name);
    await page.getByText('有未保存的修改').waitFor();
  };
  await rename(second, '推荐');
  await save(second, 2);
  await rename(first, '报送');
  await first.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = first.getByRole('dialog', { name: '另一人已保存' });
  await dialog.getByText('系统管理员乙').waitFor();
  await look(first, 'design-conflict');
  await first.keyboard.press('Escape');
  // the window is closed without saving; the same browser opens the file again
  const context = first.context();
  await first.close({ runBeforeUnload: false });
  const again = watch(await context.newPage());
  await again.goto(address);
  await ready(again);
  await again.getByRole('link', { name: '编辑', exact: true }).first().click();
  await again.getByRole('button', { name: '恢复未保存的修改' }).click();
  await again.locator('[data-element-id=userTask_recommend]').getByText('报送').waitFor();
  await context.close();
  await second.context().close();
});
