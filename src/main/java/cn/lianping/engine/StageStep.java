package cn.lianping.engine;

import java.time.Instant;

/** A case came into one of the six stages, left it, or reached the end of its evaluation. */
public sealed interface StageStep {

    /** The process instance of the case. */
    String processInstanceId();

    /**
     * It came in.
     *
     * @param passageId id of the engine's history for this passage
     */
    record Entered(
            String processInstanceId,
            String passageId,
            String businessKey,
            String definitionId,
            String activityId,
            EvaluationStage stage,
            Instant at)
            implements StageStep {}

    /**
     * It left.
     *
     * @param cancelled whether the stage was broken off
     */
    record Left(String processInstanceId, String passageId, EvaluationStage stage, Instant at, boolean cancelled)
            implements StageStep {}

    /** It reached this end event. */
    record Finished(String processInstanceId, String endEventId) implements StageStep {}
}
