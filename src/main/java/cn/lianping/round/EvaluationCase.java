package cn.lianping.round;

import org.jspecify.annotations.Nullable;

/**
 * One alliance in one round.
 *
 * @param caseNo the business key of everything that concerns the case
 * @param attempt how often the self-evaluation was opened: 1, and one more for each return
 * @param submittedAt epoch milliseconds of the first submission, null before it
 * @param note what the case waits for, as people read it
 */
public record EvaluationCase(
        String caseNo,
        String roundNo,
        String allianceId,
        String areaCode,
        String leadCode,
        CaseStatus status,
        int attempt,
        String processInstanceId,
        @Nullable Long submittedAt,
        @Nullable String note) {}
