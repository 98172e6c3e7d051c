/* What is drawn begins as the platform wants it: ids by its rules, and a new step with deadline, reminder and stage. */
import BpmnFactory from 'bpmn-js/lib/features/modeling/BpmnFactory';
import CommandInterceptor from 'diagram-js/lib/command/CommandInterceptor';
import { is } from 'bpmn-js/lib/util/ModelUtil';

const PREFIXES = [
  ['bpmn:StartEvent', 'startEvent'], ['bpmn:EndEvent', 'endEvent'], ['bpmn:IntermediateCatchEvent', 'event'], ['bpmn:BoundaryEvent', 'event'],
  ['bpmn:UserTask', 'userTask'], ['bpmn:ServiceTask', 'serviceTask'], ['bpmn:CallActivity', 'callActivity'], ['bpmn:SubProcess', 'subProcess'],
  ['bpmn:Gateway', 'gateway'], ['bpmn:SequenceFlow', 'flow'],
];

class OwnIds extends BpmnFactory {
  // a step without a kind does nothing in the engine; who adds one means work of people
  create(type, attributes) { return super.create(type === 'bpmn:Task' ? 'bpmn:UserTask' : type, attributes); }

  _ensureId(element) {
    const known = PREFIXES.find(([type]) => is(element, type));
    if (known && !element.id) element.id = this._model.ids.nextPrefixed(`${known[1]}_x`, element);
    super._ensureId(element);
  }
}
OwnIds.$inject = ['moddle'];

const stageOf = (registry) => {
  const found = registry.find((one) => is(one, 'bpmn:UserTask') && properties(one.businessObject)?.some((each) => each.name === 'stage'));
  return found ? properties(found.businessObject).find((each) => each.name === 'stage').value : 'office';
};

const properties = (object) => object.extensionElements?.get('values').find((one) => is(one, 'camunda:Properties'))?.get('values');

/* Deadline, reminder and escalation by the measures; they need nothing to be known of the engine. */
class NewSteps extends CommandInterceptor {
  constructor(eventBus, bpmnFactory, elementRegistry) {
    super(eventBus);
    const make = (type, attributes) => bpmnFactory.create(type, attributes);
    const reminder = (id, kind) => make('camunda:TaskListener', {
      event: 'timeout', id: kind, delegateExpression: `#{${kind}Listener}`,
      eventDefinitions: [make('bpmn:TimerEventDefinition', {
        id: `timer_${id.replace(/^userTask_/, '')}_${kind}`,
        timeDate: make('bpmn:FormalExpression', { body: `#{dueTimes.${kind}(execution)}` }),
      })],
    });
    this.postExecuted(['shape.create', 'shape.replace'], 500, ({ context }) => {
      const shape = context.newShape || context.shape;
      const object = shape.businessObject;
      if (!is(object, 'bpmn:UserTask') || object.extensionElements) return;
      object.extensionElements = make('bpmn:ExtensionElements', {
        values: [
          make('camunda:Properties', {
            values: [make('camunda:Property', { name: 'stage', value: stageOf(elementRegistry) }),
              make('camunda:Property', { name: 'actions', value: 'transfer,delegate,sign,copy,urge' })],
          }),
          reminder(object.id, 'reminder'), reminder(object.id, 'escalation'),
        ],
      });
      const extensions = object.extensionElements;
      extensions.$parent = object;
      extensions.values.forEach((one) => { one.$parent = extensions; });
      object.set('camunda:dueDate', '#{dueTimes.due(execution)}');
      object.set('camunda:formRefBinding', 'latest');
    });
  }
}
NewSteps.$inject = ['eventBus', 'bpmnFactory', 'elementRegistry'];

/* Parts of the panel for what the gate never lets pass. */
const SHUT = ['Connector', 'ExternalTask', 'FieldInjection', 'Script', 'ExecutionListener', 'CandidateStarter', 'StartInitiator', 'FormData', 'ProcessVariables', 'ElementTemplates'];

class ShutGroups {
  constructor(propertiesPanel) { propertiesPanel.registerProvider(100, this); }

  getGroups() {
    return (groups) => groups.filter((group) => !SHUT.some((one) => group.id.includes(one)));
  }
}
ShutGroups.$inject = ['propertiesPanel'];

export const onlyWhatRuns = {
  __init__: ['newSteps', 'shutGroups'],
  bpmnFactory: ['type', OwnIds],
  newSteps: ['type', NewSteps],
  shutGroups: ['type', ShutGroups],
};
