package cn.lianping.rehearsal.report;

import java.util.List;

/**
 * The finished cases of the past.
 *
 * @param leftOut finished cases that were too many to replay
 */
public record ReplayReport(
        int rounds, int total, int same, int different, int stuck, int leftOut, List<Replayed> cases) {}
