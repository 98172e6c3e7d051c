package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundCourse;
import cn.lianping.round.RoundProcess;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("联盟评估评价")
class AllianceEvaluationProcessTest {

    private static final String KEY = RoundProcess.ALLIANCE_EVALUATION;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final RoundCourse course;

    @Autowired
    AllianceEvaluationProcessTest(
            Desk desk, Jobs jobs, Traces traces, CaseSteps steps, RoundSteps rounds, Cases cases, RoundCourse course) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.course = course;
    }

    private CaseStatus statusOf(String caseNo) {
        return cases.require(caseNo).status();
    }

    private void withdraw(String caseNo) {
        String lead = FixtureRegistry.personOf(cases.require(caseNo).leadCode());
        desk.as(lead, () -> course.withdraw(caseNo, "联盟重组"));
    }

    /** A round with one case before the party group, whose decision is given. */
    private String decided(String decision) {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        rounds.deliberate(roundNo, Map.of(caseNo, decision));
        jobs.runAll(caseNo);
        return caseNo;
    }

    @Test
    @DisplayName("六个环节直至联合发布")
    void sixStagesEndReleased() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
        rounds.release(roundNo);

        traces.of(caseNo, KEY)
                .hasPassedInOrder(
                        "startEvent_applied",
                        "callActivity_selfEvaluation",
                        "callActivity_preliminaryReview",
                        "gateway_reviewOutcome",
                        "callActivity_comprehensiveEvaluation",
                        "event_deliberated",
                        "serviceTask_takeDecision",
                        "gateway_deliberationOutcome",
                        "event_publicityEnded",
                        "event_released",
                        "endEvent_released")
                .hasNotPassed(
                        "event_reopenedBeforeDeliberation",
                        "event_reopenedDuringPublicity",
                        "endEvent_deferred",
                        "endEvent_rejectedByDeliberation",
                        "endEvent_rejectedByReview",
                        "endEvent_withdrawn",
                        "endEvent_closedByRound")
                .isEnded();
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    @DisplayName("申报截止前撤回:在途任务随之取消")
    void withdrawalEndsTheCase() {
        String caseNo = steps.apply(rounds.open());
        withdraw(caseNo);

        traces.of(caseNo, KEY)
                .hasPassedInOrder("startEvent_withdrawn", "serviceTask_recordWithdrawal", "endEvent_withdrawn")
                .hasNotPassed("callActivity_preliminaryReview", "endEvent_closedByRound")
                .isEnded();
        traces.of(caseNo, SelfEvaluationProcess.KEY).isEnded();
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT))
                .isEmpty();
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    @DisplayName("截止日 24 时后不能撤回")
    void withdrawalAfterTheIntakeIsRefused() {
        String caseNo = steps.apply(rounds.open());
        jobs.moveTo("2026-01-24T00:00:01");
        assertThat(Desk.refused(() -> withdraw(caseNo)).reason()).contains("截止");
        traces.of(caseNo, KEY).isWaitingAt("callActivity_selfEvaluation").isNotEnded();
    }

    @Test
    @DisplayName("截止时未提交的案卷由批次终止")
    void caseThatNeverSubmitsIsClosedByTheRound() {
        String roundNo = rounds.open();
        String late = steps.apply(roundNo);
        String scored = steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        jobs.deliverFanOut();

        traces.of(late, KEY)
                .hasPassedInOrder("startEvent_caseClosed", "serviceTask_recordClosure", "endEvent_closedByRound")
                .hasNotPassed("callActivity_preliminaryReview", "endEvent_withdrawn")
                .isEnded();
        assertThat(statusOf(late)).isEqualTo(CaseStatus.NOT_SUBMITTED);
        traces.of(scored, KEY).isNotEnded().hasNotPassed("startEvent_caseClosed");
    }

    @Test
    @DisplayName("未列入议程的案卷转入下一批次")
    void caseLeftOutOfTheAgendaIsCarriedOver() {
        String roundNo = rounds.open();
        String unfinished = steps.apply(roundNo);
        steps.toPreliminaryReview(unfinished);
        steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        var agenda = desk.task(roundNo, "userTask_compileAgenda");
        assertThat(desk.refused(agenda, Map.of()).reason()).contains(unfinished);
        desk.complete(agenda, Map.of("leaveOutUnfinished", true, "leaveOutReason", "复核尚未完成"));
        jobs.deliverFanOut();

        traces.of(unfinished, KEY).hasPassed("endEvent_closedByRound").isEnded();
        traces.of(unfinished, PreliminaryReviewProcess.KEY).isEnded().hasNotPassed("endEvent_rejected");
        assertThat(statusOf(unfinished)).isEqualTo(CaseStatus.DEFERRED);
    }

    @Test
    @DisplayName("审议暂缓:转入下一批次")
    void deferredByDeliberation() {
        String caseNo = decided("DEFER");
        traces.of(caseNo, KEY)
                .hasPassedInOrder("event_deliberated", "gateway_deliberationOutcome", "endEvent_deferred")
                .hasNotPassed("event_publicityEnded", "endEvent_rejectedByDeliberation")
                .isEnded();
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.DEFERRED);
    }

    @Test
    @DisplayName("审议否决")
    void rejectedByDeliberation() {
        String caseNo = decided("REJECT");
        traces.of(caseNo, KEY)
                .hasPassedInOrder("event_deliberated", "gateway_deliberationOutcome", "endEvent_rejectedByDeliberation")
                .hasNotPassed("event_publicityEnded", "endEvent_deferred")
                .isEnded();
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.REJECTED_BY_DELIBERATION);
    }

    @Test
    @DisplayName("审议退回联盟自评:全部要素重开")
    void returnedToSelfEvaluation() {
        String caseNo = decided("RETURN_SELF_EVALUATION");
        traces.of(caseNo, KEY)
                .hasPassed("gateway_deliberationOutcome")
                .isWaitingAt("callActivity_selfEvaluation")
                .hasNotPassed("event_publicityEnded", "endEvent_deferred");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.SELF_EVALUATION);
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT))
                .hasSize(10);
        steps.toPreliminaryReview(caseNo);
        traces.of(caseNo, KEY).isWaitingAt("callActivity_preliminaryReview");
    }

    @Test
    @DisplayName("审议退回初审复核:两部门重新复核")
    void returnedToPreliminaryReview() {
        String caseNo = decided("RETURN_PRELIMINARY_REVIEW");
        traces.of(caseNo, KEY).hasPassed("gateway_deliberationOutcome").isWaitingAt("callActivity_preliminaryReview");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.PRELIMINARY_REVIEW);
        steps.toComprehensiveEvaluation(caseNo);
        traces.of(caseNo, KEY).isWaitingAt("gateway_awaitDeliberation");
    }

    @Test
    @DisplayName("审议退回综合评价:全部评审表重新索取")
    void returnedToComprehensiveEvaluation() {
        String caseNo = decided("RETURN_COMPREHENSIVE_EVALUATION");
        traces.of(caseNo, KEY)
                .hasPassed("gateway_deliberationOutcome")
                .isWaitingAt("callActivity_comprehensiveEvaluation");
        assertThat(desk.open(caseNo, ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION))
                .hasSize(2);
        assertThat(desk.open(caseNo, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT))
                .hasSize(5);
        steps.giveOpinions(caseNo);
        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).isWaitingAt("gateway_awaitDeliberation");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.AWAITING_DELIBERATION);
    }

    @Test
    @DisplayName("公示中异议成立:重启综合评价")
    void upheldObjectionReopensTheEvaluation() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.object(rounds.toNotice(roundNo), caseNo);
        rounds.upholdObjection(caseNo, steps.seated(caseNo).get(0));

        traces.of(caseNo, KEY)
                .hasPassedInOrder("gateway_deliberationOutcome", "event_reopenedDuringPublicity")
                .hasNotPassed("event_publicityEnded", "event_reopenedBeforeDeliberation")
                .isWaitingAt("callActivity_comprehensiveEvaluation");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
    }
}
