package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("党组会审议")
class PartyGroupDeliberationProcessTest {

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;

    @Autowired
    PartyGroupDeliberationProcessTest(
            Desk desk, Jobs jobs, Traces traces, CaseSteps steps, RoundSteps rounds, Cases cases) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
    }

    @Test
    @DisplayName("没有会议纪要不能登记;登记后决定逐件下达,一件一个作业")
    void recordedDecisionsReachTheCases() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        desk.complete(roundNo, DeliberationProcess.COMPILE_AGENDA, Map.of());
        Task task = desk.task(roundNo, DeliberationProcess.RECORD_DELIBERATION);
        Map<String, Object> meeting = Map.of(
                "minutesNo", "纪要无文件", "meetingDate", "2026-01-24", "present", 7, "members", 9, "confirmRest", true);
        assertThat(desk.refused(task, meeting).reason()).contains("会议纪要");
        traces.of(roundNo, DeliberationProcess.KEY)
                .isWaitingAt(DeliberationProcess.RECORD_DELIBERATION)
                .hasNotPassed("serviceTask_applyDecisions");

        rounds.record(roundNo, task);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.AWAITING_DELIBERATION);
        jobs.run(roundNo, DeliberationProcess.RECORD_DELIBERATION);
        traces.of(roundNo, DeliberationProcess.KEY)
                .hasPassedInOrder(
                        "startEvent_deliberation",
                        "userTask_recordDeliberation",
                        "serviceTask_applyDecisions",
                        "endEvent_deliberated")
                .isEnded();
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.CONFIRMED);
        traces.of(caseNo, "alliance-evaluation").isWaitingAt("gateway_awaitDeliberation");
        jobs.deliverFanOut();
        traces.of(caseNo, "alliance-evaluation").isWaitingAt("gateway_awaitPublicity");
    }
}
