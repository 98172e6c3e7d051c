// Tasklist as a person works it: open a task, claim it, turn to a tab, fill in the form, complete.
import assert from 'node:assert/strict';
import { logIn, openPage, picture } from './browser.mjs';

/** English that may stand on a page: names and units that have no Chinese form. */
const FOREIGN = /\b(PDF|Word|Excel|docx|xlsx|KB|MB|Camunda|Platform|Asia|Shanghai|v\d[\d.]*|LN\w*|BA\d+|u9\w+|expert\d+|pdf|csv|CSV|UTF)\b/g;

/** Somebody logged in, whose browser's console and pages are watched. */
export async function at(browser, user) {
  const page = await openPage(browser);
  page.problems = [];
  page.on('console', (message) => { if (message.type() === 'error') page.problems.push(message.text()); });
  page.on('pageerror', (error) => page.problems.push(String(error)));
  await logIn(page, user);
  await page.waitForURL('**/camunda/app/tasklist/**');
  await page.getByText('启动流程').first().waitFor();
  await page.waitForLoadState('networkidle');
  // the texts are there from the second load on: the first one fetches them
  await page.reload();
  await page.getByText('启动流程').first().waitFor();
  return page;
}

/** Opens a task by its link, as a reminder would, and claims it where nobody has. */
export async function open(page, taskId) {
  await page.goto(`/camunda/app/tasklist/default/#/?task=${taskId}`);
  await page.locator('.fjs-form').waitFor();
  await page.waitForLoadState('networkidle');
  const claim = page.getByText('认领', { exact: true }).first();
  if (await claim.count()) {
    await claim.click();
    await claim.waitFor({ state: 'detached' });
    await page.locator('.fjs-form :enabled').first().waitFor();
  }
}

export async function turnTo(page, label) {
  await page.locator('.nav-tabs').getByText(label, { exact: true }).click();
  await page.locator('.lp-tab:not([aria-busy])').waitFor();
}

export async function complete(page) {
  await page.getByRole('button', { name: '完成', exact: true }).click();
  await page.locator('.fjs-form').waitFor({ state: 'detached' });
}

/** Looks at what the person sees: a picture, no English, nothing cut off at the side, no error in the console. */
export async function look(page, name, allowed = []) {
  await picture(page, name);
  const text = (await page.evaluate(() => document.body.innerText)).replace(/<[^>]*>/g, '').replace(FOREIGN, '');
  // fingerprints and seeds are hexadecimal
  const english = (text.replace(/\b[0-9a-f]{8,}\b/g, '').match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !allowed.includes(word));
  assert.deepEqual([...new Set(english)], [], `English on the page ${name}`);
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= seen, `${name} scrolls sideways: ${wide} > ${seen}`);
  assert.deepEqual(page.problems ?? [], [], `errors in the console of ${name}`);
}
