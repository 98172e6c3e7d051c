package cn.lianping.design;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * What a repair of a running case must leave alone: no repair leads a case past a step that the legal minimum asks for,
 * and none decides in a person's stead.
 *
 * <p>Source: articles 4 to 8 of the measures, see {@link LegalMinimum}.
 */
public final class Protection {

    private static final Pattern COMPARED =
            Pattern.compile("[#$]\\{\\s*!?\\s*(\\w+)\\s*(?:(?:==|!=)\\s*(?:'([^']*)'|(\\w+))\\s*)?}");

    private final Diagram diagram;

    /** For runs that follow this diagram. */
    public Protection(String processKey, BpmnModelInstance model) {
        this.diagram = new Diagram(processKey + Diagram.ENDING, model);
    }

    /** A step that a token can be moved to. */
    public record Step(String element, String name) {}

    /** Where tokens can stand: people's steps, calls, services and waits, outside event subprocesses. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (FlowNode node : diagram.all(FlowNode.class)) {
            boolean stands = node instanceof UserTask
                    || node instanceof CallActivity
                    || node instanceof ServiceTask
                    || node instanceof IntermediateCatchEvent
                    || node instanceof SubProcess subProcess && !subProcess.triggeredByEvent()
                    || node instanceof EndEvent;
            if (stands && !(node instanceof BoundaryEvent)) {
                steps.add(new Step(node.getId(), node.getName() == null ? node.getId() : node.getName()));
            }
        }
        return steps;
    }

    /**
     * Why a token may not be moved.
     *
     * @param from where it stands
     * @param to where it would go on
     * @param others where the other tokens of the run stand
     * @param done elements that the run has completed
     * @return a Chinese sentence; empty if it may
     */
    public Optional<String> forbidsMove(String from, String to, Collection<String> others, Set<String> done) {
        FlowNode start = node(from);
        FlowNode goal = node(to);
        if (start == null || goal == null) {
            return Optional.of("流程图中没有这个步骤");
        }
        if (!start.getParentElement().equals(goal.getParentElement())) {
            return Optional.of("两个步骤不在同一层流程中,不能直接移动");
        }
        List<FlowNode> tokens = new ArrayList<>();
        tokens.add(goal);
        others.forEach(other -> {
            FlowNode token = node(other);
            if (token != null) {
                tokens.add(token);
            }
        });
        // what lies ahead of the token has still to be done, even if it was done once before (returned for correction)
        Set<String> ahead = Flow.reachedWithout(diagram, "", List.of(start));
        for (LegalMinimum.Need need : LegalMinimum.NEEDS) {
            if (!need.process().equals(diagram.key())) {
                continue;
            }
            boolean settled = done.contains(need.step())
                    && (!ahead.contains(need.step()) || need.step().equals(from));
            boolean skipped = !settled
                    && !need.step().equals(to)
                    && Flow.reachedWithout(diagram, need.step(), tokens).contains(need.result());
            if (skipped) {
                return Optional.of("会跳过“%s”,%s规定不能省去".formatted(named(need.step()), need.article()));
            }
        }
        if (LegalMinimum.isResult(to)) {
            return Optional.of("“%s”是办理的结果,只能由前面的步骤得出".formatted(named(to)));
        }
        return Optional.empty();
    }

    /**
     * A variable that gateways ask.
     *
     * @param values what they compare it with
     * @param why it may not be corrected by hand; null if it may
     */
    public record Routing(
            String name, Set<String> values, @Nullable String why) {}

    /** The variables that gateways of the diagram ask, by name. */
    public Map<String, Routing> routing() {
        Map<String, Set<String>> values = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        for (SequenceFlow flow : diagram.all(SequenceFlow.class)) {
            if (flow.getConditionExpression() == null) {
                continue;
            }
            Matcher compared = COMPARED.matcher(
                    flow.getConditionExpression().getTextContent().strip());
            if (!compared.matches()) {
                continue;
            }
            String name = compared.group(1);
            Set<String> known = values.computeIfAbsent(name, key -> new TreeSet<>());
            if (compared.group(2) != null) {
                known.add(compared.group(2));
            } else {
                known.addAll(List.of("true", "false"));
            }
            Set<SequenceFlow> ways = new LinkedHashSet<>(flow.getSource().getOutgoing());
            LegalMinimum.byThemselves(ways).stream()
                    .filter(LegalMinimum::isResult)
                    .findFirst()
                    .ifPresent(result -> reasons.put(name, "它的取值不经人办理就通向“%s”,只能由办理得出".formatted(named(result))));
        }
        Map<String, Routing> found = new LinkedHashMap<>();
        values.forEach((name, known) -> found.put(name, new Routing(name, known, reasons.get(name))));
        return found;
    }

    private @Nullable FlowNode node(String id) {
        return diagram.model().getModelElementById(id) instanceof FlowNode node ? node : null;
    }

    private String named(String id) {
        FlowNode node = node(id);
        return node == null || node.getName() == null ? id : node.getName();
    }
}
