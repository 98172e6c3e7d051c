/* 修改方案: its files, what is wrong, what is still missing, and the way into force. */
import { get, post, remove } from './server.js';
import { KINDS, STATES, button, facts, go, link, make, note, problem, provinceOr, section, table, tag, to, when } from './kit.js';
import { dialog, field, reasonField } from './dialog.js';
import { problemList } from './problems.js';
import { propose } from './proposal.js';
import { watch } from './watching.js';

const WAY = [['DRAFT', '草稿'], ['PROPOSED', '待确认'], ['SCHEDULED', '待生效'], ['IN_FORCE', '已生效']];

const steps = (change) => {
  const at = WAY.findIndex(([state]) => state === change.status);
  return make('ol', { class: 'way', 'aria-label': '方案进度' }, WAY.map(([, name], index) => make('li', {
    class: index < at ? 'passed' : '', 'aria-current': index === at ? 'step' : null,
  }, name)), at < 0 ? make('li', { class: 'off', 'aria-current': 'step' }, STATES[change.status]) : null);
};

const newFile = (change, again) => dialog({
  title: '增加文件',
  hint: '填写已有文件的位置即从现行版起草;没有的文件从样张开始。名称用小写英文字母和连字符。',
  confirm: '增加',
  content: [
    field('种类', make('select', { name: 'kind' }, make('option', { value: 'form' }, '表单'), make('option', { value: 'diagram' }, '流程图'), make('option', { value: 'table' }, '判定表'))),
    field('阶段文件夹', make('select', { name: 'folder' }, ['preliminary-review', 'self-evaluation', 'comprehensive-evaluation', 'deliberation',
      'publicity', 'joint-release', 'pilot-project', 'office', 'round', 'alliance'].map((one) => make('option', { value: one, selected: change.paths.some((path) => path.includes(`/${one}/`)) }, one)))),
    field('名称', make('input', { name: 'name', required: true, pattern: '[a-z0-9]+(-[a-z0-9]+)*', placeholder: '例如 countersign-recommendation' })),
  ],
  act: async (data) => {
    const [root, ending] = { form: ['forms', 'form'], diagram: ['processes', 'bpmn'], table: ['processes', 'dmn'] }[data.get('kind')];
    return post(`/changes/${change.id}/files`, { path: `${root}/${data.get('folder')}/${data.get('name')}.${ending}` });
  },
}).then((done) => { if (done) again(); });

const dropFile = async (change, file, again) => {
  const done = await dialog({
    title: `从方案中去掉“${file.name}”`, hint: '它的草稿不再属于本方案;现行版本不变。', confirm: '去掉', danger: true,
    act: () => remove(`/changes/${change.id}/files`, { path: file.path }),
  });
  if (done) again();
};

/* What governs before what is filled in. */
const ORDER = ['policy', 'diagram', 'table', 'form'];
const inOrder = (all) => [...all].sort((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));

const files = (change, again) => section('文件', table(['名称', '种类', '草稿', '何时', '何人', '处理'], inOrder(change.files).map((file) => [
  make('span', {}, change.may.edit ? link(file.name, to('edit', { id: change.id, path: file.path })) : file.name, make('small', { class: 'key' }, file.path)),
  KINDS[file.kind], file.isNew ? `第 ${file.version} 稿(新文件)` : `第 ${file.version} 稿`, when(file.savedAt), file.savedBy.name,
  make('span', { class: 'acts' },
    change.may.edit ? link('编辑', to('edit', { id: change.id, path: file.path })) : link('查看', to('view', { path: file.path, area: change.area, ref: `draft:${change.id}:${file.version}` })),
    file.baseRef ? link('比较', to('compare', { path: file.path, area: change.area, a: file.baseRef, b: `draft:${change.id}:${file.version}` })) : null,
    change.may.edit ? button('去掉', () => dropFile(change, file, again)) : null),
])), change.may.edit ? make('p', {}, button('增加文件', () => newFile(change, again))) : null);

const act = async (title, hint, confirm, path, again, options = {}) => {
  const done = await dialog({
    title, hint, confirm, danger: options.danger, content: options.reason === false ? [] : [reasonField()],
    act: (data) => (options.remove ? remove(path) : post(path, { reason: data.get('reason') })),
  });
  if (done) again();
};

const rehearse = (change, place, again) => {
  const last = change.rehearsal;
  const open = change.may.edit;
  const bar = make('progress', { max: 100, value: last ? last.percent : 0, 'aria-label': '试运行进度' });
  const text = make('p', { class: 'note', role: 'status' });
  const running = last && (last.state === 'WAITING' || last.state === 'RUNNING');
  const outcome = () => {
    if (!last) return note(open ? '还没有试运行。' : '没有试运行过。');
    if (last.state === 'FAILED') return make('p', { class: 'problem' }, `试运行没有做完:${last.text}`);
    return make('p', { class: last.passed ? 'good' : 'problem' },
      `${last.passed ? '试运行通过' : '试运行没有通过'}(${when(last.endedAt)})。${last.current || !open ? '' : '之后又有修改,须重新试运行。'} `,
      link('看报告', to('rehearsal', { id: last.id, change: change.id })));
  };
  place.append(section('试运行',
    note('在另外的进程中用内存数据库走遍草稿的每条分支,并用往年已办结的案卷重演;不接触真实数据、邮件和时钟。'),
    running ? make('div', { class: 'running' }, bar, text) : outcome(),
    make('p', {}, running || !open ? null : button(last ? '重新试运行' : '开始试运行', async (event) => {
      event.target.disabled = true;
      try { await post(`/changes/${change.id}/rehearsals`); again(); } catch (error) { event.target.disabled = false; place.append(problem(error)); }
    }, { disabled: !change.may.rehearse, class: last && last.current && last.passed ? '' : 'primary' }))));
  if (!running) return null;
  return watch(() => get(`/rehearsals/${last.id}`), (now) => {
    bar.value = now.percent;
    text.textContent = `${now.percent}% · ${now.text}`;
    return now.state === 'WAITING' || now.state === 'RUNNING';
  }, again);
};

const ways = (change, again) => {
  const path = `/changes/${change.id}`;
  const { may } = change;
  const missing = change.hindrances.length && may.edit
    ? make('div', {}, note('提交生效之前还须:'), make('ul', { class: 'hindrances' }, change.hindrances.map((one) => make('li', {}, one)))) : null;
  return section('生效', missing,
    change.reason ? facts([['理由', change.reason], ['提出', change.proposedBy && `${change.proposedBy.name},${when(change.proposedAt)}`],
      ['生效时间', change.inForceAt ? when(change.inForceAt) : change.effectiveAt ? `${when(change.effectiveAt)}起` : '确认后立即'],
      ['确认', change.confirmedBy && `${change.confirmedBy.name},${when(change.confirmedAt)}`]]) : null,
    change.refusal ? make('p', { class: 'problem' }, `已退回:${change.refusal}`) : null,
    change.failure ? make('p', { class: 'problem' }, `未能生效:${change.failure}`) : null,
    make('p', { class: 'bar' },
      may.edit ? button('提交生效', () => propose(change, again), { class: 'primary', disabled: !may.propose, title: may.propose ? null : '还有未满足的条件' }) : null,
      may.confirm ? button('确认生效', () => act(`确认“${change.title}”`, change.effectiveAt ? `将于 ${when(change.effectiveAt)} 生效。` : '确认后立即生效,新发起的案卷照此办理。', '确认', `${path}/confirmation`, again, { reason: false }), { class: 'primary' }) : null,
      may.refuse ? button('退回', () => act(`退回“${change.title}”`, '退回后由起草人继续修改。', '退回', `${path}/refusal`, again)) : null,
      may.withdraw ? button('撤回', () => act(`撤回“${change.title}”`, '撤回后可以继续修改。', '撤回', `${path}/proposal`, again, { reason: false, remove: true })) : null,
      may.discard ? button('放弃方案', () => act(`放弃“${change.title}”`, '草稿仍可查看,但不能再修改或生效。', '放弃', `${path}/discard`, again, { danger: true }), { class: 'quiet' }) : null));
};

export const show = async (host, { id }, { again }) => {
  const change = await get(`/changes/${id}`);
  const areas = change.area ? (await get('/designs')).areas : [];
  const stops = [];
  host.replaceChildren(
    make('p', { class: 'crumbs' }, link('清单', to('list')), ' › 修改方案'),
    make('header', { class: 'title' }, make('h1', {}, change.title), tag(`适用:${provinceOr(areas, change.area)}`), steps(change)),
    change.editors.length ? make('p', { class: 'presence' }, `也在这里:${change.editors.map((one) => one.name).join('、')}`) : '');
  host.append(files(change, again));
  if (change.problems.length) {
    host.append(section('检查', problemList(change.problems, (one) => {
      const file = change.files.find((each) => each.path.endsWith(`/${one.file}`));
      if (file && change.may.edit) go('edit', { id, path: file.path, element: one.element });
    })));
  }
  stops.push(rehearse(change, host, again));
  host.append(ways(change, again));
  const beat = async () => { if (change.may.edit) await post(`/changes/${id}/presence`, { path: '' }).catch(() => {}); };
  beat();
  const timer = setInterval(beat, 10000);
  if (change.status === 'IN_FORCE') {
    const diagrams = change.files.filter((file) => file.kind === 'diagram');
    if (diagrams.length) host.append(make('p', { class: 'bar' }, diagrams.map((file) => link(`迁移在办件:${file.name}`, to('versions', { path: file.path, area: change.area })))));
  }
  return async () => { clearInterval(timer); stops.filter(Boolean).forEach((stop) => stop()); return true; };
};
