package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("公示")
class PublicityProcessTest {

    private static final String KEY = PublicityProcess.KEY;

    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private String roundNo;
    private String caseNo;
    private Notice notice;

    @Autowired
    PublicityProcessTest(Jobs jobs, Traces traces, CaseSteps steps, RoundSteps rounds, Cases cases) {
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
    }

    @BeforeEach
    void issueNotice() {
        roundNo = rounds.open();
        caseNo = steps.scored(roundNo);
        notice = rounds.toNotice(roundNo);
    }

    private CaseStatus status() {
        return cases.require(caseNo).status();
    }

    @Test
    @DisplayName("末日 23:59 仍在公示,不能人工提前结束,24 时自行结束")
    void periodEndsByItselfAtMidnight() {
        assertThat(notice.endsOn()).isEqualTo(LocalDate.of(2026, 2, 24));
        Job end = jobs.timer(roundNo, "event_periodEnded");
        assertThat(end.getDuedate().toInstant()).isEqualTo(Instant.parse("2026-02-24T16:00:00Z"));
        jobs.moveTo("2026-02-24T23:59:00");
        assertThat(Desk.refused(() -> jobs.executeByHand(end)).reason()).contains("尚未届满");
        traces.of(roundNo, KEY).isWaitingAt("event_periodEnded").hasNotPassed("serviceTask_checkObjections");
        assertThat(status()).isEqualTo(CaseStatus.NOTICED);

        rounds.endPublicity(roundNo);
        traces.of(roundNo, KEY)
                .hasPassedInOrder(
                        "startEvent_publicity",
                        "userTask_issueNotice",
                        "serviceTask_publishNotice",
                        "event_periodEnded",
                        "serviceTask_checkObjections",
                        "gateway_objectionsOpen",
                        "serviceTask_endNotice",
                        "endEvent_publicityEnded")
                .hasNotPassed("event_objectionClosed")
                .isEnded();
        assertThat(status()).isEqualTo(CaseStatus.NOTICE_ENDED);
        traces.of(caseNo, RoundProcess.ALLIANCE_EVALUATION).isWaitingAt("gateway_awaitRelease");
    }

    @Test
    @DisplayName("未办结的异议使公示不能结束,办结后结束")
    void openObjectionHoldsTheNotice() {
        rounds.object(notice, caseNo);
        jobs.fire(roundNo, "event_periodEnded");
        jobs.run(roundNo, "event_periodEnded");
        traces.of(roundNo, KEY)
                .hasPassed("gateway_objectionsOpen")
                .isWaitingAt("event_objectionClosed")
                .hasNotPassed("serviceTask_endNotice");

        rounds.dismissObjection(caseNo);
        jobs.run(roundNo, "serviceTask_endNotice");
        traces.of(roundNo, KEY)
                .hasPassedInOrder("event_objectionClosed", "serviceTask_checkObjections", "endEvent_publicityEnded")
                .isEnded();
        assertThat(traces.passes(roundNo, KEY, "serviceTask_checkObjections")).isEqualTo(2);
        assertThat(status()).isEqualTo(CaseStatus.NOTICE_ENDED);
    }

    @Test
    @DisplayName("异议成立:重新评价、再次审议、补充公示")
    void upheldObjectionLeadsToASupplementaryNotice() {
        rounds.object(notice, caseNo);
        rounds.upholdObjection(caseNo, steps.seated(caseNo).get(0));
        jobs.fire(roundNo, "event_periodEnded");
        jobs.run(roundNo, "event_periodEnded");
        jobs.run(roundNo, "serviceTask_endNotice");
        traces.of(roundNo, KEY).hasPassed("endEvent_publicityEnded").isEnded();
        traces.of(roundNo, RoundProcess.KEY).isWaitingAt("userTask_compileAgenda");

        steps.reviewByAll(caseNo);
        rounds.deliberate(roundNo, Map.of());
        jobs.runAll(caseNo);
        Notice supplementary = rounds.issueNotice(roundNo, "2026-02-25");
        assertThat(supplementary.supplementary()).isTrue();
        assertThat(supplementary.endsOn()).isAfter(notice.endsOn());
        traces.of(roundNo, KEY).isWaitingAt("event_periodEnded");
        rounds.endPublicity(roundNo);
        traces.of(roundNo, RoundProcess.KEY)
                .isWaitingAt("callActivity_jointRelease")
                .hasNotPassed("userTask_selectPilots");
        assertThat(status()).isEqualTo(CaseStatus.NOTICE_ENDED);
    }
}
