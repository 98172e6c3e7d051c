package cn.lianping.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditTrail;
import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.CurrentActor;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.RoundSteps;
import cn.lianping.rehearsal.Rehearsals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A change on its way into force and back. What a rehearsal does is tested elsewhere; here its outcome is given. */
abstract class ChangeFlow {

    private static final String FIRST = "admin1";
    private static final String SECOND = "admin2";
    private static final String REASON = "推荐须经工信部门会签";

    @Autowired
    private Changes changes;

    @Autowired
    private ChangeViews views;

    @Autowired
    private Proposals proposals;

    @Autowired
    private DueChanges due;

    @Autowired
    private GoingBack goingBack;

    @Autowired
    private CatalogueViews catalogue;

    @Autowired
    private Rehearsals rehearsals;

    @Autowired
    private DeployedModels models;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private CurrentActor actor;

    @Autowired
    private Desk desk;

    @Autowired
    private CaseSteps steps;

    @Autowired
    private RoundSteps rounds;

    @Autowired
    private PlatformClock clock;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private JdbcTemplate sql;

    private String id = "";

    @BeforeEach
    void draft() {
        id = as(FIRST, () -> changes.open("会签推荐", null, List.of(SecondCountersign.DIAGRAM)));
        save(SecondCountersign.DIAGRAM, SecondCountersign.diagram(), 1);
        save(SecondCountersign.FORM, SecondCountersign.form(), 0);
    }

    /** Nothing of it stays for other tests. */
    @AfterEach
    void clean() {
        repository.createDeploymentQuery().deploymentSource(DeployedModels.ADMINISTRATORS).list().stream()
                .map(Deployment::getId)
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        sql.update("DELETE FROM rehearsal");
        sql.update("UPDATE design_change SET status = 'DISCARDED', in_force_at = NULL");
    }

    private <T> T as(String user, Supplier<T> work) {
        return actor.callAs(user, work);
    }

    private void act(String user, Runnable work) {
        as(user, () -> {
            work.run();
            return true;
        });
    }

    private void save(String path, String content, int baseVersion) {
        assertThat(as(FIRST, () -> changes.save(id, path, content, baseVersion, null)))
                .isNull();
    }

    private ChangeViews.View view() {
        return as(FIRST, () -> views.of(id));
    }

    /** A rehearsal of what the change holds now, as it ends. */
    private void rehearsed(boolean passed) {
        long now = clock.millis();
        sql.update(
                "INSERT INTO rehearsal (id, change_id, content_hash, state, percent, text, passed, started_by, started_at, ended_at)"
                        + " VALUES (?, ?, ?, 'DONE', 100, ?, ?, 'admin1', ?, ?)",
                UUID.randomUUID().toString(),
                id,
                rehearsals.contentHash(Readiness.bytes(changes.contents(id))),
                passed ? "通过" : "未通过",
                passed ? 1 : 0,
                now,
                now);
    }

    private void propose(String effectiveAt) {
        Map<String, String> reasons = new java.util.HashMap<>();
        view().problems().forEach(problem -> reasons.put(problem.key(), "已知,可以接受"));
        act(
                FIRST,
                () -> proposals.propose(
                        id,
                        REASON,
                        effectiveAt.isEmpty() ? null : java.time.OffsetDateTime.parse(effectiveAt),
                        reasons));
    }

    private int newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(PreliminaryReviewProcess.KEY)
                .withoutTenantId()
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String reviewed() {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        steps.reviewAndPass(caseNo);
        steps.recommend(caseNo);
        return caseNo;
    }

    private List<String> acts() {
        return trail.entries(AuditChain.PLATFORM).stream()
                .filter(entry -> entry.details().contains(id))
                .map(entry -> entry.act())
                .toList();
    }

    @Test
    @DisplayName("试运行通过、第二人确认后生效:流程图和表单一次部署,新案卷照此办理;恢复前版后不再经过")
    void intoForceAndBack() {
        int before = newest();
        rehearsed(true);
        assertThat(view().hindrances()).isEmpty();
        propose("");
        assertThat(newest()).isEqualTo(before);
        assertThatThrownBy(() -> act(FIRST, () -> proposals.confirm(id)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("另一名流程管理员");
        assertThatThrownBy(() -> act("office1", () -> proposals.confirm(id))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> save(SecondCountersign.FORM, "{}", 1)).isInstanceOf(Refusal.class);
        assertThat(newest()).isEqualTo(before);

        act(SECOND, () -> proposals.confirm(id));
        assertThat(newest()).isEqualTo(before + 1);
        assertThat(view().status()).isEqualTo(ChangeStatus.IN_FORCE);
        assertThat(models.all().stream()
                        .filter(model -> DeployedModels.ADMINISTRATORS.equals(model.source()))
                        .map(model -> model.key() + "@" + model.deploymentId())
                        .map(text -> text.substring(text.indexOf('@')))
                        .distinct())
                .as("one deployment")
                .hasSize(1);
        List<CatalogueViews.Version> versions = as(FIRST, () -> catalogue.versions(SecondCountersign.DIAGRAM, null));
        assertThat(versions.get(0)).satisfies(version -> {
            assertThat(version.newest()).isTrue();
            assertThat(version.by().id()).isEqualTo(FIRST);
            assertThat(Objects.requireNonNull(version.confirmedBy()).id()).isEqualTo(SECOND);
            assertThat(version.reason()).isEqualTo(REASON);
            assertThat(version.source()).isEqualTo("流程设计");
        });
        assertThat(acts()).contains("新建修改方案", "提交修改方案", "确认修改方案", "修改方案生效");

        String caseNo = reviewed();
        assertThat(as(FIRST, () -> catalogue.versions(SecondCountersign.DIAGRAM, null))
                        .get(0)
                        .running())
                .isPositive();
        desk.complete(caseNo, SecondCountersign.STEP, Map.of("countersignOpinion", "同意"));

        String said = as(
                SECOND,
                () -> goingBack.goBack(
                        SecondCountersign.DIAGRAM, null, versions.get(1).ref(), "先按原办法办"));
        assertThat(said).contains("已恢复");
        assertThat(newest()).isEqualTo(before + 2);
        assertThat(desk.open(reviewed(), SecondCountersign.STEP)).isEmpty();
        assertThatThrownBy(() -> as(
                        FIRST,
                        () -> goingBack.goBack(
                                SecondCountersign.DIAGRAM, null, versions.get(1).ref(), "再来一次")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("就是现行内容");
    }

    @Test
    @DisplayName("没有试运行、没有通过、之后又改过的,都不能提交")
    void onlyWhatWasRehearsed() {
        assertThatThrownBy(() -> propose("")).hasMessageContaining("还没有试运行");
        rehearsed(false);
        assertThatThrownBy(() -> propose("")).hasMessageContaining("没有通过");
        clock.moveTo(clock.instant().plusSeconds(60));
        rehearsed(true);
        save(SecondCountersign.FORM, SecondCountersign.form().replace("会签意见", "意见"), 1);
        assertThatThrownBy(() -> propose("")).hasMessageContaining("之后又有修改");
        assertThat(view().status()).isEqualTo(ChangeStatus.DRAFT);
    }

    @Test
    @DisplayName("退回的带着理由回到草稿;提交人可以撤回,别人不能")
    void refusedAndWithdrawn() {
        rehearsed(true);
        propose("");
        act(SECOND, () -> proposals.refuse(id, "表单还缺签章说明"));
        assertThat(view()).satisfies(view -> {
            assertThat(view.status()).isEqualTo(ChangeStatus.DRAFT);
            assertThat(view.refusal()).isEqualTo("表单还缺签章说明");
        });
        propose("");
        assertThatThrownBy(() -> act(SECOND, () -> proposals.withdraw(id))).isInstanceOf(Refusal.class);
        act(FIRST, () -> proposals.withdraw(id));
        assertThat(view().status()).isEqualTo(ChangeStatus.DRAFT);
        assertThatThrownBy(() -> act(SECOND, () -> proposals.confirm(id))).isInstanceOf(Refusal.class);
    }

    @Test
    @DisplayName("约定时间生效:到点之前不生效,到点即生效,只一次")
    void atItsHour() {
        int before = newest();
        clock.moveTo(clock.instant().plusSeconds(1));
        rehearsed(true);
        String hour = PlatformClock.at(clock.millis() + 3_600_000).toString();
        propose(hour);
        act(SECOND, () -> proposals.confirm(id));
        assertThat(view().status()).isEqualTo(ChangeStatus.SCHEDULED);
        assertThat(due.apply()).isZero();
        assertThat(newest()).isEqualTo(before);
        clock.moveTo(java.time.OffsetDateTime.parse(hour).toInstant());
        assertThat(due.apply()).isEqualTo(1);
        assertThat(due.apply()).isZero();
        assertThat(newest()).isEqualTo(before + 1);
        assertThat(view().status()).isEqualTo(ChangeStatus.IN_FORCE);
    }

    @Test
    @DisplayName("到点时已不合现行版本的不生效,写明原因;改好后可以再提交")
    void overtakenAtItsHour() {
        clock.moveTo(clock.instant().plusSeconds(1));
        rehearsed(true);
        propose(PlatformClock.at(clock.millis() + 3_600_000).toString());
        act(SECOND, () -> proposals.confirm(id));
        models.deploy(
                "另一人",
                null,
                Map.of(
                        SecondCountersign.DIAGRAM,
                        SecondCountersign.diagram().replace("会签推荐", "会签"),
                        SecondCountersign.FORM,
                        SecondCountersign.form()));
        int before = newest();
        clock.moveTo(clock.instant().plusSeconds(3_601));
        assertThat(due.apply()).isZero();
        assertThat(newest()).isEqualTo(before);
        assertThat(view()).satisfies(view -> {
            assertThat(view.status()).isEqualTo(ChangeStatus.FAILED);
            assertThat(view.failure()).contains("已有新版本");
            assertThat(view.may().edit()).isTrue();
        });
        assertThat(acts()).contains("修改方案未能生效");
    }
}
