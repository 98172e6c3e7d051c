package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("得分形成之后的回避")
class LateRecusalProcessTest {

    private static final String KEY = RoundProcess.ALLIANCE_EVALUATION;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final Recusals recusals;

    @Autowired
    LateRecusalProcessTest(
            Desk desk, Jobs jobs, Traces traces, CaseSteps steps, RoundSteps rounds, Cases cases, Recusals recusals) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.recusals = recusals;
    }

    private CaseStatus statusOf(String caseNo) {
        return cases.require(caseNo).status();
    }

    @Test
    @DisplayName("审议前责令回避:重启综合评价,重新计算")
    void recusalBeforeDeliberationReopensTheEvaluation() {
        String caseNo = steps.scored(rounds.open());
        String recused = steps.seated(caseNo).get(0);
        String replacement = steps.reserve(caseNo).get(0);
        desk.as(RoundSteps.OFFICE, () -> recusals.order(caseNo, recused, replacement, "举报属实"));
        jobs.runAll(caseNo);

        traces.of(caseNo, KEY)
                .hasPassedInOrder("callActivity_comprehensiveEvaluation", "event_reopenedBeforeDeliberation")
                .hasNotPassed("event_deliberated")
                .isWaitingAt("callActivity_comprehensiveEvaluation");
        assertThat(desk.open(caseNo, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT))
                .hasSize(1);
        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).isWaitingAt("gateway_awaitDeliberation");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.AWAITING_DELIBERATION);
    }

    @Test
    @DisplayName("公示期满、发布之前责令回避:发布中止,重新评价,等待再次审议")
    void recusalBeforeReleaseReopensTheEvaluation() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
        rounds.draftRelease(roundNo);
        String recused = steps.seated(caseNo).get(0);
        String replacement = steps.reserve(caseNo).get(0);
        desk.as(RoundSteps.OFFICE, () -> recusals.order(caseNo, recused, replacement, "举报属实"));
        jobs.runAll(caseNo);

        traces.of(caseNo, KEY)
                .hasPassedInOrder("event_publicityEnded", "event_reopenedBeforeRelease")
                .hasNotPassed("event_released", "event_reopenedDuringPublicity")
                .isWaitingAt("callActivity_comprehensiveEvaluation");
        traces.of(roundNo, RoundProcess.KEY).hasPassed("event_releaseSuspended").isWaitingAt("userTask_compileAgenda");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
        steps.reviewByAll(caseNo);
        traces.of(caseNo, KEY).isWaitingAt("gateway_awaitDeliberation");
    }

    @Test
    @DisplayName("专家不在专家组:回避不影响在办的发布")
    void recusalOfSomebodyElseLeavesTheReleaseAlone() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
        rounds.draftRelease(roundNo);
        desk.as(
                RoundSteps.OFFICE,
                () -> recusals.order(caseNo, steps.reserve(caseNo).get(0), null, "本人声明"));

        traces.of(roundNo, RoundProcess.KEY)
                .isWaitingAt("callActivity_jointRelease")
                .hasNotPassed("event_releaseSuspended");
        assertThat(statusOf(caseNo)).isEqualTo(CaseStatus.NOTICE_ENDED);
    }
}
