/* 变更说明 of a diagram: what bpmn-js-differ finds, and what lies in the extensions, which it only calls changed. */
import { diff } from 'bpmn-js-differ';
import { BpmnModdle } from 'bpmn-moddle';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import { TYPES } from '../element-types.js';
import { leaves, shown, turned } from './values.js';

const NAMES = {
  name: '名称', documentation: '说明', conditionExpression: '条件', default: '默认分支', sourceRef: '起点', targetRef: '终点', calledElement: '调用的流程',
  candidateGroups: '办理部门', formRef: '表单', formRefBinding: '表单版本', dueDate: '期限', delegateExpression: '平台的服务', asyncBefore: '之前存盘', asyncAfter: '之后存盘',
  collection: '逐个办理的对象', elementVariable: '对象变量', isSequential: '依次办理', completionCondition: '结束条件', cancelActivity: '中断', messageRef: '消息', errorRef: '错误',
  timeDate: '时间', timeDuration: '时长', timeCycle: '周期', stage: '阶段', actions: '办理动作', returnTo: '退回步骤', rejection: '不同意的栏目', historyTimeToLive: '历史保留时间',
  isExecutable: '可执行', loopCharacteristics: '多人办理', eventDefinitions: '事件内容', assignee: '办理人', attachedToRef: '所附步骤', isStartableInTasklist: '可由任务列表发起', eventGatewayType: '网关方式',
};

const type = (element) => TYPES[element.$type.replace(/^\w+:/, '')] || '元素';

const title = (element) => `${type(element)}“${element.name || (element.sourceRef ? `${element.sourceRef.name || element.sourceRef.id} → ${element.targetRef?.name || element.targetRef?.id}` : element.id)}”`;

const HIDDEN = ['id', 'incoming', 'outgoing', 'di', 'flowElements', 'artifacts', 'laneSets', 'extensionElements', '$type'];

/* An element as plain values: references by name, lists by what they hold. */
const plain = (value, deep = 0) => {
  if (Array.isArray(value)) return value.map((one) => plain(one, deep + 1));
  if (!value || typeof value !== 'object') return value;
  if (!value.$type) return String(value);
  if (deep > 0 && value.id && !/Definition|Expression|Loop|Documentation/.test(value.$type)) return value.name || value.id;
  const own = value.$descriptor ? value.$descriptor.properties : [];
  const out = {};
  own.forEach((property) => {
    const key = property.ns.localName;
    if (HIDDEN.includes(key) || value[property.name] === undefined || typeof value[property.name] === 'function') return;
    if (property.name in value || value[property.name] !== property.default) out[key] = plain(value[property.name], deep + 1);
  });
  return out;
};

/* Properties and listeners by name, so that a change of order is none. */
const extensions = (element) => {
  const out = {};
  (element.extensionElements?.get('values') || []).forEach((one) => {
    const kind = one.$type.replace(/^\w+:/, '');
    if (kind === 'Properties') (one.get('values') || []).forEach((each) => { out[each.name] = each.value; });
    else if (kind === 'TaskListener') out[`监听器 ${one.get('id') || one.get('event')}`] = `${one.get('delegateExpression') || one.get('class') || one.get('expression') || '脚本'} ${(one.get('eventDefinitions') || []).map((each) => each.timeDate?.body || each.timeDuration?.body || '').join('')}`.trim();
    else out[`${kind === 'In' ? '传入' : kind === 'Out' ? '传出' : kind} ${one.get('target') || one.get('businessKey') || one.get('name') || ''}`.trim()] = JSON.stringify(plain(one));
  });
  return out;
};

const called = (path) => path.filter((key) => !/^\d+$/.test(key) && !['body', 'text', 'value'].includes(key)).map((key) => NAMES[key] || key).join(' · ');

const all = (element, into = new Map()) => {
  if (element.id) into.set(element.id, element);
  [...(element.rootElements || []), ...(element.flowElements || []), ...(element.artifacts || [])].forEach((one) => all(one, into));
  return into;
};

const parse = async (xml) => (await new BpmnModdle({ camunda }).fromXML(xml)).rootElement;

const DRAWN = /Task$|Event$|Gateway$|SequenceFlow$|Process$|CallActivity$|SubProcess$|TextAnnotation$/;

export const difference = async (before, after) => {
  const [old, now] = [await parse(before), await parse(after)];
  const moved = diff(old, now)._layoutChanged;
  const [was, is] = [all(old), all(now)];
  const changes = [];
  const drawn = (element) => DRAWN.test(element.$type);
  was.forEach((element, id) => { if (drawn(element) && !is.has(id)) changes.push({ kind: 'removed', element: id, text: `删去${title(element)}` }); });
  is.forEach((element, id) => {
    if (!drawn(element)) return;
    const former = was.get(id);
    if (!former) {
      const details = [element.get?.('camunda:candidateGroups') && `办理部门 ${element.get('camunda:candidateGroups')}`, element.get?.('camunda:formRef') && `表单 ${element.get('camunda:formRef')}`,
        element.conditionExpression && `条件 ${element.conditionExpression.body}`].filter(Boolean).join(',');
      changes.push({ kind: 'added', element: id, text: `新增${title(element)}${details ? `(${details})` : ''}` });
      return;
    }
    const here = [...leaves(plain(former), plain(element)), ...leaves(extensions(former), extensions(element))]
      .filter(([, x, y]) => shown(x) !== shown(y));
    here.forEach(([path, x, y]) => changes.push({ kind: 'changed', element: id, text: `${title(element)}的${turned(called(path), x, y)}` }));
    if (!here.length && moved[id] && !/SequenceFlow$/.test(element.$type)) changes.push({ kind: 'moved', element: id, text: `${title(element)}移动了位置` });
  });
  const order = { added: 0, removed: 1, changed: 2, moved: 3 };
  return changes.sort((one, other) => order[one.kind] - order[other.kind]);
};
