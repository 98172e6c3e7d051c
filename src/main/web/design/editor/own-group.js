/* The group 联评 of the properties panel: everything to choose, nothing to type. */
import { SelectEntry, isSelectEntryEdited } from '@bpmn-io/properties-panel';
import { h } from '@bpmn-io/properties-panel/preact';
import { useService } from 'bpmn-js-properties-panel';
import { is } from 'bpmn-js/lib/util/ModelUtil';

const choice = (id, label, options, read, write) => ({
  id: `lianping-${id}`,
  isEdited: isSelectEntryEdited,
  component: ({ element }) => {
    const modeling = useService('modeling');
    const factory = useService('bpmnFactory');
    const value = read(element.businessObject) || '';
    // what stands there stays to be seen, also if it is none of the choices
    const known = !value || options.some((one) => one.value === value);
    return h(SelectEntry, {
      element,
      id: `lianping-${id}`,
      label,
      getValue: () => value,
      setValue: (next) => write(element, next, { modeling, factory }),
      getOptions: () => [{ value: '', label: '(未选)' }, ...(known ? [] : [{ value, label: value }]), ...options],
    });
  },
});

const attribute = (name, more = {}) => [
  (object) => object.get(name),
  (element, value, { modeling }) => modeling.updateProperties(element, { [name]: value || undefined, ...(value ? more : {}) }),
];

const holder = (object) => object.extensionElements?.get('values').find((one) => is(one, 'camunda:Properties'));

const stage = [
  (object) => holder(object)?.get('values').find((one) => one.name === 'stage')?.value,
  (element, value, { modeling, factory }) => {
    const object = element.businessObject;
    const held = holder(object);
    const found = held?.get('values').find((one) => one.name === 'stage');
    if (found) { modeling.updateModdleProperties(element, found, { value }); return; }
    const property = factory.create('camunda:Property', { name: 'stage', value });
    if (held) { property.$parent = held; modeling.updateModdleProperties(element, held, { values: [...held.get('values'), property] }); return; }
    const extensions = object.extensionElements || factory.create('bpmn:ExtensionElements', { values: [] });
    const properties = factory.create('camunda:Properties', { values: [property] });
    property.$parent = properties;
    properties.$parent = extensions;
    extensions.$parent = object;
    modeling.updateProperties(element, { extensionElements: extensions });
    modeling.updateModdleProperties(element, extensions, { values: [...extensions.get('values'), properties] });
  },
];

const message = [
  (object) => object.eventDefinitions?.find((one) => is(one, 'bpmn:MessageEventDefinition'))?.messageRef?.name,
  (element, value, { modeling, factory }) => {
    const object = element.businessObject;
    const definition = object.eventDefinitions.find((one) => is(one, 'bpmn:MessageEventDefinition'));
    let root = object;
    while (root.$parent) root = root.$parent;
    const known = root.get('rootElements').find((one) => is(one, 'bpmn:Message') && one.name === value);
    const created = known || factory.create('bpmn:Message', { name: value });
    if (!known) { created.$parent = root; modeling.updateModdleProperties(element, root, { rootElements: [...root.get('rootElements'), created] }); }
    modeling.updateModdleProperties(element, definition, { messageRef: created });
  },
];

const loop = (object) => object.loopCharacteristics && is(object.loopCharacteristics, 'bpmn:MultiInstanceLoopCharacteristics');

const entriesOf = (object, words) => {
  const options = (choices) => choices.map((one) => ({ value: one.id, label: one.name && one.name !== one.id ? `${one.name}(${one.id})` : one.id }));
  const entries = [];
  if (is(object, 'bpmn:UserTask')) {
    entries.push(choice('stage', '阶段', options(words.stages), ...stage));
    entries.push(choice('group', '办理部门', options(words.groups), ...attribute('camunda:candidateGroups')));
    entries.push(choice('due', '期限', options(words.dueTimes), ...attribute('camunda:dueDate')));
  }
  if (is(object, 'bpmn:UserTask') || is(object, 'bpmn:StartEvent')) {
    entries.push(choice('form', '表单', words.forms.map((one) => ({ value: one.key, label: `${one.name}(${one.key})` })),
      ...attribute('camunda:formRef', { 'camunda:formRefBinding': 'latest' })));
  }
  if (is(object, 'bpmn:ServiceTask')) entries.push(choice('delegate', '平台的服务', options(words.beans), ...attribute('camunda:delegateExpression')));
  if (is(object, 'bpmn:CallActivity')) entries.push(choice('call', '调用的流程', options(words.calls), ...attribute('calledElement')));
  if (object.eventDefinitions?.some((one) => is(one, 'bpmn:MessageEventDefinition'))) {
    entries.push(choice('message', '等待的消息', options(words.messages), ...message));
  }
  if (loop(object)) {
    entries.push(choice('collection', '逐个办理的对象', options(words.collections), (one) => one.loopCharacteristics.get('camunda:collection'),
      (element, value, { modeling }) => modeling.updateModdleProperties(element, element.businessObject.loopCharacteristics, { 'camunda:collection': value || undefined })));
  }
  return entries;
};

export const ownGroup = (words) => {
  class Own {
    constructor(propertiesPanel) { propertiesPanel.registerProvider(200, this); }

    getGroups(element) {
      return (groups) => {
        const entries = element.businessObject ? entriesOf(element.businessObject, words) : [];
        if (!entries.length) return groups;
        const own = { id: 'lianping', label: '联评', entries, shouldOpen: true };
        return [groups[0], own, ...groups.slice(1)];
      };
    }
  }
  Own.$inject = ['propertiesPanel'];
  return { __init__: ['ownGroupProvider'], ownGroupProvider: ['type', Own] };
};
