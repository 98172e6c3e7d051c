package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.engine.BegunTask;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.engine.StageStep;
import cn.lianping.engine.TaskChange;
import cn.lianping.identity.Groups;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the row of a task or of a stage from what happened, now or once upon a time. */
final class NewFacts {

    private NewFacts() {}

    /**
     * The row of a task that came up; its visit says how often the same came before it in the same transaction.
     *
     * @param experts whoever of the persons named is an expert
     */
    static TaskFact task(TaskChange change, CaseScope scope, Set<String> experts, OfficeHours hours, int before) {
        BegunTask begun = Objects.requireNonNull(change.begun());
        Moment entered = Moment.of(begun.at(), hours);
        Moment left = moment(change.ended(), hours);
        Outcome outcome = left == null ? Outcome.OPEN : Outcome.valueOf(String.valueOf(change.ending()));
        Moment taken = moment(change.takenUp(), hours);
        if (taken == null && outcome != Outcome.CANCELLED) {
            taken = left;
        }
        String group = begun.group();
        boolean expert = begun.person() != null && experts.contains(begun.person());
        return new TaskFact(
                change.taskId(),
                begun.businessKey(),
                scope.caseNo(),
                scope.roundNo(),
                scope.area(),
                scope.field(),
                begun.definitionKey(),
                begun.definitionId(),
                begun.processInstanceId(),
                stage(begun),
                begun.taskKey(),
                instanceKey(begun),
                begun.element(),
                1 + before,
                department(group, expert),
                organisation(group),
                expert ? 1 : 0,
                change.assignee(),
                group,
                entered.at(),
                taken == null ? null : taken.at(),
                left == null ? null : left.at(),
                change.due() == null ? null : Moment.of(change.due(), hours).at(),
                entered.wm(),
                taken == null ? null : taken.wm(),
                left == null ? null : left.wm(),
                outcome,
                change.decision(),
                1,
                0);
    }

    static Passage passage(StageStep.Entered entered, CaseScope scope, OfficeHours hours, int before) {
        Moment at = Moment.of(entered.at(), hours);
        return new Passage(
                entered.passageId(),
                entered.businessKey(),
                scope.roundNo(),
                scope.area(),
                scope.field(),
                entered.definitionId(),
                entered.processInstanceId(),
                entered.activityId(),
                entered.stage().code(),
                1 + before,
                at.at(),
                null,
                at.wm(),
                null,
                Outcome.OPEN,
                1,
                0);
    }

    private static @Nullable Moment moment(@Nullable Instant instant, OfficeHours hours) {
        return instant == null ? null : Moment.of(instant, hours);
    }

    /** The agenda belongs to the deliberation that the cases wait for, though its task stands in the round's diagram. */
    private static String stage(BegunTask begun) {
        return DeliberationProcess.COMPILE_AGENDA.equals(begun.taskKey())
                ? EvaluationStage.DELIBERATION.code()
                : begun.place().stage();
    }

    private static String instanceKey(BegunTask begun) {
        String who = begun.element() != null
                ? begun.element().toString()
                : Objects.requireNonNullElse(begun.group(), Objects.requireNonNullElse(begun.person(), ""));
        // processes that nobody called, such as objections, run beside one another: the other one is no second visit
        return begun.called() ? who : begun.processInstanceId() + ":" + who;
    }

    private static String department(@Nullable String group, boolean expert) {
        if (group == null) {
            return expert ? TaskFact.EXPERT : "";
        }
        return group.startsWith(Groups.org("")) ? TaskFact.ORGANISATION : group;
    }

    private static @Nullable String organisation(@Nullable String group) {
        String prefix = Groups.org("");
        return group != null && group.startsWith(prefix) ? group.substring(prefix.length()) : null;
    }
}
