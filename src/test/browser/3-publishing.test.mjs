// From the deliberation to the pilot: party-group office, notice, objection, joint release, fund-use plan, by clicking.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBrowser, openPage } from './browser.mjs';
import * as course from './course.mjs';
import { eventually, person, smallPdf } from './people.mjs';
import { at, choose, complete, day, leave, list, look, open, toForm, turnTo, upload } from './tasklist.mjs';

const confirmed = 'LN0007';
const deferred = 'LN0009';
let browser;

before(async () => {
  browser = await openBrowser();
  await course.openRound('2026-04');
  for (const alliance of [confirmed, deferred]) {
    await course.apply(alliance);
    await course.submit(alliance);
    await course.recommend(alliance);
    await course.confirmPanel(alliance);
    await course.score(alliance);
  }
  await course.morningOf('2026-02-09');
});
after(async () => { await browser?.close(); });

const taskOf = (user, key, business = course.ROUND) => person(user).task(key, business);

test('the office compiles the agenda', async () => {
  const page = await at(browser, 'office1');
  await open(page, (await taskOf('office1', 'userTask_compileAgenda')).id);
  await look(page, 'office-agenda');
  await turnTo(page, '批次总表');
  await page.getByRole('cell', { name: course.nameOf(confirmed) }).waitFor();
  await page.getByLabel('搜索批次总表').fill(course.caseOf(deferred));
  await page.getByRole('cell', { name: course.nameOf(confirmed) }).waitFor({ state: 'detached' });
  assert.equal(await page.locator('.lp-tab tbody tr').count(), 1);
  await page.getByLabel('搜索批次总表').fill('');
  await look(page, 'office-round');
  await toForm(page);
  await complete(page);
  await leave(page);
});

test('the party-group office decides each case in the table and records the meeting', async () => {
  const task = await taskOf('party1', 'userTask_recordDeliberation');
  const page = await at(browser, 'party1');
  await list(page, '本部门待办');
  await look(page, 'party-list');
  await open(page, task.id);
  await turnTo(page, '审议清单');
  await page.getByText(course.nameOf(confirmed)).waitFor();
  await page.getByLabel(`${course.caseOf(deferred)} 的决定`).selectOption({ label: '暂缓,转入下一批次' });
  await page.getByLabel(`${course.caseOf(deferred)} 的理由`).fill('补充应用推广材料后再议。');
  await page.getByRole('button', { name: '其余全部确认' }).click();
  await look(page, 'party-agenda');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await page.getByText('已保存 2 件').waitFor();
  await upload(page, ['党组会会议纪要.pdf'], '会议纪要(1)');
  await page.locator('.nav-tabs').getByText('表单', { exact: true }).click();
  await page.getByLabel(/会议纪要编号/).fill('党组会纪要〔2026〕3号');
  await day(page, '会议日期', '2026-02-09');
  await page.getByLabel(/实到人数/).fill('7');
  await page.getByLabel(/应到人数/).fill('9');
  await look(page, 'party-meeting');
  await complete(page);
  await leave(page);
});

test('the office issues the notice', async () => {
  await course.morningOf('2026-02-11');
  const page = await at(browser, 'office1');
  await open(page, (await taskOf('office1', 'userTask_issueNotice')).id);
  await page.getByLabel(/公示标题/).fill('典型实质性产学研联盟评估评价结果公示');
  await look(page, 'office-notice');
  await complete(page);
  await leave(page);
});

test('somebody objects on the public page, and supervision accepts, investigates and decides', async () => {
  const visitor = await openPage(browser);
  await eventually('the notice on the public page', async () => {
    await visitor.goto('/public');
    return visitor.getByText(course.nameOf(confirmed)).count();
  });
  await look(visitor, 'public-notice');
  await visitor.getByRole('link', { name: '提出异议' }).first().click();
  await visitor.getByLabel('对哪一个联盟有异议').selectOption({ label: course.nameOf(confirmed) });
  await visitor.getByLabel('真实姓名或单位全称').fill('锦州某生物科技有限公司');
  await visitor.getByLabel(/^联系方式/).fill('0416-5550123');
  await visitor.getByLabel('具体事实和理由').fill('对要素七所述中试基地的建设单位有异议,请核查。');
  await visitor.setInputFiles('#file', { name: '异议材料.pdf', mimeType: 'application/pdf', buffer: smallPdf() });
  await look(visitor, 'public-objection');
  await visitor.getByRole('button', { name: '提交异议' }).click();
  await visitor.locator('.receipt').waitFor();
  // a receipt's number is letters and digits
  const receipt = (await visitor.textContent('.receipt')).trim();
  await look(visitor, 'public-receipt', receipt.match(/[A-Za-z]{3,}/g) ?? []);

  const page = await at(browser, 'super1');
  const about = (key) => eventually(`${key} for super1`, async () => {
    for (const { id } of await person('super1').post('/camunda/api/engine/engine/default/task', { taskDefinitionKey: key })) return id;
    return null;
  });
  const letters = receipt.match(/[A-Za-z]{3,}/g) ?? [];
  await list(page, '本部门待办');
  await look(page, 'supervision-list', letters);
  await open(page, await about('userTask_acceptObjection'));
  await page.getByLabel('受理', { exact: true }).check();
  await page.getByLabel(/^理由/).fill('实名、书面并在公示期内提出,予以受理。');
  await look(page, 'supervision-accept', letters);
  await complete(page);
  await open(page, await about('userTask_investigateObjection'));
  await page.getByLabel(/^核查情况/).fill('经查阅中试基地批复文件并询问建设单位,申报材料属实。');
  await look(page, 'supervision-investigate', letters);
  await complete(page);
  await open(page, await about('userTask_decideObjection'));
  await page.getByLabel('异议不成立', { exact: true }).check();
  await page.getByLabel(/^答复理由/).fill('经核查,异议所述与事实不符。');
  await look(page, 'supervision-decide', letters);
  await complete(page);
  await leave(page);
});

test('the industry department refuses once, then both departments sign', async () => {
  await course.morningOf('2026-02-28');
  const office = await at(browser, 'office1');
  const draft = async (body) => {
    await open(office, (await taskOf('office1', 'userTask_draftRelease')).id);
    await office.getByLabel(/发布文号/).fill('辽科发〔2026〕20号');
    await office.getByLabel(/^标题/).fill('关于发布典型实质性产学研联盟评估评价结果的通知');
    await office.getByLabel(/^正文/).fill(body);
  };
  await draft('现将评估评价结果予以发布。');
  await look(office, 'office-release');
  await complete(office);

  const industry = await at(browser, 'indsigner');
  await list(industry, '本部门待办');
  await look(industry, 'signer-list');
  await open(industry, (await taskOf('indsigner', 'userTask_countersignByIndustry')).id);
  await industry.getByLabel('退回修改', { exact: true }).check();
  await industry.getByLabel(/退回理由/).fill('正文请写明评价依据。');
  await look(industry, 'signer-refuse');
  await complete(industry);
  await draft('依据评估评价办法,经联盟自评、初审复核、综合评价、党组会审议并公示,现将结果予以发布。');
  await office.getByText('上次退回意见').waitFor();
  await look(office, 'office-release-again');
  await complete(office);
  await leave(office);
  await open(industry, (await taskOf('indsigner', 'userTask_countersignByIndustry')).id);
  await industry.getByLabel('同意', { exact: true }).check();
  await industry.getByLabel(/同意意见/).fill('同意会签。');
  await look(industry, 'signer-countersign');
  await complete(industry);
  await leave(industry);

  const science = await at(browser, 'scisigner');
  await open(science, (await taskOf('scisigner', 'userTask_signByScience')).id);
  await science.getByLabel('同意', { exact: true }).check();
  await science.getByLabel(/同意意见/).fill('同意签发。');
  await look(science, 'signer-sign');
  await complete(science);
  await leave(science);
});

test('a pilot is selected, planned and filed', async () => {
  const caseNo = course.caseOf(confirmed);
  const office = await at(browser, 'office1');
  await open(office, (await taskOf('office1', 'userTask_selectPilots')).id);
  await office.getByLabel(/预算总额/).fill('1000000');
  await office.getByLabel(/每个项目金额/).fill('1000000');
  await day(office, '项目开始日期', '2026-03-02');
  await look(office, 'office-pilots');
  await complete(office);
  await leave(office);

  const lead = course.lead(confirmed);
  const page = await at(browser, lead);
  await open(page, (await taskOf(lead, 'userTask_draftFundUsePlan', caseNo)).id);
  for (const [use, amount] of [['产学研联合攻关', 600000], ['平台建设', 200000], ['人才引进', 100000], ['联盟运行', 100000], ['其他', 0]]) {
    await page.getByLabel(new RegExp(`^${use}`)).fill(String(amount));
  }
  await day(page, '执行开始日期', '2026-03-02');
  await day(page, '执行结束日期', '2027-02-26');
  await page.getByLabel('省科技厅', { exact: true }).check();
  await choose(page, '受理处室', '社会发展处');
  await look(page, 'lead-fund-use-plan');
  await complete(page);
  await leave(page);

  const division = await at(browser, 'divs2');
  await open(division, (await taskOf('divs2', 'userTask_fileProject', caseNo)).id);
  await division.getByLabel('准予备案', { exact: true }).check();
  await division.getByLabel(/备案编号/).fill('试点备案〔2026〕1号');
  await look(division, 'division-filing');
  await complete(division);
  await leave(division);
  // the next task comes up at half of the term
  const left = await person('divs2').post('/camunda/api/engine/engine/default/task', {
    taskDefinitionKey: 'userTask_fileProject', processInstanceBusinessKey: caseNo,
  });
  assert.equal(left.length, 0, 'the project is filed');
});
