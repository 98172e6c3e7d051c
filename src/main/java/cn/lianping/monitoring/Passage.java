package cn.lianping.monitoring;

import org.jspecify.annotations.Nullable;

/**
 * A case in one of the six stages, once. Times as in {@link TaskFact}.
 *
 * @param processInstanceId the instance of the case
 * @param visit 1, and one more each time the case comes back to the stage
 */
record Passage(
        String passageId,
        String caseNo,
        String roundNo,
        String area,
        String field,
        String definitionId,
        String processInstanceId,
        String activityId,
        String stage,
        int visit,
        long enteredAt,
        @Nullable Long leftAt,
        long enteredWm,
        @Nullable Long leftWm,
        Outcome outcome,
        int pending,
        int folded) {}
