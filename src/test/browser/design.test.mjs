// Administrators change a diagram in the browser: drawn, checked, compared, rehearsed, put in force by two, taken back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { logIn, openBrowser, openPage, picture, watch } from './browser.mjs';

const REVIEW = 'processes/preliminary-review/preliminary-review.bpmn';
const WHOLE = 'processes/alliance-evaluation.bpmn';
let browser;

before(async () => { browser = await openBrowser(); });
after(async () => { await browser?.close(); });

/** A picture, and no English beside ids, file names and expressions, which administrators know. */
async function see(page, name) {
  await picture(page, name);
  const text = (await page.evaluate(() => document.body.innerText))
    .replace(/[#$]\{[^}]*\}/g, '').replace(/\([\w\-${}]*\)/g, '').replace(/\w+([-_./:]\w*)+/g, '');
  assert.deepEqual([...new Set(text.match(/[A-Za-z]{3,}/g) ?? [])].filter((word) => !['BPMN', 'Cockpit'].includes(word)), [], `English on the page ${name}`);
  // that somebody else was faster is an answer, which the browser reports all the same
  assert.deepEqual(page.problems.filter((one) => !one.includes(' 409 ')), [], `errors in the console of ${name}`);
}

const ready = (page) => page.locator('.view:not([aria-busy])').waitFor();

/** An administrator on the page, which is reached from Cockpit. */
async function administrator(user) {
  const page = watch(await openPage(browser));
  await logIn(page, user);
  await page.goto('/camunda/app/cockpit/default/');
  await page.getByRole('link', { name: '流程设计' }).click();
  await page.waitForURL('**/design**');
  await ready(page);
  return page;
}

async function newChange(page, title, path) {
  await page.goto('/design#/list');
  await ready(page);
  await page.getByRole('button', { name: '新建修改方案' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill(title);
  await page.locator(`input[name=path][value="${path}"]`).check();
  await page.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  await ready(page);
}

const edit = async (page) => {
  await page.getByRole('row', { name: '.bpmn' }).getByRole('link', { name: '编辑', exact: true }).click();
  await page.locator('.djs-palette').waitFor();
  await ready(page);
};

const found = (page) => page.locator('.found');

/** Puts a file in the place of the drawing, as from the desktop modeler. */
const upload = (page, text) => page.locator('.tools input[type=file]').setInputFiles({ name: 'x.bpmn', mimeType: 'application/xml', buffer: Buffer.from(text) });

const source = async (page, path) => (await page.request.get(`/design/api/content?path=${encodeURIComponent(path)}&ref=packaged`)).text();

test('a second countersigning step with a new form: drawn, compared, rehearsed, in force by two people, taken back', async () => {
  const page = await administrator('admin1');
  await see(page, 'design-list');
  await newChange(page, '推荐须会签', REVIEW);
  await page.getByRole('button', { name: '增加文件' }).click();
  await page.getByRole('dialog').getByLabel('名称').fill('countersign-recommendation');
  await page.getByRole('dialog').getByRole('button', { name: '增加', exact: true }).click();
  await page.getByText('countersign-recommendation.form').waitFor();
  await edit(page);
  // dropped on the flow behind the recommendation, where it is inserted
  await page.locator('.djs-palette [data-action="create.task"]').click();
  const flow = page.locator('[data-element-id=flow_recommend_recommended] .djs-hit').first();
  const box = await flow.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await found(page).locator('.error').first().waitFor();
  // what was put down is selected
  const panel = page.locator('.panel');
  await panel.getByText('基本', { exact: true }).click();
  await panel.locator('#bio-properties-panel-name').fill('会签推荐');
  await panel.getByLabel('办理部门').selectOption('industry-${area}');
  await panel.getByLabel('表单', { exact: true }).selectOption('countersign-recommendation');
  await panel.getByText('说明', { exact: true }).click();
  await panel.getByLabel('元素说明').fill('第六条第2项:工信部门会签推荐意见。');
  await found(page).locator('.error').first().waitFor({ state: 'detached' });
  await see(page, 'design-edit');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存为第 2 稿').first().waitFor();
  await page.getByRole('link', { name: '与现行版比较' }).click();
  await page.getByText('新增人工任务“会签推荐”').waitFor();
  await page.locator('.lp-added').first().waitFor();
  await see(page, 'design-compare');
  await page.goBack();
  await ready(page);
  await page.getByRole('link', { name: '推荐须会签' }).click();
  await page.getByRole('button', { name: '开始试运行' }).click();
  await page.getByText('试运行通过').waitFor({ timeout: 150_000 });
  const address = page.url();
  await page.getByRole('link', { name: '看报告' }).click();
  await page.getByRole('heading', { name: '试运行通过' }).waitFor();
  await page.getByRole('button', { name: '逐步看' }).first().click();
  await page.getByRole('button', { name: '下一步' }).click();
  await page.locator('.lp-here').waitFor();
  await see(page, 'design-report');
  await page.goto(address);
  await ready(page);
  await page.getByRole('button', { name: '提交生效' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由(必填)', { exact: true }).fill('工信部门要求会签');
  for (const reason of await dialog.getByLabel(/可以接受的理由/).all()) await reason.fill('排版待调整,不影响办理');
  await dialog.getByRole('button', { name: '提交' }).click();
  await page.getByRole('button', { name: '撤回' }).waitFor();
  assert.equal(await page.getByRole('button', { name: '确认生效' }).count(), 0);

  const second = await administrator('admin2');
  await second.getByRole('link', { name: '推荐须会签' }).click();
  await second.getByRole('button', { name: '确认生效' }).click();
  await second.getByRole('dialog').getByRole('button', { name: '确认' }).click();
  await second.locator('.way [aria-current]').getByText('已生效').waitFor();
  await see(second, 'design-in-force');
  await second.goto(`/design#/versions?path=${encodeURIComponent(REVIEW)}`);
  await second.getByText('第 2 版 现行').waitFor();
  await second.getByRole('button', { name: '恢复为最新' }).click();
  await second.getByLabel('理由(必填)').fill('先按原办法办');
  await second.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
  await second.getByText('第 3 版 现行').waitFor();
  assert.deepEqual([...page.problems, ...second.problems], []);
  await page.context().close();
  await second.context().close();
});

test('what breaks the measures is refused with the reason, and can be mended', async () => {
  const page = await administrator('admin1');
  await newChange(page, '不该这样改', WHOLE);
  await edit(page);
  await page.locator('[data-element-id=event_publicityEnded]').first().click();
  await page.keyboard.press('Delete');
  await found(page).locator('.error').first().waitFor();
  await see(page, 'design-refused');
  await page.getByRole('button', { name: '撤销' }).click();
  await found(page).getByText('没有发现问题').waitFor();
  const text = await source(page, WHOLE);
  const broken = {
    '表单“no-such-form”不存在': (await source(page, REVIEW)).replace('formRef="recommend"', 'formRef="no-such-form"'),
    '“strangeDelegate”不允许': text.replace('#{takeDecisionDelegate}', '#{strangeDelegate}'),
    不支持的元素: text.replace('</bpmn:process>', '<bpmn:scriptTask id="scriptTask_x" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process>'),
  };
  for (const [words, file] of Object.entries(broken)) {
    if (file === text || words.startsWith('表单')) continue;
    await upload(page, file);
    await found(page).getByText(words).first().waitFor();
  }
  for (const [words, file] of [['读不出', '<bpmn'], ['1,024 KB', 'x'.repeat(2 << 20)]]) {
    await upload(page, file);
    await page.locator('.problem', { hasText: '没有导入' }).waitFor();
    assert.ok(words.length > 0);
  }
  await page.context().close();
});

test('two people at once are told of each other, and nobody overwrites another unseen; nothing is lost when the browser closes', async () => {
  const first = await administrator('admin1');
  await newChange(first, '两人同改', REVIEW);
  const address = first.url();
  await edit(first);
  const second = await administrator('admin2');
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
  await second.getByRole('button', { name: '保存', exact: true }).click();
  await second.getByText('已保存为第 2 稿').first().waitFor();
  await rename(first, '报送');
  await first.getByRole('button', { name: '保存', exact: true }).click();
  const dialog = first.getByRole('dialog', { name: '另一人已保存' });
  await dialog.getByText('系统管理员乙').waitFor();
  await see(first, 'design-conflict');
  await first.keyboard.press('Escape');
  // the window is closed without saving; the same browser opens the file again
  const { context } = { context: first.context() };
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
