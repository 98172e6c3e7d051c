package cn.lianping.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Plays every way that tokens can take through a diagram, whatever conditions say. Finds where a case gets stuck, what is
 * never reached, and where the same step could run twice at once.
 *
 * <p>A place is a sequence flow, or an activity that is being carried out; a state is the set of places that hold a token.
 */
final class TokenGame {

    private static final int MOST_STATES = 50_000;

    private final Diagram diagram;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> passed = new HashSet<>();
    private final Set<String> stuck = new TreeSet<>();
    private final Set<String> twice = new TreeSet<>();
    private boolean tooLarge;

    private TokenGame(Diagram diagram) {
        this.diagram = diagram;
    }

    /** Plays from the process's start, and from the start of each subprocess that an event begins. */
    static TokenGame play(Diagram diagram) {
        TokenGame game = new TokenGame(diagram);
        for (StartEvent start : diagram.all(StartEvent.class)) {
            boolean inner = start.getParentElement() instanceof SubProcess parent && !parent.triggeredByEvent();
            if (!inner) {
                if (start.getParentElement() instanceof SubProcess parent) {
                    game.seen.add(parent.getId());
                }
                game.from(start);
            }
        }
        return game;
    }

    /** Where a token can arrive and never leave, although it is no end. */
    Set<String> stuck() {
        return stuck;
    }

    /** Where a second token can arrive while one is there. */
    Set<String> twice() {
        return twice;
    }

    /** Whether there were too many states to play all. */
    boolean isTooLarge() {
        return tooLarge;
    }

    /** Nodes that no token reaches. */
    List<String> unreached() {
        return diagram.all(FlowNode.class).stream()
                .map(FlowNode::getId)
                .filter(id -> !seen.contains(id))
                .toList();
    }

    /** Flows that no token passes. */
    List<String> unpassed() {
        return diagram.all(SequenceFlow.class).stream()
                .map(SequenceFlow::getId)
                .filter(id -> !passed.contains(id))
                .toList();
    }

    private void from(StartEvent start) {
        seen.add(start.getId());
        Set<Set<String>> known = new HashSet<>();
        Deque<Set<String>> open = new ArrayDeque<>();
        add(leave(start, Set.of()), known, open);
        while (!open.isEmpty()) {
            if (known.size() > MOST_STATES) {
                tooLarge = true;
                return;
            }
            Set<String> state = open.poll();
            List<Set<String>> next = moves(state);
            if (next.isEmpty()) {
                state.forEach(place -> stuck.add(nodeOf(place)));
            }
            next.forEach(one -> add(one, known, open));
        }
    }

    private static void add(Set<String> state, Set<Set<String>> known, Deque<Set<String>> open) {
        if (!state.isEmpty() && known.add(state)) {
            open.add(state);
        }
    }

    /** The states that one step leads to. */
    private List<Set<String>> moves(Set<String> state) {
        List<Set<String>> next = new ArrayList<>();
        for (String place : state) {
            ModelElementInstance element = diagram.model().getModelElementById(place);
            if (element instanceof SequenceFlow flow) {
                next.addAll(arrive(flow, state));
            } else if (element instanceof FlowNode node) {
                next.addAll(carryOut(node, state));
            }
        }
        return next;
    }

    /** A token on a flow comes to its target. */
    private List<Set<String>> arrive(SequenceFlow flow, Set<String> state) {
        FlowNode target = flow.getTarget();
        Set<String> rest = without(state, flow.getId());
        if (target instanceof ParallelGateway) {
            List<String> all =
                    target.getIncoming().stream().map(SequenceFlow::getId).toList();
            if (!state.containsAll(all)) {
                return List.of();
            }
            seen.add(target.getId());
            Set<String> left = new HashSet<>(state);
            all.forEach(left::remove);
            return List.of(leave(target, left));
        }
        seen.add(target.getId());
        if (target instanceof EndEvent end) {
            return end(end, rest);
        }
        if (target instanceof ExclusiveGateway || target instanceof EventBasedGateway) {
            return target.getOutgoing().stream()
                    .map(way -> with(rest, way.getId()))
                    .toList();
        }
        if (target instanceof SubProcess scope) {
            Set<String> inside = with(rest, scope.getId());
            for (StartEvent start : starts(scope)) {
                seen.add(start.getId());
                inside = leave(start, inside);
            }
            return List.of(inside);
        }
        return target instanceof Activity ? List.of(with(rest, target.getId())) : List.of(leave(target, rest));
    }

    private List<Set<String>> end(EndEvent end, Set<String> rest) {
        boolean error = end.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
        if (!error || !(end.getParentElement() instanceof SubProcess scope)) {
            return List.of(rest);
        }
        Set<String> left = new HashSet<>(rest);
        left.removeIf(place -> isInside(place, scope) || place.equals(scope.getId()));
        List<Set<String>> next = new ArrayList<>();
        for (BoundaryEvent event : boundaries(scope)) {
            if (event.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance)) {
                seen.add(event.getId());
                next.add(leave(event, left));
            }
        }
        return next;
    }

    /** An activity ends, or an event at its border happens. */
    private List<Set<String>> carryOut(FlowNode node, Set<String> state) {
        List<Set<String>> next = new ArrayList<>();
        Set<String> without = new HashSet<>(state);
        without.remove(node.getId());
        if (node instanceof SubProcess scope) {
            boolean busy = state.stream().anyMatch(place -> isInside(place, scope));
            if (!busy) {
                next.add(leave(node, without));
            }
            without.removeIf(place -> isInside(place, scope));
        } else if (!node.getOutgoing().isEmpty()) {
            next.add(leave(node, without));
        }
        for (BoundaryEvent event : boundaries(node)) {
            boolean error = event.getEventDefinitions().stream().anyMatch(ErrorEventDefinition.class::isInstance);
            if (error && node instanceof SubProcess) {
                continue;
            }
            seen.add(event.getId());
            if (event.cancelActivity()) {
                next.add(leave(event, without));
            } else if (event.getOutgoing().stream().noneMatch(way -> state.contains(way.getId()))) {
                next.add(leave(event, state));
            }
        }
        return next;
    }

    private Set<String> leave(FlowNode node, Set<String> state) {
        Set<String> next = new LinkedHashSet<>(state);
        node.getOutgoing().forEach(flow -> put(next, flow.getId()));
        if (node.getOutgoing().isEmpty()) {
            // no end event, and no way on
            put(next, node.getId());
        }
        return next;
    }

    private Set<String> with(Set<String> state, String place) {
        Set<String> next = new HashSet<>(state);
        put(next, place);
        return next;
    }

    private void put(Set<String> state, String place) {
        passed.add(place);
        if (!state.add(place)) {
            twice.add(nodeOf(place));
        }
    }

    private static Set<String> without(Set<String> state, String place) {
        Set<String> next = new HashSet<>(state);
        next.remove(place);
        return next;
    }

    private String nodeOf(String place) {
        return diagram.model().getModelElementById(place) instanceof SequenceFlow flow
                ? flow.getTarget().getId()
                : place;
    }

    private boolean isInside(String place, SubProcess scope) {
        ModelElementInstance element = diagram.model().getModelElementById(place);
        for (ModelElementInstance one = element.getParentElement(); one != null; one = one.getParentElement()) {
            if (one.equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private static Collection<StartEvent> starts(SubProcess scope) {
        return scope.getChildElementsByType(StartEvent.class);
    }

    private List<BoundaryEvent> boundaries(FlowNode node) {
        return diagram.all(BoundaryEvent.class).stream()
                .filter(event -> node.equals(event.getAttachedTo()))
                .toList();
    }
}
