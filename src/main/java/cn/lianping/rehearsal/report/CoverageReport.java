package cn.lianping.rehearsal.report;

import java.util.List;

/**
 * What of the diagrams was walked. A branch is a flow out of a node that has several, or out of an event at an activity's
 * border.
 *
 * @param unreachable branches that no token can come to, whatever conditions say
 * @param missed branches that could be walked and were not
 */
public record CoverageReport(int branches, int walked, int unreachable, int missed, List<DiagramCoverage> diagrams) {

    /** One diagram or decision table; the flows of a table are its rules. */
    public record DiagramCoverage(
            String path,
            String key,
            String name,
            int branches,
            int walked,
            List<FlowState> flows,
            List<NodeState> nodes) {}

    /** @param state {@code walked}, {@code unreachable} or {@code missed} */
    public record FlowState(String id, String state) {}

    /** Whether a node was passed. */
    public record NodeState(String id, boolean walked) {}
}
