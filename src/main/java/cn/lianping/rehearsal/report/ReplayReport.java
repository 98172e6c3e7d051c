package cn.lianping.rehearsal.report;

import java.util.List;

/** The finished cases of the past. */
public record ReplayReport(int rounds, int total, int same, int different, int stuck, List<Replayed> cases) {}
