package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import cn.lianping.engine.BegunTask;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.engine.RunRecorder;
import cn.lianping.engine.StageStep;
import cn.lianping.engine.TaskChange;
import cn.lianping.engine.TaskEnding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the facts in the transaction of the act: one insert for all tasks that came up, one update for each that was
 * taken up or ended. No row is written by two transactions that could run at the same time, save a task's own.
 */
@Component
class FactWriter implements RunRecorder {

    private final FactMapper mapper;
    private final CaseScopes scopes;
    private final OfficeHours hours;

    FactWriter(FactMapper mapper, CaseScopes scopes, OfficeHours hours) {
        this.mapper = mapper;
        this.scopes = scopes;
        this.hours = hours;
    }

    @Override
    public void record(List<TaskChange> tasks, List<StageStep> steps) {
        List<TaskChange> begun =
                tasks.stream().filter(change -> change.begun() != null).toList();
        Map<String, CaseScope> known = scopes(begun, steps);
        tasks.stream().filter(change -> change.begun() == null).forEach(this::update);
        insert(begun, known);
        walk(steps, known);
    }

    private Map<String, CaseScope> scopes(List<TaskChange> begun, List<StageStep> steps) {
        Set<String> keys = new LinkedHashSet<>();
        begun.forEach(change -> keys.add(Objects.requireNonNull(change.begun()).businessKey()));
        steps.stream()
                .filter(StageStep.Entered.class::isInstance)
                .forEach(step -> keys.add(((StageStep.Entered) step).businessKey()));
        return keys.isEmpty() ? Map.of() : scopes.of(keys);
    }

    private void insert(List<TaskChange> begun, Map<String, CaseScope> known) {
        if (begun.isEmpty()) {
            return;
        }
        Set<String> named = new HashSet<>();
        begun.stream()
                .map(change -> Objects.requireNonNull(change.begun()).person())
                .filter(Objects::nonNull)
                .forEach(named::add);
        Set<String> experts = named.isEmpty() ? Set.of() : Set.copyOf(mapper.experts(named));
        Map<List<String>, Integer> before = new HashMap<>();
        List<TaskFact> facts = new ArrayList<>();
        for (TaskChange change : begun) {
            BegunTask task = Objects.requireNonNull(change.begun());
            CaseScope scope = known.getOrDefault(task.businessKey(), CaseScope.unknown(task.businessKey()));
            TaskFact fact = NewFacts.task(change, scope, experts, hours, 0);
            int same = before.merge(List.of(fact.businessKey(), fact.taskKey(), fact.instanceKey()), 1, Integer::sum);
            facts.add(same == 1 ? fact : NewFacts.task(change, scope, experts, hours, same - 1));
        }
        mapper.insertTasks(facts);
    }

    private void update(TaskChange change) {
        Moment taken = change.takenUp() == null ? null : Moment.of(change.takenUp(), hours);
        Long takenAt = taken == null ? null : taken.at();
        Long takenWm = taken == null ? null : taken.wm();
        Long due = change.due() == null ? null : Moment.of(change.due(), hours).at();
        if (change.ended() != null) {
            Moment left = Moment.of(change.ended(), hours);
            Outcome outcome = Outcome.valueOf(String.valueOf(change.ending()));
            boolean done = outcome != Outcome.CANCELLED;
            mapper.end(
                    change.taskId(),
                    change.assignee(),
                    due,
                    takenAt == null && done ? Long.valueOf(left.at()) : takenAt,
                    takenWm == null && done ? Long.valueOf(left.wm()) : takenWm,
                    left.at(),
                    left.wm(),
                    outcome,
                    done ? change.decision() : null);
        } else if (change.ending() == TaskEnding.TAKEN_BACK) {
            mapper.takeBack(change.taskId());
        } else if (change.seen()) {
            mapper.hold(change.taskId(), change.assignee(), due, takenAt, takenWm);
        }
    }

    private void walk(List<StageStep> steps, Map<String, CaseScope> known) {
        if (steps.isEmpty()) {
            return;
        }
        StageCourse course = StageCourse.of(steps);
        course.followings().forEach(this::follow);
        Map<String, Passage> entered = new LinkedHashMap<>();
        Map<List<String>, Integer> before = new HashMap<>();
        for (StageStep step : steps) {
            if (step instanceof StageStep.Entered one) {
                int same = before.merge(List.of(one.businessKey(), one.stage().code()), 1, Integer::sum);
                CaseScope scope = known.getOrDefault(one.businessKey(), CaseScope.unknown(one.businessKey()));
                entered.put(one.passageId(), NewFacts.passage(one, scope, hours, same - 1));
            }
        }
        if (!entered.isEmpty()) {
            mapper.insertPassages(List.copyOf(entered.values()));
        }
        course.outcomes().forEach((left, outcome) -> {
            Moment at = Moment.of(left.at(), hours);
            mapper.leave(left.passageId(), at.at(), at.wm(), outcome);
        });
    }

    private void follow(StageCourse.Following following) {
        @Nullable EvaluationStage entered = following.entered();
        List<String> backwards = entered == null
                ? List.of()
                : Stream.of(EvaluationStage.values())
                        .filter(left -> Outcome.between(left, entered) == Outcome.BACK)
                        .map(EvaluationStage::code)
                        .toList();
        mapper.follow(following.processInstanceId(), backwards, following.end());
    }
}
