package cn.lianping.rehearsal.report;

import java.time.OffsetDateTime;
import java.util.List;

/** What a rehearsal found out. */
public record Report(
        String kind,
        OffsetDateTime startedAt,
        OffsetDateTime endedAt,
        double seconds,
        long heapMb,
        boolean passed,
        List<Failure> failures,
        CoverageReport coverage,
        List<Played> cases,
        ReplayReport replay) {}
