package cn.lianping.monitoring;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.PeriodUnit;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.policy.Policy;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When each stage ought to be over: the last day of the intake, and from there the periods that the policy gives the tasks
 * that follow one another. Calendar days of the publicity period count as five working days in seven.
 */
@Component
class PlanOfRound {

    private final Rounds rounds;
    private final CalendarRepository calendars;

    PlanOfRound(Rounds rounds, CalendarRepository calendars) {
        this.rounds = rounds;
        this.calendars = calendars;
    }

    /** Working days for the stage, one task after the other. */
    int workingDays(String roundNo, EvaluationStage stage) {
        Policy policy = rounds.policyOf(roundNo);
        return switch (stage) {
            case SELF_EVALUATION ->
                sum(
                        policy,
                        SelfEvaluationProcess.SELF_EVALUATE_ELEMENT,
                        SelfEvaluationProcess.SEAL_REPORT,
                        SelfEvaluationProcess.SUBMIT_REPORT);
            case PRELIMINARY_REVIEW ->
                Math.max(
                                sum(policy, PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT),
                                sum(policy, PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT))
                        + sum(policy, PreliminaryReviewProcess.RECOMMEND);
            case COMPREHENSIVE_EVALUATION ->
                Math.max(
                        sum(policy, ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION),
                        sum(
                                policy,
                                ComprehensiveEvaluationProcess.CONFIRM_PANEL,
                                ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT));
            case DELIBERATION ->
                sum(policy, DeliberationProcess.COMPILE_AGENDA, DeliberationProcess.RECORD_DELIBERATION);
            case PUBLICITY -> sum(policy, PublicityProcess.ISSUE_NOTICE) + publicityDays(roundNo);
            case JOINT_RELEASE ->
                sum(
                        policy,
                        JointReleaseProcess.DRAFT_RELEASE,
                        JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY,
                        JointReleaseProcess.SIGN_BY_SCIENCE);
        };
    }

    /** Working days that the notice is public at least (article 6.4). */
    int publicityDays(String roundNo) {
        var publicity = rounds.policyOf(roundNo).publicity();
        int length = publicity.length().value();
        return publicity.unit().value() == PeriodUnit.WORKING_DAY ? length : (length * 5 + 6) / 7;
    }

    /** The last day of the stage by the plan. */
    LocalDate lastDay(String roundNo, EvaluationStage stage) {
        Round round = rounds.require(roundNo);
        int after = Stream.of(EvaluationStage.values())
                .filter(one -> one != EvaluationStage.SELF_EVALUATION && one.compareTo(stage) <= 0)
                .mapToInt(one -> workingDays(roundNo, one))
                .sum();
        return after == 0
                ? round.closesOn()
                : calendars.calendar().dueDate(round.closesOn(), after).date();
    }

    private static int sum(Policy policy, String... tasks) {
        return Stream.of(tasks)
                .mapToInt(task -> policy.dueTimes().of(task).dueIn())
                .sum();
    }
}
