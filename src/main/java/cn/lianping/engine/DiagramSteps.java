package cn.lianping.engine;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What follows what within one diagram. */
final class DiagramSteps {

    /** What the engine appends to the id of an activity for the whole of its instances. */
    static final String BODY = "#multiInstanceBody";

    private final BpmnModelInstance model;

    DiagramSteps(BpmnModelInstance model) {
        this.model = model;
    }

    boolean has(String id) {
        return model.getModelElementById(id) instanceof FlowNode;
    }

    FlowNode node(String id) {
        return model.getModelElementById(id);
    }

    /**
     * Where to begin so that the step is done anew: the step itself, or what prepares it. The preparing service tasks and
     * the fork that opens a countersigning are done again too, for a step begun alone behind a fork would wait at the
     * join for the others for ever.
     */
    FlowNode beginning(FlowNode step) {
        FlowNode at = step;
        while (at.getIncoming().size() == 1) {
            FlowNode before = at.getIncoming().iterator().next().getSource();
            boolean fork =
                    before instanceof ParallelGateway && before.getOutgoing().size() > 1;
            if (!fork && !(before instanceof ServiceTask)) {
                break;
            }
            at = before;
        }
        return at;
    }

    /** The ids of the node and of all that can be reached from it without leaving its scope. */
    Set<String> from(FlowNode node) {
        Set<String> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(Set.of(node));
        while (!open.isEmpty()) {
            FlowNode next = open.pop();
            if (reached.add(next.getId())) {
                next.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(open::push);
                boundaryEvents(next).forEach(open::push);
            }
        }
        return reached;
    }

    /** The ids of what can be reached after the node; the node itself only if there is a way back to it. */
    Set<String> after(FlowNode node) {
        Set<String> reached = new HashSet<>();
        node.getOutgoing().stream().map(SequenceFlow::getTarget).forEach(next -> reached.addAll(from(next)));
        return reached;
    }

    private Collection<BoundaryEvent> boundaryEvents(FlowNode node) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(event -> node.equals(event.getAttachedTo()))
                .toList();
    }

    /** The ids of the user tasks of the diagram. */
    Collection<String> userTasks() {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .toList();
    }

    /** The node itself if it is a user task, or the user tasks inside it if it is a sub-process. */
    Collection<String> userTasksWithin(String id) {
        return model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> isWithin(task, id))
                .map(UserTask::getId)
                .toList();
    }

    private static boolean isWithin(ModelElementInstance element, String id) {
        for (ModelElementInstance at = element; at instanceof BaseElement known; at = at.getParentElement()) {
            if (known.getId() != null && known.getId().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The id of the sub-process that the node stands in; null at the top of the diagram. */
    static @Nullable String scopeOf(FlowNode node) {
        return node.getParentElement() instanceof SubProcess scope ? scope.getId() : null;
    }

    /** The id that begins all instances of the node. */
    static String whole(FlowNode node) {
        return isMultiple(node) ? node.getId() + BODY : node.getId();
    }

    static boolean isMultiple(FlowNode node) {
        return loop(node) != null;
    }

    /** The name of the variable that tells the instances of a multiple activity apart; null for a plain one. */
    static @Nullable String elementVariable(FlowNode node) {
        MultiInstanceLoopCharacteristics loop = loop(node);
        return loop == null ? null : loop.getCamundaElementVariable();
    }

    private static @Nullable MultiInstanceLoopCharacteristics loop(FlowNode node) {
        return node instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                ? loop
                : null;
    }
}
