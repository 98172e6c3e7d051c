package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.identity.Groups;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import cn.lianping.selfevaluation.SelfEvaluation;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("初审复核")
class PreliminaryReviewProcessTest {

    private static final String SCIENCE = PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
    private static final String INDUSTRY = PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final SelfEvaluation evaluation;
    private String caseNo;

    @Autowired
    PreliminaryReviewProcessTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            SelfEvaluation evaluation) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.evaluation = evaluation;
    }

    @BeforeEach
    void submit() {
        caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
    }

    private void bothReview(Map<String, Object> science, Map<String, Object> industry) {
        desk.complete(caseNo, SCIENCE, science);
        jobs.run(caseNo, SCIENCE);
        desk.complete(caseNo, INDUSTRY, industry);
        jobs.run(caseNo, INDUSTRY);
    }

    @Test
    @DisplayName("两部门通过后推荐报送")
    void bothPassAndTheCaseIsRecommended() {
        bothReview(CaseSteps.pass(), CaseSteps.pass());
        desk.complete(caseNo, PreliminaryReviewProcess.RECOMMEND, CaseSteps.recommendation());

        traces.of(caseNo, PreliminaryReviewProcess.KEY)
                .hasPassedInOrder(
                        "startEvent_preliminaryReview",
                        "gateway_reviewFork",
                        SCIENCE,
                        INDUSTRY,
                        "gateway_reviewJoin",
                        "serviceTask_concludeReview",
                        "gateway_reviewConclusion",
                        "userTask_recommend",
                        "endEvent_recommended")
                .hasNotPassed("endEvent_returned", "endEvent_rejected")
                .isEnded();
        traces.of(caseNo, RoundProcess.ALLIANCE_EVALUATION)
                .hasPassed("gateway_reviewOutcome")
                .isWaitingAt("callActivity_comprehensiveEvaluation");
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
    }

    @Test
    @DisplayName("退回更正:只重开指出的要素,全部重新盖章,两部门重新复核")
    void returnReopensNamedElementsOnly() {
        bothReview(CaseSteps.returnForCorrection("2", "5"), CaseSteps.returnForCorrection("5", "9"));

        traces.of(caseNo, PreliminaryReviewProcess.KEY)
                .hasPassedInOrder("gateway_reviewConclusion", "endEvent_returned")
                .hasNotPassed("userTask_recommend", "endEvent_recommended", "endEvent_rejected")
                .isEnded();
        traces.of(caseNo, RoundProcess.ALLIANCE_EVALUATION)
                .isWaitingAt("callActivity_selfEvaluation")
                .hasNotPassed("callActivity_comprehensiveEvaluation", "endEvent_rejectedByReview");
        assertThat(evaluation.openElements(caseNo)).containsExactly(2, 5, 9);
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT))
                .hasSize(3);

        steps.fillElements(caseNo);
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SEAL_REPORT)).hasSize(3);
        steps.sealAll(caseNo);
        steps.submit(caseNo);
        assertThat(traces.count(caseNo, PreliminaryReviewProcess.KEY)).isEqualTo(2);
        assertThat(desk.open(caseNo, SCIENCE)).hasSize(1);
        assertThat(desk.open(caseNo, INDUSTRY)).hasSize(1);
        bothReview(CaseSteps.pass(), CaseSteps.pass());
        traces.of(caseNo, PreliminaryReviewProcess.KEY).isWaitingAt("userTask_recommend");
    }

    @Test
    @DisplayName("一部门退回使另一部门的通过失效")
    void oneReturnInvalidatesTheOtherApproval() {
        bothReview(CaseSteps.pass(), CaseSteps.returnForCorrection("1"));
        traces.of(caseNo, PreliminaryReviewProcess.KEY)
                .hasPassed("endEvent_returned")
                .hasNotPassed("userTask_recommend")
                .isEnded();
    }

    @Test
    @DisplayName("不予推荐:评价结束")
    void rejectionEndsTheCase() {
        bothReview(
                CaseSteps.pass(), Map.of("authentic", false, "complete", true, "outcome", "REJECT", "reason", "材料不真实"));

        traces.of(caseNo, PreliminaryReviewProcess.KEY)
                .hasPassedInOrder("gateway_reviewConclusion", "endEvent_rejected")
                .hasNotPassed("userTask_recommend", "endEvent_returned")
                .isEnded();
        traces.of(caseNo, RoundProcess.ALLIANCE_EVALUATION)
                .hasPassedInOrder("gateway_reviewOutcome", "endEvent_rejectedByReview")
                .hasNotPassed("callActivity_comprehensiveEvaluation")
                .isEnded();
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.REJECTED_BY_PRELIMINARY_REVIEW);
    }

    @Test
    @DisplayName("两个部门须由两个人复核")
    void onePersonCannotReviewForBothDepartments() {
        String area = cases.require(caseNo).areaCode();
        String person = desk.newPerson(Groups.science(area), Groups.industry(area));
        desk.complete(person, desk.task(caseNo, SCIENCE), CaseSteps.pass());
        Task industry = desk.task(caseNo, INDUSTRY);
        assertThat(Desk.refused(() -> desk.complete(person, industry, CaseSteps.pass()))
                        .reason())
                .contains("两名不同的人员");
        traces.of(caseNo, PreliminaryReviewProcess.KEY).isWaitingAt(INDUSTRY).hasNotPassed("gateway_reviewJoin");
    }
}
