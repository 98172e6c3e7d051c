package cn.lianping.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.PlatformTest;
import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.comprehensiveevaluation.Score;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.identity.CurrentActor;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import cn.lianping.precheck.PreCheck;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundProcess;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A city copies the provincial measures and changes its copy: its rounds follow it, the province's notice nothing. */
@PlatformTest
@DisplayName("市级办法")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CityMeasuresTest {

    private static final String CITY = "210100";
    private static final String POLICY = "area-" + CITY;
    private static final String TABLE = "processes/self-evaluation/precheck-element-1.dmn";
    private static final String RECOMMEND_FORM = "forms/preliminary-review/recommend.form";

    private final AreaMeasures measures;
    private final Changes changes;
    private final ChangeCheck check;
    private final ChangeMapper mapper;
    private final PuttingInForce puttingInForce;
    private final TransactionTemplate transaction;
    private final PolicyService policies;
    private final PreCheck preCheck;
    private final CurrentActor actor;
    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final FixtureRegistry fixture;
    private final Cases cases;
    private final Scores scores;
    private final FormService forms;
    private final HistoryService history;
    private final RepositoryService repository;
    private final JdbcTemplate jdbc;

    private final List<String> deployments = new ArrayList<>();
    private String provincialRound = "";
    private String cityRound = "";
    private String provincial = "";
    private String own = "";

    @Autowired
    CityMeasuresTest(
            AreaMeasures measures,
            Changes changes,
            ChangeCheck check,
            ChangeMapper mapper,
            PuttingInForce puttingInForce,
            TransactionTemplate transaction,
            PolicyService policies,
            PreCheck preCheck,
            CurrentActor actor,
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            FixtureRegistry fixture,
            Cases cases,
            Scores scores,
            FormService forms,
            HistoryService history,
            RepositoryService repository,
            JdbcTemplate jdbc) {
        this.measures = measures;
        this.changes = changes;
        this.check = check;
        this.mapper = mapper;
        this.puttingInForce = puttingInForce;
        this.transaction = transaction;
        this.policies = policies;
        this.preCheck = preCheck;
        this.actor = actor;
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.fixture = fixture;
        this.cases = cases;
        this.scores = scores;
        this.forms = forms;
        this.history = history;
        this.repository = repository;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void putInForce() {
        fixture.alliance();
        String id = actor.callAs("admin1", () -> measures.copy(CITY, null));
        Map<String, String> files = new TreeMap<>(changes.contents(id));
        assertThat(files.get("processes/evaluation-round.bpmn")).contains("name=\"评估评价批次(");
        String diagram = Objects.requireNonNull(files.get(SecondCountersign.DIAGRAM));
        files.put(
                SecondCountersign.DIAGRAM,
                SecondCountersign.diagram().replace("name=\"初审复核\"", "name=\"" + name(diagram) + "\""));
        files.put(SecondCountersign.FORM, SecondCountersign.form());
        files.computeIfPresent(RECOMMEND_FORM, (path, form) -> replaced(form, "推荐", "举荐"));
        files.computeIfPresent(TABLE, (path, table) -> replaced(table, "未列入已发布的", "未列入本市发布的"));
        files.computeIfPresent(
                "policy/" + POLICY + ".json",
                (path, policy) -> replaced(
                        replaced(
                                replaced(policy, "\"value\" : 0.30", "\"value\" : 0.40"),
                                "\"value\" : 0.70",
                                "\"value\" : 0.60"),
                        "\"length\" : {\n      \"value\" : 5",
                        "\"length\" : {\n      \"value\" : 8"));
        assertThat(Problems.errors(check.problems(files, CITY)))
                .as("%s", check.problems(files, CITY))
                .isZero();
        transaction.executeWithoutResult(status -> {
            List<String> refs = puttingInForce.put(Objects.requireNonNull(mapper.change(id)), files);
            assertThat(refs).hasSameSizeAs(files.keySet());
        });
        repository.createDeploymentQuery().tenantIdIn(CITY).list().forEach(one -> deployments.add(one.getId()));
        assertThat(deployments).hasSize(1);

        provincialRound = rounds.open();
        cityRound = desk.startIn(CITY, "office1", RoundProcess.KEY, opening(POLICY));
        jobs.run(cityRound, "startEvent_roundOpened");
        provincial = steps.apply(provincialRound, fixture.allianceOf(CITY));
        own = applyInCity(cityRound, fixture.allianceOf(CITY));
    }

    @AfterAll
    void clean() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        jdbc.update("DELETE FROM policy WHERE policy_id = ?", POLICY);
    }

    private static String name(String diagram) {
        int at = diagram.indexOf("name=\"初审复核");
        return diagram.substring(at + 6, diagram.indexOf('"', at + 6));
    }

    private static String replaced(String text, String what, String with) {
        assertThat(text).contains(what);
        return text.replace(what, with);
    }

    private static Map<String, Object> opening(String policy) {
        return Map.of(
                "roundNo", "3999-01",
                "policy", policy,
                "area", CITY,
                "opensOn", "2026-01-05",
                "closesOn", "2026-01-23",
                "objectionHold", "round");
    }

    private String applyInCity(String roundNo, Alliance alliance) {
        String caseNo = desk.startIn(
                CITY,
                FixtureRegistry.personOf(alliance.leadCode()),
                RoundProcess.ALLIANCE_EVALUATION,
                Map.of("roundNo", roundNo, "allianceId", alliance.id()));
        jobs.run(caseNo, "startEvent_applied");
        return caseNo;
    }

    private List<String> areasOf(String businessKey) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(run -> Objects.requireNonNullElse(run.getTenantId(), "province"))
                .distinct()
                .toList();
    }

    private String form(Task task) {
        try (InputStream in = desk.as(desk.responsible(task), () -> forms.getDeployedTaskForm(task.getId()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("本市的批次按本市的流程、表单、权重和公示期走完,直到试点;全省的批次照旧")
    void eachGoesItsOwnWay() {
        for (String caseNo : List.of(provincial, own)) {
            steps.toPreliminaryReview(caseNo);
            steps.reviewAndPass(caseNo);
        }
        assertThat(form(desk.task(provincial, PreliminaryReviewProcess.RECOMMEND)))
                .contains("推荐")
                .doesNotContain("举荐");
        assertThat(form(desk.task(own, PreliminaryReviewProcess.RECOMMEND))).contains("举荐");
        steps.recommend(provincial);
        steps.recommend(own);
        assertThat(desk.open(provincial, SecondCountersign.STEP)).isEmpty();
        assertThat(cases.require(provincial).status()).isEqualTo(CaseStatus.COMPREHENSIVE_EVALUATION);
        desk.complete(own, SecondCountersign.STEP, Map.of("countersignOpinion", "同意"));
        jobs.runAll(own);
        score(provincial, "0.30", "0.70");
        score(own, "0.40", "0.60");

        Notice notice = rounds.toNotice(cityRound);
        assertThat(notice.period()).isEqualTo("2026-02-11 至 2026-02-27 24 时");
        String receipt = rounds.object(notice, own);
        assertThat(receipt).isNotEmpty();
        rounds.dismissObjection(own);
        jobs.runAll(cityRound);
        rounds.endPublicity(cityRound);
        rounds.release(cityRound);
        desk.complete(cityRound, PilotProcess.SELECT_PILOTS, RoundSteps.selection(3_000_000));
        jobs.runAll(cityRound);
        assertThat(desk.open(own, PilotProcess.DRAFT_FUND_USE_PLAN)).hasSize(1);
        assertThat(areasOf(own)).containsExactly(CITY);
        assertThat(areasOf(cityRound)).containsExactly(CITY);
        assertThat(areasOf(provincial)).containsExactly("province");
        assertThat(areasOf(provincialRound)).containsExactly("province");
    }

    /** All divisions give ten points, all experts eight. */
    private void score(String caseNo, String division, String expert) {
        desk.open(caseNo, ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION)
                .forEach(task -> desk.complete(task, CaseSteps.sheet(10)));
        jobs.runAll(caseNo);
        steps.confirmPanel(caseNo);
        steps.reviewByAll(caseNo);
        Score score = scores.latest(caseNo).orElseThrow();
        assertThat(score.divisionMean()).isGreaterThan(score.expertMean());
        assertThat(score.total())
                .isEqualByComparingTo(score.divisionMean()
                        .multiply(new BigDecimal(division))
                        .add(score.expertMean().multiply(new BigDecimal(expert))));
    }

    @Test
    @DisplayName("预审规则:本市的批次用本市的判定表,全省的用省的")
    void itsOwnTable() {
        Policy city = policies.latest(POLICY).orElseThrow();
        Policy province = policies.latest("liaoning-2021").orElseThrow();
        Map<String, Object> facts = Map.of("chainListed", false);
        assertThat(preCheck.advise(city, 1, facts).orElseThrow().reason()).contains("未列入本市发布的");
        assertThat(preCheck.advise(province, 1, facts).orElseThrow().reason()).contains("未列入已发布的");
    }

    @Test
    @DisplayName("省的表单不提供本市的政策和批次,本市的也不提供省的;选错的被拒绝")
    void whatIsOffered() {
        assertThat(values("office1", null, RoundProcess.KEY, "policyChoices"))
                .contains("liaoning-2021")
                .doesNotContain(POLICY);
        assertThat(values("office1", CITY, RoundProcess.KEY, "policyChoices")).containsExactly(POLICY);
        assertThat(values("office1", CITY, RoundProcess.KEY, "areaChoices")).containsExactly(CITY);
        Alliance here = fixture.allianceOf(CITY);
        String person = FixtureRegistry.personOf(here.leadCode());
        assertThat(values(person, CITY, RoundProcess.ALLIANCE_EVALUATION, "roundChoices"))
                .containsExactly(cityRound);
        assertThat(values(person, null, RoundProcess.ALLIANCE_EVALUATION, "roundChoices"))
                .contains(provincialRound)
                .doesNotContain(cityRound);
        assertThatThrownBy(() -> steps.apply(cityRound, here)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> applyInCity(provincialRound, here)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.start("office1", RoundProcess.KEY, opening(POLICY)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> desk.startIn(CITY, "office1", RoundProcess.KEY, opening("liaoning-2021")))
                .isInstanceOf(Refusal.class);
        assertThat(values("super1", null, PublicityProcess.OBJECTION_KEY, "cases"))
                .doesNotContain(own);
    }

    private List<String> values(
            String person, @org.jspecify.annotations.Nullable String area, String process, String field) {
        return desk.offered(person, area, process, field);
    }
}
