/* What the elements of a diagram are called. */
export const TYPES = {
  UserTask: '人工任务', ServiceTask: '服务任务', CallActivity: '调用活动', SubProcess: '子流程', StartEvent: '开始事件', EndEvent: '结束事件',
  IntermediateCatchEvent: '等待事件', BoundaryEvent: '边界事件', ExclusiveGateway: '排他网关', ParallelGateway: '并行网关', InclusiveGateway: '包容网关',
  EventBasedGateway: '事件网关', SequenceFlow: '连线', Process: '流程', TextAnnotation: '批注', Association: '批注线', ScriptTask: '脚本任务', BusinessRuleTask: '规则任务', ReceiveTask: '接收任务',
};

/* `userTask` and `bpmn:UserTask` alike. */
export const typeName = (type) => {
  const own = type.replace('bpmn:', '');
  return TYPES[own[0].toUpperCase() + own.slice(1)] || own;
};

/* An element by its name, or by what it is where it has none. */
export const elementName = (editor, id) => {
  const element = editor.modeler.get('elementRegistry').get(id);
  if (!element) return id;
  return element.businessObject.name || `${typeName(element.type)}(${id})`;
};
