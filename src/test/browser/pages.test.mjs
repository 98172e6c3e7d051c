// The pages beside Tasklist: for visitors, for managers and for technical administrators.
import { after, before, test } from 'node:test';
import { logIn, openBrowser, openPage } from './browser.mjs';
import { at, leave, list, look } from './tasklist.mjs';

let browser;
before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

test('a visitor sees the public page and nothing more', async () => {
  const visitor = await openPage(browser);
  await visitor.goto('/public');
  await look(visitor, 'public');
  await visitor.goto('/public/check');
  await look(visitor, 'public-check');
  for (const path of ['/no-such-page', '/manual', '/manual/lead']) {
    await visitor.goto(path);
    await visitor.waitForURL('**/login**');
  }
  await look(visitor, 'login-again');
});

test('a manager sees the list of the round', async () => {
  const page = await at(browser, 'manager1');
  await list(page, '全部待办');
  await look(page, 'manager-list');
  await leave(page);
});

test('an administrator works the registry, the mail and the clock', async () => {
  const admin = await at(browser, 'admin1');
  await look(admin, 'admin-list');
  await admin.goto('/admin/registry');
  // the names of the files and their columns are the format itself
  const format = ['organisations', 'alliances', 'members', 'chains', 'divisions', 'experts', 'code', 'name', 'kind', 'area', 'enterprise'];
  await look(admin, 'registry', format);
  await admin.setInputFiles('#files', [{ name: 'organisations.csv', mimeType: 'text/csv', buffer: Buffer.from('code,name,kind,area\n错,单位,enterprise,210100\n') }]);
  await admin.getByRole('button', { name: '导入' }).click();
  await admin.locator('.failed').waitFor();
  admin.problems.length = 0; // the browser notes the status of the refused import
  await look(admin, 'registry-refused', format);
  await admin.goto('/admin/mail');
  // the setting that names the mail server
  await look(admin, 'admin-mail', ['spring', 'mail', 'host']);
  await admin.goto('/demo');
  await look(admin, 'demo-clock');
});

test('everybody finds the manual, one\'s own role first', async () => {
  const page = await openPage(browser);
  await logIn(page, 'party1');
  await page.getByText('启动流程').first().waitFor();
  const [manual] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: '使用手册' }).click()]);
  await manual.waitForLoadState('networkidle');
  await manual.setViewportSize({ width: 1366, height: 768 });
  await manual.getByRole('heading', { level: 1, name: '党组办公室' }).waitFor();
  for (const image of await manual.locator('main img').all()) await image.scrollIntoViewIfNeeded();
  await manual.waitForFunction(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
  await manual.evaluate(() => window.scrollTo(0, 0));
  await look(manual, 'manual');
});
