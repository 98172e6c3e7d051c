package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.Refusal;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.office.OfficeDesk;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import cn.lianping.selfevaluation.SealedReport;
import cn.lianping.selfevaluation.SelfEvaluation;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("退回")
class ReturnTest {

    private static final String ELEMENT = SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
    private static final String SEAL = SelfEvaluationProcess.SEAL_REPORT;
    private static final String SCIENCE = PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
    private static final String INDUSTRY = PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
    private static final String COUNTERSIGN = JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
    private static final String SIGN = JointReleaseProcess.SIGN_BY_SCIENCE;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final OfficeDesk office;
    private final Cases cases;
    private final SealedReport report;
    private final SelfEvaluation evaluation;

    @Autowired
    ReturnTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            RoundSteps rounds,
            OfficeDesk office,
            Cases cases,
            SealedReport report,
            SelfEvaluation evaluation) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.office = office;
        this.cases = cases;
        this.report = report;
        this.evaluation = evaluation;
    }

    @Test
    @DisplayName("会签中有人已盖章时退回:印章作废并留存,要素回到原填报人,没有任务丢失")
    void fromInsideACountersigning() {
        String caseNo = steps.apply(rounds.open());
        String second = desk.newPerson(
                desk.as("office1", () -> "org-" + cases.require(caseNo).leadCode()));
        List<Task> elements = desk.open(caseNo, ELEMENT);
        desk.complete(second, elements.get(0), steps.element(elements.get(0), "1"));
        String filledBySecond = String.valueOf(desk.variable(elements.get(1), "element"));
        desk.complete(second, elements.get(1), steps.element(elements.get(1), "1"));
        steps.fillElements(caseNo);
        List<Task> seals = desk.open(caseNo, SEAL);
        assertThat(seals).hasSize(3);
        steps.seal(caseNo, seals.get(0));
        assertThat(report.progress(caseNo)).startsWith("1/3");

        Task mine = desk.open(caseNo, SEAL).get(0);
        String member = office.claim(mine);
        assertThat(office.steps(member, mine)).containsExactly(ELEMENT);
        office.sendBack(member, mine, ELEMENT);

        assertThat(desk.open(caseNo, SEAL)).as("no seal is asked any longer").isEmpty();
        assertThat(desk.open(caseNo, SelfEvaluationProcess.SUBMIT_REPORT)).isEmpty();
        List<Task> again = desk.open(caseNo, ELEMENT);
        assertThat(again)
                .hasSize(10)
                .allSatisfy(task -> assertThat(task.getAssignee()).isNotEqualTo(member));
        assertThat(again)
                .filteredOn(task -> filledBySecond.equals(String.valueOf(desk.variable(task, "element"))))
                .extracting(Task::getAssignee)
                .containsExactly(second);
        assertThat(again).filteredOn(task -> second.equals(task.getAssignee())).hasSize(2);
        assertThat(report.progress(caseNo)).startsWith("0/3");
        assertThat(evaluation.claims(caseNo)).as("what was filled in is kept").hasSize(10);
        traces.of(caseNo, RoundProcess.ALLIANCE_EVALUATION)
                .isWaitingAt("callActivity_selfEvaluation")
                .hasNotPassed("callActivity_preliminaryReview");

        steps.fillElements(caseNo);
        assertThat(desk.open(caseNo, SEAL)).hasSize(3);
        steps.sealAll(caseNo);
        steps.submit(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.PRELIMINARY_REVIEW);
    }

    @Test
    @DisplayName("被调用流程中退回到会签步骤:两部门都重新办理,回到原办理人")
    void toACountersigningInACalledProcess() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        String industry = desk.responsible(desk.task(caseNo, INDUSTRY));
        steps.reviewAndPass(caseNo);
        Task recommendation = desk.task(caseNo, PreliminaryReviewProcess.RECOMMEND);
        String who = office.claim(recommendation);
        office.sendBack(who, recommendation, SCIENCE);

        assertThat(desk.open(caseNo, PreliminaryReviewProcess.RECOMMEND)).isEmpty();
        assertThat(desk.task(caseNo, INDUSTRY).getAssignee()).isNull();
        assertThat(desk.task(caseNo, SCIENCE).getAssignee()).isEqualTo(who);
        traces.of(caseNo, PreliminaryReviewProcess.KEY).hasNotPassed("endEvent_returned", "endEvent_rejected");

        desk.complete(caseNo, SCIENCE, CaseSteps.pass());
        jobs.runAll(caseNo);
        assertThat(desk.open(caseNo, PreliminaryReviewProcess.RECOMMEND))
                .as("one opinion is not enough, the former ones are void")
                .isEmpty();
        desk.complete(industry, desk.task(caseNo, INDUSTRY), CaseSteps.pass());
        jobs.runAll(caseNo);
        steps.recommend(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
    }

    @Test
    @DisplayName("普通流程:签发人退回会签,会签作废;退回拟制则重新会签")
    void inAPlainProcess() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
        rounds.draftRelease(roundNo);
        String countersigner = desk.responsible(desk.task(roundNo, COUNTERSIGN));
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        Task signature = desk.task(roundNo, SIGN);
        String signer = office.claim(signature);
        assertThat(office.steps(signer, signature)).containsExactly(COUNTERSIGN, JointReleaseProcess.DRAFT_RELEASE);
        office.sendBack(signer, signature, COUNTERSIGN);

        assertThat(desk.open(roundNo, SIGN)).isEmpty();
        assertThat(desk.open(roundNo, JointReleaseProcess.DRAFT_RELEASE)).isEmpty();
        assertThat(desk.task(roundNo, COUNTERSIGN).getAssignee()).isEqualTo(countersigner);
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        Task second = desk.task(roundNo, SIGN);
        office.sendBack(office.claim(second), second, JointReleaseProcess.DRAFT_RELEASE);
        rounds.draftRelease(roundNo);
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        desk.complete(roundNo, SIGN, RoundSteps.agree());
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    @DisplayName("退回到主流程的步骤:议程作废,重新编制")
    void toAStepOfTheCallingProcess() {
        String roundNo = rounds.open();
        steps.scored(roundNo);
        rounds.closeIntake(roundNo);
        rounds.compileAgenda(roundNo);
        Task record = desk.task(roundNo, DeliberationProcess.RECORD_DELIBERATION);
        office.sendBack(office.claim(record), record, DeliberationProcess.COMPILE_AGENDA);

        assertThat(desk.open(roundNo, DeliberationProcess.RECORD_DELIBERATION)).isEmpty();
        traces.of(roundNo, "evaluation-round").isWaitingAt(DeliberationProcess.COMPILE_AGENDA);
        rounds.deliberate(roundNo, Map.of());
        traces.of(roundNo, "evaluation-round").isWaitingAt("callActivity_publicity");
    }

    @Test
    @DisplayName("不允许的退回被拒绝,任务不动")
    void whatIsRefused() {
        String caseNo = steps.apply(rounds.open());
        steps.fillElements(caseNo);
        Task seal = desk.open(caseNo, SEAL).get(0);
        String member = desk.responsible(seal);
        assertThat(refused(() -> office.sendBack(member, seal, ELEMENT))).contains("请先认领");
        office.claim(member, seal);
        assertThat(refused(() -> office.sendBack(member, seal, SelfEvaluationProcess.SUBMIT_REPORT)))
                .contains("不能退回到这一步");
        assertThat(refused(() -> office.sendBack(member, seal, "userTask_reviewByExpert")))
                .contains("不能退回到这一步");
        assertThat(refused(() -> office.sendBack("party1", seal, ELEMENT))).contains("不由您办理");
        Task submission = desk.task(caseNo, SelfEvaluationProcess.SUBMIT_REPORT);
        String lead = office.claim(submission);
        assertThat(office.offered(lead, submission)).doesNotContain("return");
        assertThat(refused(() -> office.sendBack(lead, submission, ELEMENT))).contains("不能退回");
        assertThat(desk.open(caseNo, SEAL)).hasSize(3);
    }

    private static String refused(Runnable act) {
        Refusal refusal = Desk.refused(act);
        return refusal.reason();
    }
}
