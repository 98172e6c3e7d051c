package cn.lianping.design;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** The ways through a diagram, as a rehearsal counts and chooses them. */
public final class Ways {

    private final Diagram diagram;
    private final Set<String> unreachable;

    private Ways(Diagram diagram) {
        this.diagram = diagram;
        this.unreachable = Set.copyOf(TokenGame.play(diagram).unpassed());
    }

    /** Reads a diagram that has passed the gate. */
    public static Ways of(String path, byte[] content) {
        try {
            return new Ways(DiagramReading.read(path, content));
        } catch (UnreadableException e) {
            throw new IllegalArgumentException(path + ":" + e.reason(), e);
        }
    }

    /** The process key. */
    public String key() {
        return diagram.process().getId();
    }

    /** What people call the process. */
    public String name() {
        String name = diagram.process().getName();
        return name == null ? key() : name;
    }

    /**
     * A flow.
     *
     * @param branch whether it is one of several ways to go on, or begins at an activity's border
     * @param awaited whether it leads from a gateway to an event that is waited for; the engine takes no such flow
     */
    public record Way(String id, String source, String target, boolean branch, boolean awaited) {}

    /** The flows, in the order of the file. */
    public List<Way> flows() {
        return diagram.all(SequenceFlow.class).stream()
                .map(flow -> new Way(
                        flow.getId(),
                        flow.getSource().getId(),
                        flow.getTarget().getId(),
                        isBranch(flow.getSource()),
                        flow.getSource() instanceof EventBasedGateway))
                .toList();
    }

    private boolean isBranch(FlowNode source) {
        if (source instanceof StartEvent start) {
            return start.getParentElement() instanceof SubProcess parent && parent.triggeredByEvent()
                    || start.getParentElement() instanceof Process process
                            && process.getChildElementsByType(StartEvent.class).size() > 1;
        }
        return source instanceof BoundaryEvent || source.getOutgoing().size() > 1;
    }

    /** The ids of the nodes, in the order of the file. */
    public List<String> nodes() {
        return diagram.all(FlowNode.class).stream().map(FlowNode::getId).toList();
    }

    /** The ids of the user tasks. */
    public Set<String> userTasks() {
        return diagram.all(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet());
    }

    /** The flows that no token can come to, whatever conditions say. */
    public Set<String> unreachable() {
        return unreachable;
    }

    /** What people call the element; its id where it has no name, empty where there is no such element. */
    public String nameOf(String id) {
        return diagram.model().getModelElementById(id) instanceof FlowElement element
                ? Optional.ofNullable(element.getName())
                        .filter(name -> !name.isBlank())
                        .orElse(id)
                : "";
    }

    /** Whether the diagram has the node. */
    public boolean has(String id) {
        return diagram.model().getModelElementById(id) instanceof FlowNode;
    }

    /** The candidate group of a user task as drawn, empty where it has none. */
    public String groupOf(String userTask) {
        return diagram.model().getModelElementById(userTask) instanceof UserTask task
                        && task.getCamundaCandidateGroups() != null
                ? task.getCamundaCandidateGroups()
                : "";
    }

    /**
     * How far an answer leads that the flows out of the following gateways ask for, by the text of the answer: how many
     * nodes can still be reached, -1 where the way leads back. Answers that no flow asks for are absent.
     */
    public Map<String, Integer> reachByAnswer(String userTask, String variable, Collection<String> answers) {
        Map<String, Integer> reach = new TreeMap<>();
        if (!(diagram.model().getModelElementById(userTask) instanceof FlowNode task)) {
            return reach;
        }
        for (FlowNode gateway : Flow.following(task.getOutgoing(), UserTask.class::isInstance)) {
            for (SequenceFlow flow : gateway.getOutgoing()) {
                answers.stream()
                        .filter(answer -> asksFor(flow, variable, answer))
                        .forEach(answer -> reach.merge(answer, reach(flow, task), Math::max));
            }
        }
        return reach;
    }

    private static boolean asksFor(SequenceFlow flow, String variable, String answer) {
        String condition = flow.getConditionExpression() == null
                ? ""
                : flow.getConditionExpression().getTextContent();
        return condition.contains(variable)
                && (condition.contains("'" + answer + "'")
                        || condition.contains("\"" + answer + "\"")
                        || !condition.contains("=") && "true".equals(answer));
    }

    private int reach(SequenceFlow flow, FlowNode from) {
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(flow.getTarget()));
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (seen.add(node)) {
                node.getOutgoing().forEach(next -> open.add(next.getTarget()));
            }
        }
        return depth(flow.getTarget()) <= depth(from) ? -1 : seen.size();
    }

    /** How many flows lie between the node and the start of its scope, on the shortest way. */
    private int depth(FlowNode node) {
        Map<FlowNode, Integer> depths = new HashMap<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        for (FlowNode one : diagram.all(FlowNode.class)) {
            if (one.getIncoming().isEmpty() && one.getParentElement().equals(node.getParentElement())) {
                depths.put(one, one instanceof BoundaryEvent ? 1 : 0);
                open.add(one);
            }
        }
        while (!open.isEmpty()) {
            FlowNode at = open.poll();
            int next = depths.getOrDefault(at, 0) + 1;
            at.getOutgoing().stream()
                    .map(SequenceFlow::getTarget)
                    .filter(target -> depths.putIfAbsent(target, next) == null)
                    .forEach(open::add);
        }
        return depths.getOrDefault(node, 0);
    }
}
