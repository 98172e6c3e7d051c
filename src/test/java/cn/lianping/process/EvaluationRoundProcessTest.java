package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.jointrelease.Releases;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.Round;
import cn.lianping.round.RoundProcess;
import cn.lianping.round.Rounds;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("评估评价批次")
class EvaluationRoundProcessTest {

    private static final String KEY = RoundProcess.KEY;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Rounds allRounds;
    private final Cases cases;
    private final Releases releases;

    @Autowired
    EvaluationRoundProcessTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            RoundSteps rounds,
            Rounds allRounds,
            Cases cases,
            Releases releases) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.allRounds = allRounds;
        this.cases = cases;
        this.releases = releases;
    }

    @Test
    @DisplayName("一个批次从申报到试点示范")
    void roundEndsWithPilots() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toPilotSelection(roundNo);
        desk.complete(roundNo, PilotProcess.SELECT_PILOTS, RoundSteps.selection(3_000_000));
        jobs.run(roundNo, "serviceTask_startPilots");

        traces.of(roundNo, KEY)
                .hasPassedInOrder(
                        "startEvent_roundOpened",
                        "event_intakeClosed",
                        "serviceTask_closeIntake",
                        "userTask_compileAgenda",
                        "callActivity_deliberation",
                        "callActivity_publicity",
                        "callActivity_jointRelease",
                        "gateway_releaseOrFinish",
                        "userTask_selectPilots",
                        "serviceTask_startPilots",
                        "endEvent_roundClosed")
                .hasNotPassed("event_heldCaseSettled", "event_releaseSuspended")
                .isEnded();
        assertThat(traces.passes(roundNo, KEY, "serviceTask_determineNextStep")).isEqualTo(4);
        traces.of(caseNo, PilotProcess.KEY).isWaitingAt(PilotProcess.DRAFT_FUND_USE_PLAN);
        assertThat(allRounds.require(roundNo).status()).isEqualTo(Round.CLOSED);
    }

    @Test
    @DisplayName("申报在截止日 24 时自行截止,不能人工提前;没有案卷的批次直接结束")
    void intakeClosesAtMidnight() {
        String roundNo = rounds.open();
        Job closing = jobs.timer(roundNo, "event_intakeClosed");
        assertThat(closing.getDuedate().toInstant()).isEqualTo(Instant.parse("2026-01-23T16:00:00Z"));
        jobs.moveTo("2026-01-23T23:59:00");
        assertThat(Desk.refused(() -> jobs.executeByHand(closing)).reason()).contains("尚未届满");
        traces.of(roundNo, KEY).isWaitingAt("event_intakeClosed");

        rounds.closeIntake(roundNo);
        desk.complete(roundNo, PilotProcess.SELECT_PILOTS, Map.of("noPilots", true, "noPilotsReason", "本批次没有发布的联盟"));
        jobs.run(roundNo, "serviceTask_startPilots");
        traces.of(roundNo, KEY)
                .hasPassedInOrder("event_intakeClosed", "gateway_releaseOrFinish", "endEvent_roundClosed")
                .hasNotPassed("userTask_compileAgenda", "callActivity_publicity", "callActivity_jointRelease")
                .isEnded();
    }

    @Test
    @DisplayName("异议只暂缓本案卷:其余先发布,办结后补充发布")
    void heldCaseFollowsInASupplementaryRelease() {
        String roundNo = rounds.open("case");
        String free = steps.scored(roundNo);
        String held = steps.scored(roundNo);
        Notice notice = rounds.toNotice(roundNo);
        rounds.object(notice, held);
        rounds.endPublicity(roundNo);
        rounds.release(roundNo);

        traces.of(roundNo, KEY)
                .hasPassed("callActivity_jointRelease")
                .isWaitingAt("event_heldCaseSettled")
                .hasNotPassed("userTask_selectPilots");
        assertThat(cases.require(free).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(cases.require(held).status()).isEqualTo(CaseStatus.NOTICED);

        rounds.dismissObjection(held);
        jobs.deliverFanOut();
        rounds.release(roundNo);
        traces.of(roundNo, KEY)
                .hasPassedInOrder("callActivity_jointRelease", "event_heldCaseSettled")
                .isWaitingAt("userTask_selectPilots");
        assertThat(traces.passes(roundNo, KEY, "callActivity_jointRelease")).isEqualTo(2);
        assertThat(cases.require(held).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(releases.ofRound(roundNo)).hasSize(2);
    }

    @Test
    @DisplayName("期内寄出的来信中止发布,办结后重新拟制")
    void lateLetterSuspendsTheRelease() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
        rounds.draftRelease(roundNo);
        rounds.registerLetter(caseNo, "2026-02-24");

        traces.of(roundNo, KEY)
                .hasPassed("event_releaseSuspended")
                .isWaitingAt("event_heldCaseSettled")
                .hasNotPassed("userTask_selectPilots");
        traces.of(roundNo, JointReleaseProcess.KEY)
                .isEnded()
                .hasNotPassed("userTask_signByScience", "endEvent_published");
        assertThat(desk.open(roundNo, JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY))
                .isEmpty();
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.NOTICED);

        rounds.dismissObjection(caseNo);
        jobs.deliverFanOut();
        rounds.release(roundNo);
        traces.of(roundNo, KEY)
                .hasPassedInOrder("event_releaseSuspended", "event_heldCaseSettled", "callActivity_jointRelease")
                .isWaitingAt("userTask_selectPilots");
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(traces.count(roundNo, PublicityProcess.KEY)).isEqualTo(1);
    }
}
