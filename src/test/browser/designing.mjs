// The page 流程设计 as administrators work it: changes, files, the editor, decisions of two people.
import assert from 'node:assert/strict';
import { logIn, openPage, picture, watch } from './browser.mjs';

/** A picture, and no English beside ids, file names and expressions, which administrators know; no error in the console. */
export async function look(page, name) {
  await picture(page, name);
  const text = (await page.evaluate(() => document.body.innerText))
    .replace(/[#$]\{[^}]*\}/g, '').replace(/\([\w\-${}]*\)/g, '').replace(/\w+([-_./:]\w*)+/g, '').replace(/\bLN\d+/g, '');
  const english = [...new Set(text.match(/[A-Za-z]{3,}/g) ?? [])].filter((word) => !['BPMN', 'Cockpit'].includes(word));
  assert.deepEqual(english, [], `English on the page ${name}`);
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(wide <= seen, `${name} scrolls sideways: ${wide} > ${seen}`);
  assert.deepEqual(unexpected(page), [], `errors in the console of ${name}`);
}

/** What the console tells beside refusals, which are answers and which the browser reports all the same. */
export const unexpected = (page) => page.problems.filter((one) => !/ (400|409|413) /.test(one));

export const ready = (page) => page.locator('.view:not([aria-busy])').waitFor();

/** An administrator on the page, which is reached from Cockpit. */
export async function administrator(browser, user) {
  const page = watch(await openPage(browser));
  await logIn(page, user);
  await page.goto('/camunda/app/cockpit/default/');
  await page.getByRole('link', { name: '流程设计' }).click();
  await page.waitForURL('**/design**');
  await ready(page);
  return page;
}

export async function turnTo(page, view) {
  await page.goto(`/design#/${view}`);
  await ready(page);
}

export async function newChange(page, title, path) {
  await turnTo(page, 'list');
  await page.getByRole('button', { name: '新建修改方案' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill(title);
  await page.locator(`input[name=path][value="${path}"]`).check();
  await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await ready(page);
}

export async function newFile(page, kind, name) {
  await page.getByRole('button', { name: '增加文件' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('种类').selectOption(kind);
  await dialog.getByLabel('名称').fill(name);
  await dialog.getByRole('button', { name: '增加', exact: true }).click();
  await page.getByText(`${name}.`).first().waitFor();
}

/** Opens the file whose path has this ending. */
export async function edit(page, ending = '.bpmn') {
  await page.getByRole('row', { name: ending }).getByRole('link', { name: '编辑', exact: true }).click();
  await page.locator('.djs-palette, .fjs-palette, .dmn-decision-table-container, .policy').first().waitFor();
  await ready(page);
}

export async function save(page, draft) {
  await page.getByRole('button', { name: '保存', exact: true }).click();
  // the word at the edge may still be that of another file
  await page.locator('.tools').getByText(`已保存为第 ${draft} 稿`).waitFor();
}

/** What the checks beside the drawing say. */
export const found = (page) => page.locator('.found');

/** Puts a file in the place of the drawing, as from the desktop modeler. */
export const upload = (page, text) => page.locator('.tools input[type=file]')
  .setInputFiles({ name: 'x.bpmn', mimeType: 'application/xml', buffer: Buffer.from(text) });

/** The product's own file. */
export const packaged = async (page, path) => (
  await page.request.get(`/design/api/content?path=${encodeURIComponent(path)}&ref=packaged`)).text();

/** Fills in the dialog that a button opened, and says yes. */
export async function decide(page, button, answer, fields = {}) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: answer, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}
