package cn.lianping.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditTrail;
import cn.lianping.change.SecondCountersign;
import cn.lianping.engine.DeployedModel;
import cn.lianping.engine.DeployedModels;
import cn.lianping.identity.CurrentActor;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Running cases go on by a new version of the preliminary review, and back. */
abstract class MigrationCases {

    private static final String KEY = PreliminaryReviewProcess.KEY;

    @Autowired
    private Migrations migrations;

    @Autowired
    private MigrationViews views;

    @Autowired
    private MigrationRunner runner;

    @Autowired
    private DeployedModels models;

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
    private RepositoryService repository;

    @Autowired
    private ManagementService management;

    @Autowired
    private TaskService tasks;

    private String before = "";
    private String after = "";
    private String deployment = "";
    private final List<String> three = new ArrayList<>();

    @BeforeEach
    void threeCases() {
        String round = rounds.open();
        for (int i = 0; i < 3; i++) {
            three.add(steps.apply(round));
            steps.toPreliminaryReview(three.get(i));
        }
        // one before both reviews, one between them, one to be recommended
        desk.complete(three.get(1), PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT, CaseSteps.pass());
        jobs.runAll(three.get(1));
        steps.reviewAndPass(three.get(2));
        before = newest();
        List<DeployedModel> deployed = models.deploy("会签推荐", null, SecondCountersign.files());
        deployment = deployed.get(0).deploymentId();
        after = newest();
        assertThat(after).isNotEqualTo(before);
    }

    @AfterEach
    void clean() {
        repository.deleteDeployment(deployment, true);
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(KEY)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private <T> T as(String user, Supplier<T> work) {
        return actor.callAs(user, work);
    }

    private String definitionOf(String caseNo) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseNo)
                .processDefinitionKey(KEY)
                .singleResult()
                .getProcessDefinitionId();
    }

    private List<String> instances() {
        return three.stream()
                .map(caseNo -> runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .processDefinitionKey(KEY)
                        .singleResult()
                        .getId())
                .toList();
    }

    private String migrate(String id) {
        as("admin1", () -> {
            migrations.tryOut(id);
            return true;
        });
        as("admin2", () -> {
            migrations.confirm(id);
            return true;
        });
        runner.work();
        return id;
    }

    @Test
    @DisplayName("三件停在三个步骤:计划、试迁移、两人、逐件迁移,任务、期限和提醒都在,随后走新步骤")
    void threeStepsAreTaken() {
        MigrationViews.Plan plan = as("admin1", () -> views.plan(before, after, Map.of()));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.cases()).extracting(MigrationViews.Standing::caseNo).containsAll(three);
        assertThat(plan.sources())
                .filteredOn(source -> source.cases() > 0)
                .allMatch(source -> source.target() != null && source.problem() == null);
        List<String> tasksBefore = openTasks();
        long timersBefore = timers();

        String id = as("admin1", () -> migrations.propose(before, after, Map.of(), instances(), "增加会签"));
        assertThatThrownBy(() -> as("admin2", () -> {
                    migrations.confirm(id);
                    return true;
                }))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("先试迁移");
        as("admin1", () -> {
            migrations.tryOut(id);
            return true;
        });
        assertThat(three).allMatch(caseNo -> definitionOf(caseNo).equals(before));
        assertThatThrownBy(() -> as("admin1", () -> {
                    migrations.confirm(id);
                    return true;
                }))
                .hasMessageContaining("另一名流程管理员");
        migrate(id);

        MigrationViews.View done = as("admin1", () -> views.of(id));
        assertThat(done.status()).isEqualTo(MigrationStatus.DONE);
        assertThat(done.trial()).isNotNull().matches(MigrationViews.Trial::passed);
        assertThat(done.done()).isEqualTo(3);
        assertThat(done.failed()).isZero();
        assertThat(three).allMatch(caseNo -> definitionOf(caseNo).equals(after));
        assertThat(openTasks()).isEqualTo(tasksBefore);
        assertThat(timers()).isEqualTo(timersBefore);
        three.forEach(caseNo -> assertThat(trail.entries(caseNo)).last().satisfies(entry -> {
            assertThat(entry.act()).isEqualTo("迁移到流程图的另一版");
            assertThat(entry.actor()).isEqualTo("admin2");
            assertThat(entry.details()).contains("增加会签").contains("admin1");
        }));

        // the moved case walks the new step
        String first = three.get(0);
        steps.reviewAndPass(first);
        steps.recommend(first);
        assertThat(definitionOf(first)).isEqualTo(after);
        assertThat(desk.open(first, "userTask_giveManagementOpinion")).isEmpty();
        desk.complete(first, SecondCountersign.STEP, Map.of("countersignOpinion", "同意"));
        jobs.runAll(first);
        assertThat(cases.require(first).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
        steps.recommend(three.get(2));
        desk.complete(three.get(2), SecondCountersign.STEP, Map.of("countersignOpinion", "同意"));
        jobs.runAll(three.get(2));
    }

    @Test
    @DisplayName("迁回:能回的回去,停在新步骤的一件留在原处并说明原因")
    void back() {
        String id = migrate(as("admin1", () -> migrations.propose(before, after, Map.of(), instances(), "增加会签")));
        steps.recommend(three.get(2));
        String back = as("admin1", () -> migrations.back(id, "新步骤暂缓"));
        MigrationViews.Plan plan = as("admin1", () -> views.plan(after, before, Map.of()));
        assertThat(plan.sources())
                .filteredOn(source -> source.id().equals(SecondCountersign.STEP))
                .singleElement()
                .satisfies(source -> assertThat(source.problem()).contains("没有对应步骤"));
        migrate(back);
        MigrationViews.View done = as("admin1", () -> views.of(back));
        assertThat(done.done()).isEqualTo(2);
        assertThat(done.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.caseNo()).isEqualTo(three.get(2));
            assertThat(failure.reason()).startsWith("“会签推荐”:").contains("没有对应步骤");
        });
        assertThat(java.util.Objects.requireNonNull(done.trial()).failures())
                .extracting(MigrationViews.Failure::caseNo)
                .containsExactly(three.get(2));
        assertThat(definitionOf(three.get(0))).isEqualTo(before);
        assertThat(definitionOf(three.get(2))).isEqualTo(after);
        desk.complete(three.get(2), SecondCountersign.STEP, Map.of("countersignOpinion", "同意"));
        jobs.runAll(three.get(2));
        steps.reviewAndPass(three.get(0));
        steps.recommend(three.get(0));
        assertThat(cases.require(three.get(0)).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
    }

    @Test
    @DisplayName("人工对应:把推荐报送带到会签;类型不同的对应被拒绝并说明")
    void byHand() {
        MigrationViews.Plan wrong = as(
                "admin1", () -> views.plan(before, after, Map.of("userTask_recommend", "serviceTask_concludeReview")));
        assertThat(wrong.errors())
                .singleElement()
                .satisfies(error -> assertThat(error).contains("推荐报送").contains("汇总复核意见"));
        Map<String, String> mapping = Map.of(PreliminaryReviewProcess.RECOMMEND, SecondCountersign.STEP);
        List<String> last = List.of(instances().get(2));
        migrate(as("admin1", () -> migrations.propose(before, after, mapping, last, "推荐已在线下办结")));
        assertThat(desk.open(three.get(2), SecondCountersign.STEP)).hasSize(1);
        assertThat(desk.open(three.get(2), PreliminaryReviewProcess.RECOMMEND)).isEmpty();
        assertThat(definitionOf(three.get(0))).isEqualTo(before);
        desk.complete(three.get(2), SecondCountersign.STEP, Map.of("countersignOpinion", "同意"));
        jobs.runAll(three.get(2));
    }

    private List<String> openTasks() {
        return three.stream()
                .flatMap(caseNo -> tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                        .map(task -> task.getId() + task.getTaskDefinitionKey() + task.getDueDate()))
                .sorted()
                .toList();
    }

    private long timers() {
        return instances().stream()
                .mapToLong(id -> management
                        .createJobQuery()
                        .processInstanceId(id)
                        .timers()
                        .count())
                .sum();
    }
}
