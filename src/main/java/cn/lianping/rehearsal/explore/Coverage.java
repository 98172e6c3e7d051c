package cn.lianping.rehearsal.explore;

import cn.lianping.design.Ways;
import cn.lianping.design.Ways.Way;
import cn.lianping.rehearsal.report.CoverageReport;
import cn.lianping.rehearsal.report.CoverageReport.DiagramCoverage;
import cn.lianping.rehearsal.report.CoverageReport.FlowState;
import cn.lianping.rehearsal.report.CoverageReport.NodeState;
import java.util.ArrayList;
import java.util.List;

/** What of the diagrams was walked. */
public final class Coverage {

    private static final String WALKED = "walked";
    private static final String UNREACHABLE = "unreachable";
    private static final String MISSED = "missed";

    private final Drawn drawn;
    private final Walks walks;

    public Coverage(Drawn drawn, Walks walks) {
        this.drawn = drawn;
        this.walks = walks;
    }

    /** A flow of a diagram. */
    public record Missed(String process, String flow, String source) {}

    /** The branches that could be walked and were not. */
    public List<Missed> missed() {
        List<Missed> missed = new ArrayList<>();
        for (Ways diagram : drawn.all()) {
            diagram.flows().stream()
                    .filter(flow -> flow.branch() && state(diagram, flow).equals(MISSED))
                    .forEach(flow -> missed.add(new Missed(diagram.key(), flow.id(), flow.source())));
        }
        return missed;
    }

    /** The figures of all diagrams and tables. */
    public CoverageReport report(List<DiagramCoverage> tables) {
        List<DiagramCoverage> diagrams = new ArrayList<>();
        drawn.all().forEach(diagram -> diagrams.add(of(diagram)));
        diagrams.addAll(tables);
        int branches = 0;
        int walked = 0;
        int unreachable = 0;
        for (Ways diagram : drawn.all()) {
            for (Way flow : diagram.flows()) {
                if (flow.branch()) {
                    String state = state(diagram, flow);
                    branches++;
                    walked += state.equals(WALKED) ? 1 : 0;
                    unreachable += state.equals(UNREACHABLE) ? 1 : 0;
                }
            }
        }
        for (DiagramCoverage table : tables) {
            branches += table.branches();
            walked += table.walked();
            unreachable += table.branches() - table.walked();
        }
        return new CoverageReport(branches, walked, unreachable, branches - walked - unreachable, diagrams);
    }

    private DiagramCoverage of(Ways diagram) {
        List<FlowState> flows = diagram.flows().stream()
                .map(flow -> new FlowState(flow.id(), state(diagram, flow)))
                .toList();
        List<Way> branches = diagram.flows().stream().filter(Way::branch).toList();
        return new DiagramCoverage(
                drawn.pathOf(diagram.key()),
                diagram.key(),
                diagram.name(),
                branches.size(),
                (int) branches.stream()
                        .filter(flow -> state(diagram, flow).equals(WALKED))
                        .count(),
                flows,
                diagram.nodes().stream()
                        .map(node -> new NodeState(node, passed(diagram, node)))
                        .toList());
    }

    private String state(Ways diagram, Way flow) {
        // the engine takes no flow out of a gateway that awaits events: the event that occurs tells
        boolean walked = walks.passed(diagram.key(), flow.awaited() ? flow.target() : flow.id());
        return walked ? WALKED : diagram.unreachable().contains(flow.id()) ? UNREACHABLE : MISSED;
    }

    private boolean passed(Ways diagram, String node) {
        return walks.passed(diagram.key(), node)
                || diagram.flows().stream()
                        .anyMatch(flow -> flow.source().equals(node)
                                && flow.awaited()
                                && walks.passed(diagram.key(), flow.target()));
    }
}
