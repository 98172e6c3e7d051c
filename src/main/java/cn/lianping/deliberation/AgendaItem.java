package cn.lianping.deliberation;

import cn.lianping.round.CaseStatus;
import org.jspecify.annotations.Nullable;

/**
 * A case on an agenda, with what the registry says of it.
 *
 * @param caseStatus where the case stands now
 * @param computationNo the score computation that was put on the agenda
 * @param decision draft until the deliberation is decided
 */
record AgendaItem(
        String caseNo,
        String processInstanceId,
        CaseStatus caseStatus,
        String alliance,
        String area,
        String field,
        int computationNo,
        @Nullable DeliberationOutcome decision,
        @Nullable String reason) {

    /** On the agenda. */
    static final String LISTED = "LISTED";

    /** Taken off because the case was reopened. */
    static final String DROPPED = "DROPPED";

    /** Decided. */
    static final String FINAL = "FINAL";
}
