// Tasklist as a person works it: open a task, claim it, turn to a tab, fill in the form, complete.
import assert from 'node:assert/strict';
import { logIn, openPage, picture, watch } from './browser.mjs';
import { smallPdf } from './people.mjs';

/** English that may stand on a page: names and units that have no Chinese form. */
const FOREIGN = /\b(PDF|Word|Excel|docx|KB|MB|Camunda|Platform|Asia|Shanghai|v\d[\d.]*|LN\w*|BA\d+|u9\w+|expert\d+|manager\d+|xlsx|pdf|csv|CSV|UTF)\b/g;

async function loaded(page, user) {
  await page.getByText('启动流程').first().waitFor().catch(async () => {
    await picture(page, `not-loaded-${user}`);
    throw new Error(`Tasklist did not load for ${user} at ${page.url()}: ${page.problems.join('; ')}`);
  });
}

/** Somebody logged in, whose browser's console and pages are watched. */
export async function at(browser, user) {
  const page = watch(await openPage(browser));
  await logIn(page, user, 'demo', '/camunda/app/tasklist/default/');
  await page.waitForURL('**/camunda/app/tasklist/**');
  await loaded(page, user);
  await page.waitForLoadState('networkidle');
  return page;
}

const completion = (page) => page.getByRole('button', { name: '完成', exact: true });

/** Opens a task by its link, as a reminder would, and claims it where nobody has. */
export async function open(page, taskId) {
  // a link is opened anew; within Tasklist a changed address alone would leave the chosen list behind
  if (page.url().includes('searchQuery')) await page.goto('about:blank');
  await page.goto(`/camunda/app/tasklist/default/#/?task=${taskId}`);
  await page.locator('.fjs-form').waitFor();
  await page.waitForLoadState('networkidle');
  const claim = page.getByText('认领', { exact: true }).first();
  if (await claim.count()) {
    await claim.click();
    await claim.waitFor({ state: 'detached' });
    await completion(page).and(page.locator(':enabled')).waitFor();
  }
}

export async function turnTo(page, label) {
  await page.locator('.nav-tabs').getByText(label, { exact: true }).click();
  await page.locator('.lp-tab:not([aria-busy])').waitFor();
}

export async function complete(page) {
  // the form checks a field when it is left
  await page.evaluate(() => document.activeElement?.blur());
  await completion(page).click();
  await page.locator('.fjs-form').waitFor({ state: 'detached' });
}

/** Uploads files in the tab 证据材料 and returns to the form. */
export async function upload(page, names, heading) {
  await turnTo(page, '证据材料');
  await page.setInputFiles('#lp-files', names.map((name) => ({ name, mimeType: 'application/pdf', buffer: smallPdf() })));
  await page.getByText(heading).first().waitFor();
}

export async function toForm(page) {
  await page.locator('.nav-tabs').getByText('表单', { exact: true }).click();
  await completion(page).and(page.locator(':enabled')).waitFor();
}

/** Enters a day as people do: types it and leaves the field. */
export async function day(page, label, date) {
  const field = page.locator('.fjs-form-field-datetime', { hasText: label }).locator('input').first();
  await field.click();
  await field.fill(date.replaceAll('-', '/'));
  await field.press('Enter');
  await field.press('Tab');
}

/** Chooses an entry of a select field of a form. */
export async function choose(page, label, entry) {
  await page.locator('.fjs-form-field-select', { hasText: label }).locator('.fjs-input-group').click();
  await page.locator('.fjs-dropdownlist-item', { hasText: entry }).first().click();
}

/** Leaves by the menu of one's own name; afterwards the list is behind the login page. */
export async function leave(page) {
  await page.locator('.account .dropdown-toggle, .account button, .account a').first().click();
  assert.deepEqual(page.problems, [], 'errors in the console before leaving');
  await page.getByText('退出登录', { exact: true }).first().click();
  // Tasklist says the same words for a moment on its own page
  await page.waitForURL(/\/login\?logout$/);
  await page.getByText('已退出登录').waitFor();
  await page.goto('/camunda/app/tasklist/default/');
  await page.waitForURL(/\/login$/);
  await page.context().close();
}

/** Chooses a list on the left and waits until its cards are there. */
export async function list(page, name) {
  await page.getByText(name).first().click();
  await page.locator('.lp-card .lp-chip').first().waitFor();
}

/** Looks at what the person sees: a picture, no English, nothing cut off at the side, no error in the console. */
export async function look(page, name, allowed = []) {
  for (const spinner of await page.getByText('正在加载').all()) await spinner.waitFor({ state: 'hidden' });
  await picture(page, name);
  const text = (await page.evaluate(() => document.body.innerText)).replace(/<[^>]*>/g, '').replace(FOREIGN, '');
  // ids, fingerprints and seeds are hexadecimal
  const words = text.replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '').replace(/\b[0-9a-f]{8,}\b/g, '');
  const english = (words.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !allowed.includes(word));
  assert.deepEqual([...new Set(english)], [], `English on the page ${name}`);
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= seen, `${name} scrolls sideways: ${wide} > ${seen}`);
  assert.deepEqual(page.problems ?? [], [], `errors in the console of ${name}`);
}
