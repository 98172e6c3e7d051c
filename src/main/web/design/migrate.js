/* 迁移方案: both diagrams side by side, each step mapped, the cases chosen. */
import { content, get, post } from './server.js';
import { button, go, link, make, note, problem, scrolled, section, table, to } from './kit.js';
import { elementName, typeName } from './element-types.js';
import { dialog, reasonField } from './dialog.js';

const drawing = async (place, path, area, definition) => {
  const { open } = await import('./editor/diagram.js');
  return open(place, await content(path, area, `deployed:${definition}`), { readOnly: true });
};

const counted = (editor, sources) => {
  const overlays = editor.modeler.get('overlays');
  const registry = editor.modeler.get('elementRegistry');
  sources.filter((one) => one.cases > 0 && registry.get(one.id)).forEach((one) => overlays.add(one.id, {
    position: { top: -12, right: 12 }, html: make('span', { class: 'count' }, String(one.cases)),
  }));
};

/* Which cases move; all of them, until somebody says otherwise. */
const caseList = (place, plan, mapping, nameOf) => {
  const chosen = new Set(plan.cases.map((one) => one.instanceId));
  const number = make('span', { class: 'hint' });
  const proposal = button('提出迁移方案', async () => {
    const whole = chosen.size === plan.cases.length;
    const done = await dialog({
      title: '提出迁移方案', hint: '提出后先试迁移,再由另一名管理员确认。', confirm: '提出', content: [reasonField()],
      act: (data) => post('/migrations', {
        from: plan.from.id, to: plan.to.id, mapping, instanceIds: whole ? null : [...chosen], reason: data.get('reason'),
      }),
    });
    if (done) go('migrations', { id: done.id });
  }, { class: 'primary' });
  const tell = () => {
    proposal.disabled = chosen.size === 0;
    number.textContent = `已选 ${chosen.size === plan.cases.length ? plan.total : chosen.size} 件,共 ${plan.total} 件`;
  };
  const choose = (one, wanted) => { if (wanted) chosen.add(one.instanceId); else chosen.delete(one.instanceId); tell(); };
  const boxes = plan.cases.map((one) => make('input', {
    type: 'checkbox', checked: true, 'aria-label': `迁移${one.caseNo}`, onchange: (event) => choose(one, event.target.checked),
  }));
  const all = make('input', {
    type: 'checkbox', checked: true,
    onchange: (event) => plan.cases.forEach((one, index) => { boxes[index].checked = event.target.checked; choose(one, event.target.checked); }),
  });
  place.replaceChildren(
    make('p', { class: 'bar' }, make('label', {}, all, ' 全选')),
    scrolled(table(['', '案卷', '联盟', '停在'], plan.cases.map((one, index) => [
      boxes[index], one.caseNo, one.alliance, one.at.map(nameOf).join('、')]))),
    plan.total > plan.cases.length ? note(`只列出前 ${plan.cases.length} 件;全选时 ${plan.total} 件都迁移。`) : '',
    make('p', { class: 'bar' }, proposal, number));
  tell();
};

export const show = async (host, { path, area, from, to: target }) => {
  const mapping = {};
  const left = make('div', { class: 'canvas' });
  const right = make('div', { class: 'canvas' });
  const steps = make('div', {});
  const cases = make('div', {});
  const refusal = make('div', {});
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › ', link('历次版本', to('versions', { path, area })), ' › 迁移在办件'),
    make('div', { class: 'pair' }, make('figure', {}, make('figcaption', {}, '现在的版本'), left), make('figure', {}, make('figcaption', {}, '迁移到的版本'), right)),
    section('步骤对应', note('自动对应的步骤已填好;停有案卷而没有对应的步骤须手工选择。'), steps), section('案卷', cases), refusal);
  const [before, after] = await Promise.all([drawing(left, path, area, from), drawing(right, path, area, target)]);

  const draw = async () => {
    const plan = await post('/migrations/plan', { from, to: target, mapping });
    counted(before, plan.sources);
    steps.replaceChildren(
      ...plan.errors.map((one) => make('p', { class: 'problem', role: 'alert' }, one)),
      scrolled(table(['步骤', '类型', '在办', '对应到', '说明'], plan.sources.map((one) => [
        button(one.name || one.id, () => before.select(one.id), { class: 'plain' }), typeName(one.type), make('span', { class: 'number' }, String(one.cases)),
        make('select', {
          'aria-label': `“${one.name || one.id}”对应到`,
          onchange: async (event) => { mapping[one.id] = event.target.value; await draw().catch((error) => refusal.replaceChildren(problem(error))); if (event.target.value) after.select(event.target.value); },
        }, make('option', { value: '' }, '(不对应)'), plan.targets.filter((each) => each.type === one.type).map((each) => (
          make('option', { value: each.id, selected: each.id === one.target }, each.name || each.id)))),
        one.problem ? make('span', { class: 'bad' }, one.problem) : ''])) ));
    if (!cases.hasChildNodes()) caseList(cases, plan, mapping, (id) => elementName(before, id));
    refusal.replaceChildren();
  };
  await draw();
  return async () => { before.destroy(); after.destroy(); return true; };
};
