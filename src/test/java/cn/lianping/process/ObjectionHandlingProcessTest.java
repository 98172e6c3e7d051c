package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.publicity.Notice;
import cn.lianping.publicity.ObjectionOutcome;
import cn.lianping.publicity.Objections;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("异议处理")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectionHandlingProcessTest {

    private static final String KEY = PublicityProcess.OBJECTION_KEY;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final Objections objections;
    private String kept;
    private String written;
    private String reopened;
    private Notice notice;

    @Autowired
    ObjectionHandlingProcessTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            Objections objections) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.objections = objections;
    }

    @BeforeAll
    void issueNotice() {
        String roundNo = rounds.open();
        kept = steps.scored(roundNo);
        written = steps.scored(roundNo);
        reopened = steps.scored(roundNo);
        notice = rounds.toNotice(roundNo);
    }

    @BeforeEach
    void duringTheNotice() {
        jobs.moveTo("2026-02-12T09:00:00");
    }

    @Test
    @DisplayName("网上异议:受理、核查、不成立")
    void dismissed() {
        String receipt = rounds.object(notice, kept);
        rounds.dismissObjection(kept);

        traces.of(kept, KEY)
                .hasPassedInOrder(
                        "startEvent_objectionReceived",
                        "userTask_acceptObjection",
                        "gateway_accepted",
                        "userTask_investigateObjection",
                        "userTask_decideObjection",
                        "serviceTask_closeObjection",
                        "gateway_objectionOutcome",
                        "endEvent_dismissed")
                .hasNotPassed("startEvent_letterRegistered", "endEvent_upheld", "endEvent_objectionRefused")
                .isEnded();
        assertThat(objections.receipt(receipt).outcome()).isEqualTo(ObjectionOutcome.DISMISSED);
        assertThat(cases.require(kept).status()).isEqualTo(CaseStatus.NOTICED);
    }

    @Test
    @DisplayName("来信异议:不予受理")
    void refusedLetter() {
        rounds.registerLetter(written, "2026-02-12");
        desk.complete(written, PublicityProcess.ACCEPT_OBJECTION, Map.of("acceptance", "REFUSE", "reason", "不属于公示事项"));

        traces.of(written, KEY)
                .hasPassedInOrder(
                        "startEvent_letterRegistered",
                        "userTask_acceptObjection",
                        "gateway_accepted",
                        "serviceTask_closeObjection",
                        "endEvent_objectionRefused")
                .hasNotPassed(
                        "startEvent_objectionReceived",
                        "userTask_investigateObjection",
                        "userTask_decideObjection",
                        "endEvent_dismissed",
                        "endEvent_upheld")
                .isEnded();
        assertThat(cases.require(written).status()).isEqualTo(CaseStatus.NOTICED);
    }

    @Test
    @DisplayName("异议成立:建议移出名单,案卷重新评价")
    void upheld() {
        rounds.object(notice, reopened);
        rounds.investigate(reopened);
        desk.complete(
                reopened,
                PublicityProcess.DECIDE_OBJECTION,
                Map.of("outcome", "upheld", "remedy", "remove", "reason", "材料不实"));

        traces.of(reopened, KEY)
                .hasPassedInOrder("userTask_decideObjection", "serviceTask_closeObjection", "endEvent_upheld")
                .hasNotPassed("endEvent_dismissed", "endEvent_objectionRefused")
                .isEnded();
        traces.of(reopened, RoundProcess.ALLIANCE_EVALUATION).hasPassed("event_reopenedDuringPublicity");
        assertThat(cases.require(reopened).status())
                .isIn(CaseStatus.COMPREHENSIVE_EVALUATION, CaseStatus.AWAITING_DELIBERATION);
    }

    @Test
    @DisplayName("匿名或邮戳逾期的异议不予接收,不产生流程")
    void anonymousAndLateAreNotReceived() {
        int before = traces.count(kept, KEY);
        assertThat(Desk.refused(() -> objections.receive(
                                notice.noticeId(), new Objections.Submission(kept, "", "139", "匿名反映情况不实"), null))
                        .reason())
                .isNotBlank();
        jobs.moveTo("2026-02-26T09:00:00");
        assertThat(Desk.refused(() -> rounds.registerLetter(kept, "2026-02-25")).reason())
                .contains("邮戳");
        assertThat(traces.count(kept, KEY)).isEqualTo(before);
    }
}
