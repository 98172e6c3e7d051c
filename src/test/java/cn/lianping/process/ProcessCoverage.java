package cn.lianping.process;

import cn.lianping.design.Diagram;
import cn.lianping.design.Diagrams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Which flow nodes and sequence flows of the packaged diagrams the process tests of this run have passed. Prints a table
 * when the run ends, whatever was selected; {@link CoverageTest} judges it.
 */
public final class ProcessCoverage implements BeforeAllCallback {

    private static final Set<String> PASSED = ConcurrentHashMap.newKeySet();
    private static final Set<String> CLASSES = ConcurrentHashMap.newKeySet();

    /** What one diagram's elements have seen. */
    record Line(String process, int nodes, int nodesPassed, int flows, int flowsPassed, List<String> missing) {}

    static void passed(String process, String element) {
        PASSED.add(process + "/" + element);
    }

    /** The process test classes that have run. */
    static Set<String> classes() {
        return new TreeSet<>(CLASSES);
    }

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Diagram diagram : Diagrams.all()) {
            List<String> missing = new ArrayList<>();
            var nodes = diagram.all(FlowNode.class);
            var flows = diagram.all(SequenceFlow.class);
            nodes.stream()
                    .filter(node -> !passed(diagram, node))
                    .map(FlowNode::getId)
                    .forEach(missing::add);
            int nodesPassed = nodes.size() - missing.size();
            flows.stream()
                    .filter(flow -> !passed(diagram, flow))
                    .map(SequenceFlow::getId)
                    .forEach(missing::add);
            int flowsPassed = nodes.size() + flows.size() - nodesPassed - missing.size();
            lines.add(new Line(diagram.key(), nodes.size(), nodesPassed, flows.size(), flowsPassed, missing));
        }
        return lines;
    }

    /** The engine never leaves an event-based gateway and takes no flow out of it: the event that occurs tells both. */
    private static boolean passed(Diagram diagram, FlowNode node) {
        return node instanceof EventBasedGateway
                ? node.getOutgoing().stream().anyMatch(flow -> passed(diagram, flow.getTarget()))
                : PASSED.contains(diagram.key() + "/" + node.getId());
    }

    private static boolean passed(Diagram diagram, SequenceFlow flow) {
        return flow.getSource() instanceof EventBasedGateway
                ? passed(diagram, flow.getTarget())
                : PASSED.contains(diagram.key() + "/" + flow.getId());
    }

    private static void print() {
        StringBuilder table = new StringBuilder("\nprocess coverage                nodes      flows  missing\n");
        for (Line line : lines()) {
            table.append("%-28s %4d/%-4d  %4d/%-4d  %s%n"
                    .formatted(
                            line.process(),
                            line.nodesPassed(),
                            line.nodes(),
                            line.flowsPassed(),
                            line.flows(),
                            line.missing().isEmpty() ? "-" : String.join(" ", line.missing())));
        }
        System.out.println(table);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        CLASSES.add(context.getRequiredTestClass().getName());
        // closed when the whole run is over
        context.getRoot().getStore(Namespace.create(ProcessCoverage.class)).getOrComputeIfAbsent("table", key ->
                (ExtensionContext.Store.CloseableResource) ProcessCoverage::print);
    }
}
