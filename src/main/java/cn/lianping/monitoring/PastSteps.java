package cn.lianping.monitoring;

import cn.lianping.engine.DiagramStages;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.engine.StageStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the passages of cases in order: a case is in one stage at a time. */
final class PastSteps {

    private static final String END_EVENT = "noneEndEvent";
    private static final int CANCELLED = 2;

    private final Map<String, DiagramStages> diagrams;

    PastSteps(Map<String, DiagramStages> diagrams) {
        this.diagrams = diagrams;
    }

    List<StageStep> of(List<HistoryMapper.PastActivity> activities) {
        Map<String, List<HistoryMapper.PastActivity>> byInstance = new LinkedHashMap<>();
        activities.stream()
                .sorted(ByBirth.of(one -> PastRuns.instant(one.startTime()), HistoryMapper.PastActivity::id))
                .forEach(one -> byInstance
                        .computeIfAbsent(one.instanceId(), id -> new ArrayList<>())
                        .add(one));
        List<StageStep> steps = new ArrayList<>();
        byInstance.values().forEach(one -> walk(one, steps));
        return steps;
    }

    private void walk(List<HistoryMapper.PastActivity> activities, List<StageStep> steps) {
        List<StageStep> ends = new ArrayList<>();
        for (HistoryMapper.PastActivity one : activities) {
            if (one.type().equals(END_EVENT)) {
                if (one.endTime() != null) {
                    ends.add(new StageStep.Finished(one.instanceId(), one.activityId()));
                }
                continue;
            }
            DiagramStages diagram = diagrams.get(one.definitionId());
            EvaluationStage stage =
                    diagram == null ? null : diagram.stage(one.activityId()).orElse(null);
            if (stage == null) {
                continue;
            }
            steps.add(new StageStep.Entered(
                    one.instanceId(),
                    one.id(),
                    one.businessKey(),
                    one.definitionId(),
                    one.activityId(),
                    stage,
                    PastRuns.instant(one.startTime())));
            if (one.endTime() != null) {
                steps.add(new StageStep.Left(
                        one.instanceId(), one.id(), stage, PastRuns.instant(one.endTime()), one.state() == CANCELLED));
            }
        }
        steps.addAll(ends);
    }
}
