package cn.lianping.rehearsal;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** Keeps the drawing of a diagram in step with what is changed in it. */
final class Shapes {

    private Shapes() {}

    /** The new node is drawn where the old one was. */
    static void take(BpmnModelInstance model, BaseElement old, BaseElement node) {
        model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> old.equals(shape.getBpmnElement()))
                .forEach(shape -> shape.setBpmnElement(node));
    }

    /** Removes a node with its drawing; what led to it leads to what followed. */
    static void bypass(BpmnModelInstance model, FlowNode node) {
        SequenceFlow out = node.getOutgoing().iterator().next();
        FlowNode next = out.getTarget();
        new java.util.ArrayList<>(node.getIncoming()).forEach(flow -> FlowMistakes.lead(flow, next));
        remove(model, out);
        remove(model, node);
    }

    static void remove(BpmnModelInstance model, SequenceFlow flow) {
        flow.getSource().getOutgoing().remove(flow);
        flow.getTarget().getIncoming().remove(flow);
        model.getModelElementsByType(BpmnEdge.class).stream()
                .filter(edge -> flow.equals(edge.getBpmnElement()))
                .toList()
                .forEach(edge -> edge.getParentElement().removeChildElement(edge));
        flow.getParentElement().removeChildElement(flow);
    }

    static void remove(BpmnModelInstance model, FlowNode node) {
        model.getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> node.equals(shape.getBpmnElement()))
                .toList()
                .forEach(shape -> shape.getParentElement().removeChildElement(shape));
        node.getParentElement().removeChildElement(node);
    }
}
