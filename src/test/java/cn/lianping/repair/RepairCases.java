package cn.lianping.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.audit.AuditTrail;
import cn.lianping.identity.CurrentActor;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case that got stuck goes on again, by two administrators and never past the legal minimum. */
abstract class RepairCases {

    private static final String SCIENCE = PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
    private static final String INDUSTRY = PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
    private static final String RECOMMEND = PreliminaryReviewProcess.RECOMMEND;

    @Autowired
    private Repairs repairs;

    @Autowired
    private RepairViews views;

    @Autowired
    private CurrentActor actor;

    @Autowired
    private Desk desk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private CaseSteps steps;

    @Autowired
    private RoundSteps rounds;

    @Autowired
    private Cases cases;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    private String caseNo = "";

    @BeforeEach
    void toReview() {
        caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
    }

    private <T> T as(String user, Supplier<T> work) {
        return actor.callAs(user, work);
    }

    private RepairViews.RunView run(String key) {
        return as("admin1", () -> views.runs(caseNo)).stream()
                .filter(run -> run.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private RepairViews.TokenView token(String key, String element) {
        return run(key).tokens().stream()
                .filter(token -> token.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private String move(String key, String from, String to) {
        String token = token(key, from).activityInstanceId();
        String instance = run(key).instanceId();
        return as(
                "admin1",
                () -> repairs.propose(
                        new Repairs.Asked(instance, RepairKind.MOVE, token, to, null, null, null, "卡住了")));
    }

    private void confirm(String id) {
        as("admin2", () -> {
            repairs.confirm(id);
            return true;
        });
    }

    @Test
    @DisplayName("退回前一步重办:另一人确认才移动,作废前次意见,留下记录,之后照常办结")
    void movedBack() {
        steps.reviewAndPass(caseNo);
        assertThat(desk.open(caseNo, RECOMMEND)).hasSize(1);
        String id = move(PreliminaryReviewProcess.KEY, RECOMMEND, SCIENCE);
        assertThat(desk.open(caseNo, RECOMMEND)).hasSize(1);
        assertThatThrownBy(() -> as("admin1", () -> {
                    repairs.confirm(id);
                    return true;
                }))
                .hasMessageContaining("另一名流程管理员");
        confirm(id);
        assertThat(desk.open(caseNo, RECOMMEND)).isEmpty();
        assertThat(desk.open(caseNo, SCIENCE)).hasSize(1);
        assertThat(trail.entries(caseNo)).last().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("个案修正:移到另一步骤");
            assertThat(entry.actor()).isEqualTo("admin2");
            assertThat(entry.details()).contains("卡住了").contains("admin1");
        });
    }

    @Test
    @DisplayName("不能越过法定步骤:复核未完不能到推荐,更不能直接得出结果")
    void protectedSteps() {
        assertThatThrownBy(() -> move(PreliminaryReviewProcess.KEY, SCIENCE, RECOMMEND))
                .hasMessageContaining("会跳过“科技部门复核”")
                .hasMessageContaining("第六条2");
        assertThatThrownBy(() -> move(PreliminaryReviewProcess.KEY, SCIENCE, "endEvent_recommended"))
                .hasMessageContaining("不能移动");
        assertThatThrownBy(() -> move("alliance-evaluation", "callActivity_preliminaryReview", "event_released"))
                .hasMessageContaining("会跳过");
        // the same step anew skips nothing, whatever the other department does
        assertThat(token(PreliminaryReviewProcess.KEY, SCIENCE).targets())
                .filteredOn(target -> target.element().equals(SCIENCE))
                .singleElement()
                .satisfies(target -> assertThat(target.allowed()).isTrue());
        assertThat(desk.open(caseNo, INDUSTRY)).hasSize(1);
    }

    @Test
    @DisplayName("退回更正后再次自评的案卷,不能借第一次的初审跳到综合评价")
    void returnedCasesAreReviewedAgain() {
        desk.complete(caseNo, SCIENCE, CaseSteps.returnForCorrection("1"));
        jobs.runAll(caseNo);
        desk.complete(caseNo, INDUSTRY, CaseSteps.pass());
        jobs.runAll(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.SELF_EVALUATION);
        assertThatThrownBy(() -> move(
                        "alliance-evaluation", "callActivity_selfEvaluation", "callActivity_comprehensiveEvaluation"))
                .hasMessageContaining("会跳过");
    }

    @Test
    @DisplayName("路由变量:只能取流程图中的值;不经人办理就通向结果的不能更正")
    void variables() {
        List<RepairViews.VariableView> routing =
                run(PreliminaryReviewProcess.KEY).variables();
        assertThat(routing).extracting(RepairViews.VariableView::name).contains("reviewOutcome");
        assertThat(routing)
                .filteredOn(variable -> variable.name().equals("reviewOutcome"))
                .singleElement()
                .satisfies(variable -> assertThat(variable.correctable()).isFalse());
        String instance = run(PreliminaryReviewProcess.KEY).instanceId();
        runtime.setVariable(instance, "reviewOutcome", "REJECT");
        String id = as(
                "admin1",
                () -> repairs.propose(new Repairs.Asked(
                        instance, RepairKind.VARIABLE, null, null, null, "reviewOutcome", "PASS", "误填")));
        assertThatThrownBy(() -> as(
                        "admin1",
                        () -> repairs.propose(new Repairs.Asked(
                                instance, RepairKind.VARIABLE, null, null, null, "reviewOutcome", "MAYBE", "误填"))))
                .hasMessageContaining("只能是");
        assertThatThrownBy(() -> as(
                        "admin1",
                        () -> repairs.propose(new Repairs.Asked(
                                instance, RepairKind.VARIABLE, null, null, null, "roundNo", "x", "误填"))))
                .hasMessageContaining("不是这个流程的路由变量");
        confirm(id);
        assertThat(runtime.getVariable(instance, "reviewOutcome")).isEqualTo("PASS");
    }

    @Test
    @DisplayName("失败的作业:看得到原因,确认后再试一次")
    void retried() {
        desk.complete(caseNo, SCIENCE, CaseSteps.pass());
        Job job = management
                .createJobQuery()
                .processInstanceId(run(PreliminaryReviewProcess.KEY).instanceId())
                .messages()
                .list()
                .get(0);
        management.setJobRetries(job.getId(), 0);
        RepairViews.RunView run = run(PreliminaryReviewProcess.KEY);
        assertThat(run.jobs())
                .singleElement()
                .satisfies(failed -> assertThat(failed.element()).isEqualTo(SCIENCE));
        String id = as(
                "admin1",
                () -> repairs.propose(new Repairs.Asked(
                        run.instanceId(), RepairKind.RETRY, null, null, job.getId(), null, null, "邮件服务已恢复")));
        confirm(id);
        assertThat(run(PreliminaryReviewProcess.KEY).jobs()).isEmpty();
        jobs.runAll(caseNo);
        assertThatThrownBy(() -> confirm(id)).hasMessageContaining("已经办结");
    }
}
