package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import cn.lianping.engine.StageStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says how each stage of cases was left, from the steps that followed. The same for the steps of one transaction and for
 * all steps that the history knows.
 */
final class StageCourse {

    /**
     * Something that was not preceded by leaving a stage: it may follow a stage left in an earlier transaction.
     *
     * @param entered the stage that was come into; null at the end
     */
    record Following(
            String processInstanceId,
            @Nullable EvaluationStage entered,
            @Nullable Outcome end) {}

    private final Map<StageStep.Left, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Following> followings = new ArrayList<>();

    private StageCourse() {}

    /** Reads the steps, those of one case in their order. */
    static StageCourse of(List<StageStep> steps) {
        StageCourse course = new StageCourse();
        Map<String, List<StageStep.Left>> unsettled = new HashMap<>();
        for (StageStep step : steps) {
            List<StageStep.Left> left = unsettled.computeIfAbsent(step.processInstanceId(), id -> new ArrayList<>());
            if (step instanceof StageStep.Left one) {
                left.add(one);
                continue;
            }
            EvaluationStage entered = step instanceof StageStep.Entered one ? one.stage() : null;
            Outcome end = step instanceof StageStep.Finished one ? Outcome.ofEnd(one.endEventId()) : null;
            if (left.isEmpty()) {
                course.followings.add(new Following(step.processInstanceId(), entered, end));
            }
            left.forEach(one -> course.outcomes.put(
                    one,
                    entered != null ? Outcome.between(one.stage(), entered) : java.util.Objects.requireNonNull(end)));
            left.clear();
        }
        unsettled.values().stream()
                .flatMap(List::stream)
                .forEach(one -> course.outcomes.put(one, one.cancelled() ? Outcome.CANCELLED : Outcome.LEFT));
        return course;
    }

    /** Each leaving with its outcome. */
    Map<StageStep.Left, Outcome> outcomes() {
        return outcomes;
    }

    List<Following> followings() {
        return followings;
    }
}
