package cn.lianping.rehearsal.past;

import java.util.List;

/** A finished round with its cases. */
public record RecordedRound(
        String roundNo, String title, String area, List<RecordedEntry> entries, List<RecordedCase> cases) {}
