package cn.lianping.office;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for an opinion at a task (加签).
 *
 * @param askedAt milliseconds since 1970
 * @param status {@link #ASKED}, {@link #AGREED}, {@link #DISAGREED} or {@link #DISMISSED}
 * @param opinion what was answered, or why the person is asked no longer
 */
public record Signer(
        String id,
        String taskId,
        String caseNo,
        String taskName,
        String signer,
        String askedBy,
        String question,
        long askedAt,
        String status,
        @Nullable String opinion,
        @Nullable Long closedAt) {

    static final String ASKED = "ASKED";
    static final String AGREED = "AGREED";
    static final String DISAGREED = "DISAGREED";
    static final String DISMISSED = "DISMISSED";

    public boolean waits() {
        return ASKED.equals(status);
    }

    /** The status as people read it. */
    String chinese() {
        return switch (status) {
            case ASKED -> "待签";
            case AGREED -> "同意";
            case DISAGREED -> "不同意";
            default -> "已减签";
        };
    }
}
