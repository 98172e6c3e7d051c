package cn.lianping.design;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Where a case can get to in a diagram. */
final class Flow {

    private Flow() {}

    /**
     * The nodes that can be reached from the start without entering the forbidden one. A join is passed only when all of
     * its ways are open, a subprocess only when one of its ends is reached.
     */
    static Set<String> reachedWithout(Diagram diagram, String forbidden) {
        return reached(diagram, forbidden, new HashSet<>(), true);
    }

    /** The same for a case whose tokens stand at these nodes. */
    static Set<String> reachedWithout(Diagram diagram, String forbidden, Collection<FlowNode> tokens) {
        Set<FlowNode> entered = new HashSet<>();
        for (FlowNode token : tokens) {
            if (!token.getId().equals(forbidden)) {
                entered.add(token);
            }
            for (ModelElementInstance scope = token.getParentElement();
                    scope instanceof SubProcess parent;
                    scope = scope.getParentElement()) {
                entered.add(parent);
            }
        }
        return reached(diagram, forbidden, entered, false);
    }

    private static Set<String> reached(Diagram diagram, String forbidden, Set<FlowNode> entered, boolean fromTheStart) {
        int before = -1;
        while (before != entered.size()) {
            before = entered.size();
            for (FlowNode node : diagram.all(FlowNode.class)) {
                boolean begins = node instanceof StartEvent
                        && !(node.getParentElement() instanceof SubProcess parent && !parent.triggeredByEvent());
                if (!node.getId().equals(forbidden) && (!begins || fromTheStart) && isOpen(node, entered, diagram)) {
                    entered.add(node);
                }
            }
        }
        return entered.stream().map(FlowNode::getId).collect(Collectors.toSet());
    }

    private static boolean isOpen(FlowNode node, Set<FlowNode> entered, Diagram diagram) {
        if (node instanceof BoundaryEvent event) {
            return entered.contains(event.getAttachedTo());
        }
        if (node instanceof StartEvent) {
            return !(node.getParentElement() instanceof SubProcess parent)
                    || parent.triggeredByEvent()
                    || entered.contains(parent);
        }
        Predicate<SequenceFlow> open = flow -> left(flow.getSource(), entered, diagram);
        if (node instanceof ParallelGateway) {
            return node.getIncoming().stream().allMatch(open);
        }
        return node.getIncoming().stream().anyMatch(open);
    }

    private static boolean left(FlowNode node, Set<FlowNode> entered, Diagram diagram) {
        if (!entered.contains(node)) {
            return false;
        }
        return !(node instanceof SubProcess)
                || diagram.all(EndEvent.class).stream()
                        .anyMatch(end -> end.getParentElement().equals(node)
                                && entered.contains(end)
                                && end.getEventDefinitions().stream()
                                        .noneMatch(ErrorEventDefinition.class::isInstance));
    }

    /** The nodes that follow without anybody acting in between: the way ends at the first of these nodes. */
    static Set<FlowNode> following(Collection<SequenceFlow> flows, Predicate<FlowNode> stop) {
        Set<FlowNode> found = new LinkedHashSet<>();
        Deque<SequenceFlow> open = new ArrayDeque<>(flows);
        while (!open.isEmpty()) {
            FlowNode target = open.poll().getTarget();
            if (found.add(target) && !stop.test(target)) {
                open.addAll(target.getOutgoing());
            }
        }
        return found;
    }

    /** Whether a case stands here for a while: for a person, another process, a message or a time. */
    static boolean waits(FlowNode node) {
        return LegalMinimum.needsSomebody(node)
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent
                || node instanceof ReceiveTask;
    }

    /** Whether the flow closes a loop: its source can be reached from its target. */
    static boolean isLoop(SequenceFlow flow) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(flow.getTarget()));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (seen.add(node)) {
                withBoundary(node).forEach(next -> open.add(next.getTarget()));
            }
        }
        FlowNode source = flow.getSource();
        return seen.contains(source) || (source instanceof BoundaryEvent event && seen.contains(event.getAttachedTo()));
    }

    private static Collection<SequenceFlow> withBoundary(FlowNode node) {
        Set<SequenceFlow> flows = new LinkedHashSet<>(node.getOutgoing());
        for (ModelElementInstance event : node.getModelInstance().getModelElementsByType(BoundaryEvent.class)) {
            if (((BoundaryEvent) event).getAttachedTo().equals(node)) {
                flows.addAll(((BoundaryEvent) event).getOutgoing());
            }
        }
        return flows;
    }
}
