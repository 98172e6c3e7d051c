package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.office.OfficeDesk;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.selfevaluation.SealedReport;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("撤回")
class WithdrawTest {

    private static final String SEAL = SelfEvaluationProcess.SEAL_REPORT;
    private static final String SCIENCE = PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
    private static final String INDUSTRY = PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
    private static final String COUNTERSIGN = JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final OfficeDesk office;
    private final Cases cases;
    private final SealedReport report;

    @Autowired
    WithdrawTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            OfficeDesk office,
            Cases cases,
            SealedReport report) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.office = office;
        this.cases = cases;
        this.report = report;
    }

    @Test
    @DisplayName("普通流程:下一步无人认领时可以撤回,认领后不能")
    void inAPlainProcess() {
        String roundNo = rounds.open();
        String caseNo = steps.scored(roundNo);
        rounds.toEndedPublicity(roundNo);
        Task draft = desk.task(roundNo, JointReleaseProcess.DRAFT_RELEASE);
        String drafter = desk.responsible(draft);
        rounds.draftRelease(roundNo);
        assertThat(Desk.refused(() -> office.takeBack("party1", draft)).reason())
                .contains("不是您办理的");
        office.takeBack(drafter, draft);
        assertThat(desk.open(roundNo, COUNTERSIGN)).isEmpty();
        assertThat(desk.task(roundNo, JointReleaseProcess.DRAFT_RELEASE).getAssignee())
                .isEqualTo(drafter);

        Task second = desk.task(roundNo, JointReleaseProcess.DRAFT_RELEASE);
        rounds.draftRelease(roundNo);
        Task countersigning = desk.task(roundNo, COUNTERSIGN);
        office.claim(countersigning);
        assertThat(Desk.refused(() -> office.takeBack(drafter, second)).reason())
                .contains("已由他人认领");
        assertThat(desk.task(roundNo, COUNTERSIGN).getId()).isEqualTo(countersigning.getId());
        desk.complete(roundNo, COUNTERSIGN, RoundSteps.agree());
        desk.complete(roundNo, JointReleaseProcess.SIGN_BY_SCIENCE, RoundSteps.agree());
        jobs.runAll(roundNo);
        jobs.deliverFanOut();
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.RELEASED);
    }

    @Test
    @DisplayName("多实例:撤回自己的印章,他人的印章有效;全部盖章后仍可撤回")
    void amongOthers() {
        String caseNo = steps.apply(rounds.open());
        steps.fillElements(caseNo);
        List<Task> seals = desk.open(caseNo, SEAL);
        String member = desk.responsible(seals.get(0));
        String third = desk.responsible(seals.get(2));
        String code = String.valueOf(desk.variable(seals.get(2), SelfEvaluationProcess.MEMBER.name()));
        seals.subList(0, 2).forEach(task -> steps.seal(caseNo, task));
        office.takeBack(member, seals.get(0));
        assertThat(report.progress(caseNo)).startsWith("1/3");
        assertThat(desk.open(caseNo, SEAL)).hasSize(2);
        assertThat(desk.open(caseNo, SEAL))
                .extracting(task -> String.valueOf(desk.variable(task, SelfEvaluationProcess.MEMBER.name())))
                .contains(code)
                .doesNotHaveDuplicates();

        desk.open(caseNo, SEAL).forEach(task -> steps.seal(caseNo, task));
        jobs.runAll(caseNo);
        assertThat(report.progress(caseNo)).startsWith("3/3");
        assertThat(desk.open(caseNo, SEAL)).isEmpty();
        office.takeBack(third, seals.get(2));
        assertThat(report.progress(caseNo)).startsWith("2/3");
        steps.seal(caseNo, desk.task(caseNo, SEAL));
        jobs.runAll(caseNo);
        steps.submit(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.PRELIMINARY_REVIEW);
    }

    @Test
    @DisplayName("被调用流程:另一部门未复核时可以撤回,两部门复核汇总后不能")
    void inACalledProcess() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        Task science = desk.task(caseNo, SCIENCE);
        String who = desk.responsible(science);
        desk.complete(science, CaseSteps.returnForCorrection("2"));
        jobs.run(caseNo, SCIENCE);
        office.takeBack(who, science);
        assertThat(desk.open(caseNo, INDUSTRY)).hasSize(1);
        Task again = desk.task(caseNo, SCIENCE);
        steps.reviewAndPass(caseNo);
        assertThat(desk.open(caseNo, PreliminaryReviewProcess.RECOMMEND)).hasSize(1);
        assertThat(Desk.refused(() -> office.takeBack(who, again)).reason()).contains("已进入下一环节");
        steps.recommend(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
    }
}
