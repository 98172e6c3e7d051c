/* Tab 盖章进度: the report to seal, who has sealed it and who has not. */
import { ask, base, caseUrl, dateTime, make, tab, table } from './lianping-kit.js';
import { urge } from './lianping-flow.js';

const state = (one) => make('td', { class: one.sealed ? 'lp-yes' : 'lp-no' }, one.sealed ? '已盖章' : '未盖章');

const action = (one, redraw) => make('td', {}, one.taskId ? make('button', {
  type: 'button', class: 'btn btn-default btn-xs', onclick: () => urge(one.taskId, `${one.member}盖章`, redraw),
}, '催办') : '');

const page = async (node, desk) => {
  const found = await ask(caseUrl(desk.caseNo, 'seals'));
  const redraw = () => page(node, desk);
  node.replaceChildren(
    make('header', { class: 'lp-head' }, make('h2', {}, found.progress)),
    found.documentId
      ? make('p', {}, make('a', { href: `${base()}/documents/${encodeURIComponent(found.documentId)}`, download: true, class: 'btn btn-default' }, '下载自评报告(PDF)'),
        ` 校验码 ${found.verificationCode},印在报告每页页脚`)
      : make('p', { class: 'lp-note' }, '十个要素全部填写后生成自评报告,随后请各成员单位盖章。'),
    table(['成员单位', '状态', '办理人', '时间', ''], found.members.map((one) => [
      one.member, state(one), one.sealedBy, one.sealedAt ? dateTime(one.sealedAt) : '', action(one, redraw),
    ])),
  );
};

export default tab('seals', '盖章进度', 910, (node, { desk }) => page(node, desk));
