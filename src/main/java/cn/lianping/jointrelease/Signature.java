package cn.lianping.jointrelease;

import org.jspecify.annotations.Nullable;

/**
 * What one department said of one draft. It stays when it is voided.
 *
 * @param department {@link #INDUSTRY} or {@link #SCIENCE}
 * @param outcome {@link #AGREE} or {@link #REFUSE}
 * @param voidedAt epoch milliseconds, null while it holds
 */
record Signature(
        String releaseId,
        int seq,
        int draftNo,
        String department,
        String userId,
        String outcome,
        String opinion,
        long signedAt,
        @Nullable Long voidedAt) {

    static final String INDUSTRY = "INDUSTRY";
    static final String SCIENCE = "SCIENCE";
    static final String AGREE = "AGREE";
    static final String REFUSE = "REFUSE";

    /** Whether it agrees with this draft and nothing has voided it. */
    boolean validFor(Release release) {
        return AGREE.equals(outcome) && voidedAt == null && draftNo == release.draftNo();
    }
}
