package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.pilot.PilotProcess;
import cn.lianping.pilot.Pilots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("试点示范项目")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PilotProjectProcessTest {

    private static final String KEY = PilotProcess.KEY;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Pilots pilots;
    private String first;
    private String second;

    @Autowired
    PilotProjectProcessTest(Desk desk, Jobs jobs, Traces traces, CaseSteps steps, RoundSteps rounds, Pilots pilots) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.pilots = pilots;
    }

    @BeforeAll
    void selectPilots() {
        String roundNo = rounds.open();
        first = steps.scored(roundNo);
        second = steps.scored(roundNo);
        rounds.toPilotSelection(roundNo);
        desk.complete(roundNo, PilotProcess.SELECT_PILOTS, RoundSteps.selection(6_000_000));
        jobs.runAll(roundNo);
    }

    @BeforeEach
    void moveToTheStart() {
        jobs.moveTo("2026-03-02T09:00:00");
    }

    static Map<String, Object> plan(int other, String endsOn) {
        return Map.of(
                "use_joint_research",
                1_500_000,
                "use_platform",
                600_000,
                "use_talent",
                300_000,
                "use_operation",
                300_000,
                "use_other",
                other,
                "startsOn",
                "2026-03-02",
                "endsOn",
                endsOn,
                "department",
                "science",
                "division",
                "S1");
    }

    static Map<String, Object> report() {
        return Map.of(
                "report", "项目进展正常",
                "spent_joint_research", 100_000,
                "spent_platform", 0,
                "spent_talent", 0,
                "spent_operation", 0,
                "spent_other", 0);
    }

    private void runToAcceptance(String caseNo, String filingNo) {
        desk.complete(caseNo, PilotProcess.DRAFT_FUND_USE_PLAN, plan(300_000, "2027-03-02"));
        desk.complete(caseNo, PilotProcess.FILE_PROJECT, Map.of("outcome", "FILE", "filingNo", filingNo));
        jobs.fire(caseNo, "event_midterm");
        desk.complete(caseNo, PilotProcess.REPORT_MIDTERM, report());
        jobs.fire(caseNo, "event_termEnded");
        desk.complete(caseNo, PilotProcess.REPORT_FINAL, report());
    }

    @Test
    @DisplayName("方案退回后备案,中期与期满自行到来,整改后验收通过")
    void acceptedAfterRework() {
        Task draft = desk.task(first, PilotProcess.DRAFT_FUND_USE_PLAN);
        assertThat(desk.refused(draft, plan(310_000, "2027-03-02")).reason()).contains("必须相等");
        assertThat(desk.refused(draft, plan(300_000, "2027-03-03")).reason()).contains("2027-03-02");
        Map<String, Object> twoDepartments = new java.util.HashMap<>(plan(300_000, "2027-03-02"));
        twoDepartments.put("department", List.of("science", "industry"));
        assertThat(desk.refused(draft, twoDepartments).reason()).contains("不在可选范围内");
        desk.complete(draft, plan(300_000, "2027-03-02"));
        desk.complete(first, PilotProcess.FILE_PROJECT, Map.of("outcome", "RETURN", "reason", "用途不清"));
        traces.of(first, KEY)
                .hasPassed("gateway_filed")
                .isWaitingAt("userTask_draftFundUsePlan")
                .hasNotPassed("event_midterm");

        desk.complete(first, PilotProcess.DRAFT_FUND_USE_PLAN, plan(300_000, "2027-03-02"));
        desk.complete(first, PilotProcess.FILE_PROJECT, Map.of("outcome", "FILE", "filingNo", "LN-2026-01"));
        Job midterm = jobs.timer(first, "event_midterm");
        assertThat(midterm.getDuedate().toInstant()).isEqualTo(Instant.parse("2026-08-30T16:00:00Z"));
        assertThat(Desk.refused(() -> jobs.executeByHand(midterm)).reason()).contains("尚未届满");
        jobs.fire(midterm);
        desk.complete(first, PilotProcess.REPORT_MIDTERM, report());
        Job end = jobs.timer(first, "event_termEnded");
        assertThat(end.getDuedate().toInstant()).isEqualTo(Instant.parse("2027-03-02T16:00:00Z"));
        jobs.fire(end);
        desk.complete(first, PilotProcess.REPORT_FINAL, report());
        desk.complete(first, PilotProcess.ACCEPT_PROJECT, Map.of("outcome", "REWORK", "opinion", "补充决算"));
        traces.of(first, KEY)
                .hasPassed("gateway_acceptance")
                .isWaitingAt("userTask_reportFinal")
                .hasNotPassed("endEvent_accepted", "endEvent_notAccepted");
        desk.complete(first, PilotProcess.REPORT_FINAL, report());
        desk.complete(first, PilotProcess.ACCEPT_PROJECT, Map.of("outcome", "ACCEPTED", "opinion", "达到预期目标"));

        traces.of(first, KEY)
                .hasPassedInOrder(
                        "startEvent_pilotSelected",
                        "userTask_draftFundUsePlan",
                        "userTask_fileProject",
                        "event_midterm",
                        "userTask_reportMidterm",
                        "event_termEnded",
                        "userTask_reportFinal",
                        "userTask_acceptProject",
                        "gateway_acceptance",
                        "endEvent_accepted")
                .hasNotPassed("endEvent_notAccepted")
                .isEnded();
        assertThat(pilots.require(first).acceptance()).isEqualTo("ACCEPTED");
    }

    @Test
    @DisplayName("验收不通过")
    void notAccepted() {
        runToAcceptance(second, "LN-2026-02");
        desk.complete(second, PilotProcess.ACCEPT_PROJECT, Map.of("outcome", "NOT_ACCEPTED", "opinion", "未完成任务"));

        traces.of(second, KEY)
                .hasPassedInOrder("userTask_acceptProject", "gateway_acceptance", "endEvent_notAccepted")
                .hasNotPassed("endEvent_accepted")
                .isEnded();
        assertThat(pilots.require(second).acceptance()).isEqualTo("NOT_ACCEPTED");
    }
}
