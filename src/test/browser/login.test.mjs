import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { logIn, openBrowser, openPage, picture } from './browser.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

test('the login page opens and says what the platform is', async () => {
  const page = await openPage(browser);
  await page.goto('/login');
  assert.match(await page.title(), /联评/);
  assert.match(await page.textContent('body'), /辽宁省典型实质性产学研联盟评估评价平台/);
  assert.equal(await page.locator('[role=alert]').count(), 0);
  await picture(page, 'login');
});

test('a wrong password is refused in Chinese and opens nothing', async () => {
  const page = await openPage(browser);
  // an account that no other test uses: a wrong password locks it for some seconds
  await logIn(page, 'sci211000', 'wrong');
  assert.equal((await page.textContent('[role=alert]')).trim(), '用户名或密码错误');
  await picture(page, 'login-refused');
  await page.goto('/camunda/app/tasklist/default/');
  await page.waitForURL('**/login**');
});

test('staff of the office log in and land in Tasklist in Chinese', async () => {
  const page = await openPage(browser);
  await logIn(page, 'office1');
  await page.waitForURL('**/camunda/app/tasklist/**');
  await page.getByText('启动流程').first().waitFor();
  assert.match(await page.textContent('body'), /联评/);
  assert.doesNotMatch(await page.textContent('body'), /Camunda 8/);
  await picture(page, 'tasklist');
});
