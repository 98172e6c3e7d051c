package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.jointrelease.Releases;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("联合发布")
class JointReleaseProcessTest {

    private static final String KEY = JointReleaseProcess.KEY;
    private static final String COUNTERSIGN = JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
    private static final String SIGN = JointReleaseProcess.SIGN_BY_SCIENCE;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final Releases releases;
    private String roundNo;
    private String caseNo;

    @Autowired
    JointReleaseProcessTest(
            Desk desk, Jobs jobs, Traces traces, CaseSteps steps, RoundSteps rounds, Cases cases, Releases releases) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.releases = releases;
    }

    @BeforeEach
    void endPublicity() {
        roundNo = rounds.open();
        caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
    }

    @Test
    @DisplayName("会签、签发后对外发布")
    void bothSignaturesPublish() {
        rounds.draftRelease(roundNo);
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        desk.complete(roundNo, SIGN, RoundSteps.agree());
        jobs.run(roundNo, SIGN);
        jobs.run(roundNo, "serviceTask_publishRelease");

        traces.of(roundNo, KEY)
                .hasPassedInOrder(
                        "startEvent_jointRelease",
                        "userTask_draftRelease",
                        COUNTERSIGN,
                        "gateway_countersigned",
                        SIGN,
                        "gateway_signed",
                        "serviceTask_publishRelease",
                        "endEvent_published")
                .isEnded();
        assertThat(traces.passes(roundNo, KEY, "userTask_draftRelease")).isEqualTo(1);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.RELEASED);
        assertThat(releases.ofRound(roundNo)).hasSize(1);
    }

    @Test
    @DisplayName("任一部门退回即重新拟制,已有签署作废,两部门重新签署")
    void eitherRefusalVoidsTheSignatures() {
        rounds.draftRelease(roundNo);
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.refuse());
        traces.of(roundNo, KEY)
                .hasPassed("gateway_countersigned")
                .isWaitingAt("userTask_draftRelease")
                .hasNotPassed(SIGN, "gateway_signed");

        rounds.draftRelease(roundNo);
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        desk.complete(roundNo, SIGN, RoundSteps.refuse());
        jobs.run(roundNo, SIGN);
        traces.of(roundNo, KEY)
                .hasPassed("gateway_signed")
                .isWaitingAt("userTask_draftRelease")
                .hasNotPassed("serviceTask_publishRelease", "endEvent_published");
        assertThat(releases.ofRound(roundNo)).isEmpty();

        rounds.draftRelease(roundNo);
        assertThat(desk.open(roundNo, SIGN))
                .as("the industry department is asked again first")
                .isEmpty();
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        desk.complete(roundNo, SIGN, RoundSteps.agree());
        jobs.runAll(roundNo);
        traces.of(roundNo, KEY).hasPassed("endEvent_published").isEnded();
        assertThat(traces.passes(roundNo, KEY, "userTask_draftRelease")).isEqualTo(3);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.RELEASED);
    }
}
