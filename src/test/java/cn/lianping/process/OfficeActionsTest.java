package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.office.ConsultationProcess;
import cn.lianping.office.OfficeDesk;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest
@DisplayName("办理动作")
class OfficeActionsTest {

    private static final String SCIENCE = PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
    private static final String INDUSTRY = PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
    private static final String CONSULTED = ConsultationProcess.GIVE_CONSULTED_OPINION;

    private final Desk desk;
    private final Jobs jobs;
    private final Traces traces;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final OfficeDesk office;
    private final Cases cases;
    private final AuditTrail trail;
    private final TaskService tasks;
    private String caseNo;
    private Task review;
    private String reviewer;
    private String colleague;

    @Autowired
    OfficeActionsTest(
            Desk desk,
            Jobs jobs,
            Traces traces,
            CaseSteps steps,
            RoundSteps rounds,
            OfficeDesk office,
            Cases cases,
            AuditTrail trail,
            TaskService tasks) {
        this.desk = desk;
        this.jobs = jobs;
        this.traces = traces;
        this.steps = steps;
        this.rounds = rounds;
        this.office = office;
        this.cases = cases;
        this.trail = trail;
        this.tasks = tasks;
    }

    @BeforeEach
    void claimAReview() {
        caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        colleague = desk.newPerson("science-" + cases.require(caseNo).areaCode());
        review = desk.task(caseNo, SCIENCE);
        reviewer = office.claim(review);
        if (reviewer.equals(colleague)) {
            colleague = desk.newPerson("science-" + cases.require(caseNo).areaCode());
        }
        review = desk.task(caseNo, SCIENCE);
    }

    private String reason(Runnable act) {
        return Desk.refused(act).reason();
    }

    private String lastAct() {
        AuditEntry last = trail.entries(caseNo).get(trail.entries(caseNo).size() - 1);
        return last.actor() + " " + last.act() + " " + last.details();
    }

    @Test
    @DisplayName("转办:只给同样负责的人,原办理人不能再办")
    void transfer() {
        assertThat(reason(() -> office.transfer(reviewer, review, "party1"))).contains("同样负责");
        assertThat(reason(() -> office.transfer(reviewer, review, reviewer))).contains("同样负责");
        assertThat(reason(() -> office.transfer(colleague, review, reviewer))).contains("不由您办理");
        office.transfer(reviewer, review, colleague);
        assertThat(lastAct()).startsWith(reviewer + " 转办:").contains("请代为办理");
        Task moved = desk.task(caseNo, SCIENCE);
        assertThat(moved.getAssignee()).isEqualTo(colleague);
        assertThat(reason(() -> desk.complete(reviewer, moved, CaseSteps.pass())))
                .contains("已由他人");
        desk.complete(colleague, moved, CaseSteps.pass());
    }

    @Test
    @DisplayName("委派:受委派人填写的只是拟办意见,交回后由委派人决定")
    void delegation() {
        office.delegate(reviewer, review, colleague);
        Task delegated = desk.task(caseNo, SCIENCE);
        assertThat(delegated.getAssignee()).isEqualTo(colleague);
        assertThat(delegated.getOwner()).isEqualTo(reviewer);
        assertThat(office.offered(colleague, delegated)).doesNotContain("transfer", "delegate", "return");
        assertThat(reason(() -> desk.as(reviewer, () -> tasks.resolveTask(delegated.getId()))))
                .contains("只有受委派人可以交回");
        assertThat(reason(() -> desk.complete(reviewer, delegated, CaseSteps.pass())))
                .contains("只有受委派人可以交回");
        desk.complete(colleague, delegated, CaseSteps.returnForCorrection("3"));

        Task back = desk.task(caseNo, SCIENCE);
        assertThat(back.getAssignee()).isEqualTo(reviewer);
        assertThat(desk.as(reviewer, () -> desk.shown(back)))
                .containsEntry("outcome", "RETURN")
                .containsEntry("reason", "材料不完整");
        traces.of(caseNo, PreliminaryReviewProcess.KEY).hasNotPassed("gateway_reviewJoin");
        desk.complete(reviewer, back, CaseSteps.pass());
        desk.complete(caseNo, INDUSTRY, CaseSteps.pass());
        jobs.runAll(caseNo);
        traces.of(caseNo, PreliminaryReviewProcess.KEY).isWaitingAt("userTask_recommend");
    }

    @Test
    @DisplayName("加签:未答复不能通过,答复后可以;意见留存")
    void signerIsWaitedFor() {
        office.addSigner(reviewer, review, "party1");
        assertThat(reason(() -> office.addSigner(reviewer, review, "party1"))).contains("已在加签名单");
        assertThat(reason(() -> office.addSigner(reviewer, review, "expert001")))
                .contains("不能选择");
        assertThat(desk.refused(review, CaseSteps.pass()).reason()).contains("加签意见尚未答复");
        Task asked = desk.task(caseNo, CONSULTED);
        assertThat(asked.getAssignee()).isEqualTo("party1");
        assertThat(asked.getDueDate()).isNotNull();
        assertThat(desk.shown(asked)).containsEntry("question", "请提出意见");
        desk.complete(asked, Map.of("agreement", "DISAGREE", "opinion", "材料存疑"));
        traces.of(caseNo, ConsultationProcess.KEY)
                .hasPassedInOrder("startEvent_signerAdded", CONSULTED, "endEvent_opinionGiven")
                .isEnded();
        assertThat(office.waiting(review)).isEmpty();
        desk.complete(review, CaseSteps.pass());
    }

    @Test
    @DisplayName("加签人未答复不妨碍退回或不同意;减签后可以通过")
    void signerNeverBlocksARefusal() {
        office.addSigner(reviewer, review, "party1");
        desk.complete(review, CaseSteps.returnForCorrection("2"));
        assertThat(desk.open(caseNo, CONSULTED)).isEmpty();
        traces.of(caseNo, ConsultationProcess.KEY).hasNotPassed("endEvent_opinionGiven");

        Task other = desk.task(caseNo, INDUSTRY);
        String industry = office.claim(other);
        office.addSigner(industry, other, "super1");
        assertThat(desk.refused(other, CaseSteps.pass()).reason()).contains("尚未答复");
        office.removeSigner(industry, other);
        assertThat(desk.open(caseNo, CONSULTED)).isEmpty();
        desk.complete(other, CaseSteps.pass());
    }

    @Test
    @DisplayName("任务随案卷终止时,加签一并终止")
    void signerGoesWithTheTask() {
        Task other = desk.task(caseNo, INDUSTRY);
        String industry = office.claim(other);
        desk.complete(review, CaseSteps.pass());
        desk.complete(other, CaseSteps.pass());
        jobs.runAll(caseNo);
        Task recommend = desk.task(caseNo, PreliminaryReviewProcess.RECOMMEND);
        String who = office.claim(recommend);
        office.addSigner(who, recommend, industry);
        office.sendBack(who, recommend, SCIENCE);
        assertThat(desk.open(caseNo, CONSULTED)).isEmpty();
        assertThat(office.waiting(recommend)).isEmpty();
    }

    @Test
    @DisplayName("抄送:只给管理部门,可读案卷,不能办理")
    void copies() {
        int before = office.copiesOf("party1");
        office.copy(reviewer, review, "party1", "super1");
        assertThat(office.copiesOf("party1")).isEqualTo(before + 1);
        String expert = desk.newPerson("expert");
        assertThat(reason(() -> office.copy(reviewer, review, expert))).contains("不能选择");
        String lead = "u" + cases.require(caseNo).leadCode().toLowerCase(java.util.Locale.ROOT);
        assertThat(reason(() -> office.copy(reviewer, review, lead))).contains("不能选择");
        assertThat(reason(() -> office.copy(reviewer, review))).contains("抄送对象");
        assertThat(office.copiesOf("super1")).isPositive();
        assertThatThrownBy(() -> desk.complete("super1", review, CaseSteps.pass()))
                .isInstanceOf(ProcessEngineException.class);
    }

    @Test
    @DisplayName("催办:四个工作小时内一人一次,并记录在案")
    void urging() {
        jobs.moveTo("2026-01-06T15:00:00");
        Task other = desk.task(caseNo, INDUSTRY);
        assertThat(reason(() -> office.urge("party1", other))).contains("不由您办理");
        office.urge("office1", other);
        assertThat(lastAct()).startsWith("office1 催办:").contains("请尽快办理");
        // half a minute away from the turn of the minute, for the clock runs on
        jobs.moveTo("2026-01-07T09:58:30");
        assertThat(reason(() -> office.urge("office1", other))).contains("4 个工作小时", "0 小时 2 分");
        office.urge(reviewer, other);
        jobs.moveTo("2026-01-07T10:01:00");
        office.urge("office1", other);
    }

    @Test
    @DisplayName("代理:期间内接办,记录真实办理人与被代理人;期满或取消即止")
    void standIn() {
        String deputy = desk.newPerson("province-science");
        jobs.moveTo("2026-01-06T10:00:00");
        assertThat(reason(() -> office.standIn(reviewer, deputy, "2026-01-06", "2026-01-05")))
                .contains("代理期间不对");
        assertThat(reason(() -> office.standIn(desk.newPerson("expert"), "party1", "2026-01-06", "2026-01-08")))
                .contains("本人办理");
        String id = office.standIn(reviewer, deputy, "2026-01-06", "2026-01-08");
        assertThat(reason(() -> office.standIn(reviewer, deputy, "2026-01-08", "2026-01-09")))
                .contains("已指定代理人");
        assertThat(reason(() -> office.takeOver("party1", review))).contains("不由您办理");
        office.takeOver(deputy, review);
        Task taken = desk.task(caseNo, SCIENCE);
        assertThat(taken.getAssignee()).isEqualTo(deputy);
        desk.complete(deputy, taken, CaseSteps.pass());
        assertThat(trail.entries(caseNo))
                .filteredOn(entry -> entry.act().startsWith("办结任务:"))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(deputy);
                    assertThat(entry.details()).contains("\"onBehalfOf\":\"" + reviewer + "\"");
                });
        desk.complete(caseNo, INDUSTRY, CaseSteps.pass());
        jobs.runAll(caseNo);
        Task recommend = desk.task(caseNo, PreliminaryReviewProcess.RECOMMEND);
        office.takeOver(deputy, recommend);
        office.revoke(reviewer, id);
        Task held = desk.task(caseNo, PreliminaryReviewProcess.RECOMMEND);
        assertThat(reason(() -> desk.complete(deputy, held, CaseSteps.recommendation())))
                .contains("不属于您所在的部门");
        assertThat(reason(() -> office.takeOver(deputy, held))).contains("不由您办理");
    }

    @Test
    @DisplayName("移交:离岗人员的任务给同样负责的接手人,不负责的退回部门")
    void handOver() {
        assertThat(reason(() -> office.handOver(reviewer, reviewer, colleague))).contains("只有系统管理员");
        assertThat(reason(() -> office.handOver("admin1", reviewer, "nobody"))).contains("没有用户“nobody”");
        assertThat(desk.task(caseNo, SCIENCE).getAssignee()).isEqualTo(reviewer);
        assertThat(office.handOver("admin1", reviewer, colleague)).containsEntry("freed", 0);
        assertThat(desk.task(caseNo, SCIENCE).getAssignee()).isEqualTo(colleague);
        office.handOver("admin1", colleague, "party1");
        assertThat(desk.task(caseNo, SCIENCE).getAssignee()).isNull();
    }

    @Test
    @DisplayName("暂存:换一台机器接着办,办结后清除;他人看不到")
    void drafts() {
        office.keep(reviewer, review, Map.of("reason", "拟退回", "outcome", "RETURN", "hacker", "1"));
        assertThat(desk.shown(review)).containsEntry("reason", "拟退回").doesNotContainKey("hacker");
        Task other = desk.task(caseNo, INDUSTRY);
        assertThat(desk.shown(other)).doesNotContainKey("reason");
        String industry = desk.responsible(other);
        assertThat(reason(() -> office.keep(industry, other, Map.of()))).contains("请先认领");
        desk.complete(review, CaseSteps.pass());
    }

    @Test
    @DisplayName("专家评审只能催办,不能转办、委派、加签、抄送")
    void expertsJudgeForThemselves() {
        String scored = steps.apply(rounds.open());
        steps.toPreliminaryReview(scored);
        steps.toComprehensiveEvaluation(scored);
        steps.confirmPanel(scored);
        Task sheet = desk.open(scored, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT)
                .get(0);
        String expert = sheet.getAssignee();
        assertThat(office.offered(expert, sheet)).isEmpty();
        assertThat(reason(() -> office.transfer(expert, sheet, "party1"))).contains("不能转办");
        assertThat(reason(() -> office.addSigner(expert, sheet, "party1"))).contains("不能加签");
        assertThat(reason(() -> office.copy(expert, sheet, "party1"))).contains("不能抄送");
        assertThat(cases.require(scored).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
    }
}
