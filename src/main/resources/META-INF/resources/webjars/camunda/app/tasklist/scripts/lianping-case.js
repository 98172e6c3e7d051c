/* Tab 案卷: the case on one page, as far as this person may see it; the server leaves out the rest. */
import { ask, base, caseUrl, make, section, table, tab, taskUrl } from './lianping-kit.js';
import { files } from './lianping-files.js';

const facts = (pairs) => make('dl', { class: 'lp-facts' }, pairs.filter(([, value]) => value)
  .flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));

const element = (row, evidence) => make('details', { class: 'lp-element', open: true },
  make('summary', {},
    make('b', {}, `${row.no} ${row.name}`),
    make('span', { class: `lp-mark ${row.met === '符合' ? 'lp-yes' : row.met === '不符合' ? 'lp-no' : ''}` }, `自评:${row.met}`)),
  make('p', { class: 'lp-law' }, row.text),
  facts([
    ['论述说明', row.statement], ['重点链', row.chain], ['相关事实', row.facts],
    ['核查建议', row.advice && `${row.advice}(仅供参考)`], ['初审意见', row.review],
  ]),
  evidence.length ? files(evidence) : make('p', { class: 'lp-note' }, '没有上传证明材料'));

const statement = (one) => [
  `第 ${one.attempt} 次`, one.department, one.outcome, one.authentic ? '是' : '否', one.complete ? '是' : '否',
  one.elements.join('、'), one.reason,
];

const link = (path, title) => make('li', {}, make('a', { href: `${base()}${path}`, download: true }, title));

/* What was produced, and what is made when somebody asks for it. */
const papers = ({ documents, onRequest = [] }) => (documents.length + onRequest.length ? section('文件',
  make('ul', { class: 'lp-files' },
    documents.map((paper) => link(`/documents/${encodeURIComponent(paper.id)}`, `${paper.title}(第 ${paper.version} 版)`)),
    onRequest.map((paper) => link(paper.path, `${paper.title}(即时生成)`)))) : null);

/** The page of a case; `evidence` are the files in force that may be seen. */
export const casePage = (one, evidence) => [
  make('header', { class: 'lp-head' }, make('h2', {}, one.alliance), make('span', { class: 'lp-state' }, one.status),
    make('a', { class: 'btn btn-default lp-print', href: caseUrl(one.caseNo, 'approval-sheet'), download: true }, '打印审批单')),
  one.note ? make('p', { class: 'lp-problem' }, one.note) : null,
  facts([
    ['案卷号', one.caseNo], ['批次', one.round], ['技术领域', one.field], ['地区', one.area], ['备案号', one.filingNo],
    ['盖章', one.sealProgress],
  ]),
  section('成员单位', table(['单位', '类型', ''], one.members.map((m) => [m.name, m.kind, m.lead ? '盟主企业' : '']))),
  papers(one),
  one.statements.length ? section('初审复核', table(['次数', '部门', '结论', '材料真实', '材料完整', '退回要素', '理由'], one.statements.map(statement))) : null,
  one.recommendation ? section('推荐', facts([
    ['推荐顺序', String(one.recommendation.orderNo)], ['推荐函', one.recommendation.letterNo], ['推荐意见', one.recommendation.opinion],
  ])) : null,
  one.panel.length ? section('专家组', table(['席位', '专家', '单位'], one.panel.map((p) => [String(p.seat), p.expert || '空缺', p.unit]))) : null,
  one.score ? section('综合评价', table(['管理部门均分', '专家均分', '得分'], [[one.score.divisionMean, one.score.expertMean, one.score.total]])) : null,
  section('十个要素', ...one.elements.map((row) => element(row, evidence.filter((file) => file.element === row.no)))),
].filter(Boolean);

export default tab('case', '案卷', 930, async (node, { taskId, desk }) => {
  const [one, evidence] = await Promise.all([ask(caseUrl(desk.caseNo)), ask(taskUrl(taskId, 'evidence'))]);
  node.replaceChildren(...casePage(one, evidence.filter((file) => !file.replacedBy)));
});
