package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.selfevaluation.SelfEvaluation;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("联盟自评")
class SelfEvaluationProcessTest {

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final Cases cases;
    private final SelfEvaluation evaluation;
    private final RoundSteps rounds;
    private String caseNo;

    @Autowired
    SelfEvaluationProcessTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            Cases cases,
            SelfEvaluation evaluation,
            RoundSteps rounds) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.cases = cases;
        this.evaluation = evaluation;
        this.rounds = rounds;
    }

    @BeforeEach
    void apply() {
        caseNo = steps.apply(rounds.open());
    }

    @Test
    @DisplayName("逐项填写、全部盖章、提交")
    void sealedReportIsSubmitted() {
        List<Task> elements = desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT);
        assertThat(elements).hasSize(10);
        elements.forEach(task -> desk.complete(task, steps.element(task, "1")));
        jobs.run(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT);
        jobs.run(caseNo, "serviceTask_produceReport");

        List<Task> seals = desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT);
        assertThat(seals).hasSize(3);
        steps.seal(caseNo, seals.get(0));
        steps.seal(caseNo, seals.get(1));
        Task submission = desk.task(caseNo, SelfEvaluationProcess.SUBMIT_REPORT);
        assertThat(desk.refused(submission, Map.of("submission", "SUBMIT")).reason())
                .contains("2/3 已盖章");
        steps.seal(caseNo, seals.get(2));
        jobs.run(caseNo, SelfEvaluationProcess.SEAL_REPORT);
        desk.complete(submission, Map.of("submission", "SUBMIT"));

        traces.of(caseNo, SelfEvaluationProcess.KEY)
                .hasPassedInOrder(
                        "startEvent_selfEvaluation",
                        "serviceTask_openElements",
                        "userTask_selfEvaluateElement",
                        "serviceTask_produceReport",
                        "gateway_sealingFork",
                        "userTask_sealReport",
                        "userTask_submitReport",
                        "gateway_submission",
                        "endEvent_reportSubmitted",
                        "endEvent_selfEvaluated")
                .hasNotPassed("endEvent_elementsReopened", "event_elementsReopened")
                .isEnded();
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.PRELIMINARY_REVIEW);
    }

    @Test
    @DisplayName("盖章期间修改要素:只重开所选要素,原盖章全部作废")
    void reopenedElementsVoidEverySeal() {
        steps.fillElements(caseNo);
        steps.seal(caseNo, desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT).get(0));
        desk.complete(
                caseNo,
                SelfEvaluationProcess.SUBMIT_REPORT,
                Map.of("submission", "REOPEN", "elements", List.of("3", "7"), "reason", "数据有误"));

        traces.of(caseNo, SelfEvaluationProcess.KEY)
                .hasPassedInOrder("gateway_submission", "endEvent_elementsReopened", "event_elementsReopened")
                .hasNotPassed("endEvent_reportSubmitted", "endEvent_selfEvaluated")
                .isWaitingAt("userTask_selfEvaluateElement")
                .isNotEnded();
        assertThat(evaluation.openElements(caseNo)).containsExactly(3, 7);
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT))
                .hasSize(2);

        steps.fillElements(caseNo);
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT)).hasSize(3);
        steps.sealAll(caseNo);
        steps.submit(caseNo);
        traces.of(caseNo, SelfEvaluationProcess.KEY)
                .hasPassed("endEvent_selfEvaluated")
                .isEnded();
    }
}
