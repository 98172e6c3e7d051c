package cn.lianping.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Mistakes in the nodes themselves: removed, not interrupting, done once instead of for each. */
final class NodeMistakes {

    private NodeMistakes() {}

    static void make(Mutants.Source source) {
        BpmnModelInstance model = source.original();
        List<FlowNode> steps = new ArrayList<>(model.getModelElementsByType(ServiceTask.class));
        steps.addAll(model.getModelElementsByType(UserTask.class));
        steps.addAll(model.getModelElementsByType(IntermediateCatchEvent.class));
        for (FlowNode step : steps) {
            source.mistake("少了一步", step.getId(), copy -> Shapes.bypass(copy, source.same(copy, step)));
        }
        for (BoundaryEvent event : model.getModelElementsByType(BoundaryEvent.class)) {
            source.mistake("少了边界事件", event.getId(), copy -> {
                BoundaryEvent same = source.same(copy, event);
                new ArrayList<>(same.getOutgoing()).forEach(flow -> Shapes.remove(copy, flow));
                Shapes.remove(copy, same);
            });
            source.at("边界事件不中断", event, "", same -> same.setCancelActivity(false));
        }
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            if (!start.getEventDefinitions().isEmpty() && start.getParentElement() instanceof FlowNode) {
                source.at("事件子流程不中断", start, "", same -> same.setInterrupting(false));
            }
        }
        for (EndEvent end : model.getModelElementsByType(EndEvent.class)) {
            end.getEventDefinitions().stream()
                    .filter(ErrorEventDefinition.class::isInstance)
                    .forEach(error -> source.at(
                            "错误结束改为普通结束",
                            end,
                            "",
                            same -> same.getEventDefinitions().clear()));
        }
        for (MultiInstanceLoopCharacteristics loop :
                model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            FlowNode of = (FlowNode) loop.getParentElement();
            source.at(
                    "多实例改为一次",
                    of,
                    "",
                    same -> same.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                            .forEach(same::removeChildElement));
            source.at(
                    "多实例改为依次",
                    of,
                    "",
                    same -> same.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                            .forEach(one -> one.setSequential(true)));
            source.at(
                    "多实例一人即可",
                    of,
                    "",
                    same -> same.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                            .forEach(one -> {
                                var condition = one.getModelInstance()
                                        .newInstance(org.camunda.bpm.model.bpmn.instance.CompletionCondition.class);
                                ((org.camunda.bpm.model.bpmn.instance.CompletionCondition) condition)
                                        .setTextContent("#{nrOfCompletedInstances >= 1}");
                                one.addChildElement(condition);
                            }));
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getSource().getOutgoing().size() > 1
                    && flow.getTarget().getIncoming().size() > 1) {
                source.mistake("少了一条连线", flow.getId(), copy -> Shapes.remove(copy, source.same(copy, flow)));
            }
        }
    }
}
