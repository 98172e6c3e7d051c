package cn.lianping.rehearsal;

import org.jspecify.annotations.Nullable;

/** A rehearsal as its table has it, without files and report. */
record RehearsalRow(
        String id,
        @Nullable String changeId,
        String contentHash,
        @Nullable String area,
        String state,
        int percent,
        String text,
        boolean passed,
        String startedBy,
        long startedAt,
        @Nullable Long endedAt) {

    static final String WAITING = "WAITING";
    static final String RUNNING = "RUNNING";
    static final String DONE = "DONE";
    static final String FAILED = "FAILED";

    RehearsalState asState() {
        return new RehearsalState(id, state, contentHash, passed, startedAt, endedAt, percent, text);
    }
}
