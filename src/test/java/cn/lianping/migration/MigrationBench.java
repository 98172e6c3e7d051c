package cn.lianping.migration;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.MySqlPlatformTest;
import cn.lianping.audit.AuditTrail;
import cn.lianping.change.SecondCountersign;
import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PackagedFiles;
import cn.lianping.identity.CurrentActor;
import cn.lianping.monitoring.CopiedRuns;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * {@code bin/bench migration}: running cases at every wait state of the stages go on by new versions of their diagrams, on
 * MySQL. None may be lost, each must have its entry in the log, and what they wait for must be what it was.
 */
@MySqlPlatformTest
class MigrationBench {

    private static final int CASES = Integer.getInteger("lianping.bench.cases", 1_000);

    /** What a running case consists of; ids of jobs change, for the engine makes them anew. */
    private static final Map<String, String> STATE = Map.of(
            "任务",
            "SELECT GROUP_CONCAT(SHA2(CONCAT_WS('|', ID_, TASK_DEF_KEY_, ASSIGNEE_, DUE_DATE_), 256) ORDER BY ID_) FROM ACT_RU_TASK",
            "定时",
            "SELECT GROUP_CONCAT(one) FROM (SELECT CONCAT_WS('|', HANDLER_TYPE_, DUEDATE_, COUNT(*)) one FROM ACT_RU_JOB"
                    + " GROUP BY HANDLER_TYPE_, DUEDATE_ ORDER BY 1) jobs",
            "消息",
            "SELECT GROUP_CONCAT(one) FROM (SELECT CONCAT_WS('|', EVENT_NAME_, COUNT(*)) one FROM ACT_RU_EVENT_SUBSCR"
                    + " GROUP BY EVENT_NAME_ ORDER BY 1) messages",
            "变量",
            "SELECT GROUP_CONCAT(one) FROM (SELECT CONCAT_WS('|', NAME_, COUNT(*)) one FROM ACT_RU_VARIABLE"
                    + " GROUP BY NAME_ ORDER BY 1) variables");

    private final Migrations migrations;
    private final MigrationRunner runner;
    private final MigrationMapper mapper;
    private final DeployedModels models;
    private final PackagedFiles packaged;
    private final RepositoryService repository;
    private final CurrentActor actor;
    private final AuditTrail trail;
    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final String url;
    private final StringBuilder report = new StringBuilder();

    @Autowired
    MigrationBench(
            Migrations migrations,
            MigrationRunner runner,
            MigrationMapper mapper,
            DeployedModels models,
            PackagedFiles packaged,
            RepositoryService repository,
            CurrentActor actor,
            AuditTrail trail,
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            @Value("${spring.datasource.url}") String url) {
        this.migrations = migrations;
        this.runner = runner;
        this.mapper = mapper;
        this.models = models;
        this.packaged = packaged;
        this.repository = repository;
        this.actor = actor;
        this.trail = trail;
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.url = url;
    }

    @Test
    void everybodyGoesOn() throws IOException {
        List<String> standing = atEveryWaitState();
        try (CopiedRuns runs =
                new CopiedRuns(url, System.getenv("LIANPING_MYSQL_OWNER"), System.getenv("LIANPING_MYSQL_PASSWORD"))) {
            int copies = (CASES + standing.size() - 1) / standing.size() - 1;
            for (String model : standing) {
                runs.copy(model, cases.require(model).processInstanceId(), copies);
            }
            JdbcTemplate sql = runs.sql();
            sql.execute("SET SESSION group_concat_max_len = 100000000");
            Map<String, String> before = state(sql);
            Map<String, String> old = newest();
            models.deploy("新一版", null, changed());
            say("%d 件,停在 %d 个等候处".formatted((copies + 1) * standing.size(), waitStates(sql)));
            say("");
            say("| 流程 | 在办 | 试迁移:成功/失败 | 秒 | 迁移:成功/失败 | 秒 | 每件语句 |");
            say("|---|---|---|---|---|---|---|");
            Map<String, String> next = newest();
            for (String key : changed().keySet().stream()
                    .filter(path -> path.endsWith(".bpmn"))
                    .map(path -> path.replaceAll(".*/|\\.bpmn", ""))
                    .toList()) {
                migrate(sql, key, of(old, key), of(next, key));
            }
            assertThat(state(sql)).isEqualTo(before);
            Integer left = sql.queryForObject(
                    "SELECT COUNT(*) FROM ACT_RU_EXECUTION WHERE PROC_DEF_ID_ IN ('%s')"
                            .formatted(String.join("', '", changedFrom(old))),
                    Integer.class);
            assertThat(left).as("still on the former versions").isZero();
        }
        Path file = Path.of("target/bench/migration.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
    }

    /** One case at each place where a case may wait for people, the round or time. */
    private List<String> atEveryWaitState() {
        List<String> standing = new ArrayList<>();
        String ended = rounds.open();
        String awaitsRelease = steps.scored(ended);
        rounds.toEndedPublicity(ended);
        standing.add(awaitsRelease);
        String deliberated = rounds.open();
        String awaitsPublicity = steps.scored(deliberated);
        rounds.closeIntake(deliberated);
        rounds.deliberate(deliberated, Map.of());
        standing.add(awaitsPublicity);
        String round = rounds.open();
        for (Runner way : ways()) {
            String caseNo = steps.apply(round);
            way.go(caseNo);
            standing.add(caseNo);
        }
        return standing;
    }

    private interface Runner {
        void go(String caseNo);
    }

    private List<Runner> ways() {
        return List.of(
                caseNo -> {},
                steps::fillElements,
                caseNo -> {
                    steps.fillElements(caseNo);
                    steps.sealAll(caseNo);
                    jobs.runAll(caseNo);
                },
                steps::toPreliminaryReview,
                caseNo -> {
                    steps.toPreliminaryReview(caseNo);
                    desk.complete(caseNo, PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT, CaseSteps.pass());
                    jobs.runAll(caseNo);
                },
                caseNo -> {
                    steps.toPreliminaryReview(caseNo);
                    steps.reviewAndPass(caseNo);
                },
                caseNo -> {
                    steps.toPreliminaryReview(caseNo);
                    steps.toComprehensiveEvaluation(caseNo);
                },
                caseNo -> {
                    steps.toPreliminaryReview(caseNo);
                    steps.toComprehensiveEvaluation(caseNo);
                    steps.confirmPanel(caseNo);
                },
                caseNo -> {
                    steps.toPreliminaryReview(caseNo);
                    steps.toComprehensiveEvaluation(caseNo);
                    steps.toScore(caseNo);
                });
    }

    /** The diagrams of a case, each with something new: a step more in the preliminary review, other words in the others. */
    private Map<String, String> changed() {
        Map<String, String> files = new TreeMap<>(SecondCountersign.files());
        for (String path : List.of(
                "processes/alliance-evaluation.bpmn",
                "processes/self-evaluation/self-evaluation.bpmn",
                "processes/comprehensive-evaluation/comprehensive-evaluation.bpmn")) {
            String text = new String(packaged.find(path).orElseThrow(), StandardCharsets.UTF_8);
            files.put(path, text.replaceFirst("(<bpmn:process [^>]* name=\")", "$1新"));
        }
        return files;
    }

    private void migrate(JdbcTemplate sql, String key, String from, String to) {
        assertThat(to).as(key).isNotEqualTo(from);
        String id = as("admin1", () -> migrations.propose(from, to, Map.of(), null, "办法修订"));
        long began = System.nanoTime();
        as("admin1", () -> {
            migrations.tryOut(id);
            return id;
        });
        double tried = seconds(began);
        as("admin2", () -> {
            migrations.confirm(id);
            return id;
        });
        MigrationRow trial = Objects.requireNonNull(mapper.find(id));
        long asked = questions(sql);
        began = System.nanoTime();
        runner.work();
        double moved = seconds(began);
        asked = questions(sql) - asked;
        int done = mapper.cases(id, "DONE").size();
        int failed = mapper.cases(id, "FAILED").size();
        say(String.format(
                Locale.ROOT,
                "| %s | %d | %d / %d | %.1f | %d / %d | %.1f | %.1f |",
                key,
                done + failed,
                trial.triedDone(),
                trial.triedFailed(),
                tried,
                done,
                failed,
                moved,
                (double) asked / (done + failed)));
        assertThat(failed).as(key).isZero();
        for (MigrationMapper.CaseRow one : mapper.cases(id, "DONE")) {
            assertThat(trail.entries(String.valueOf(one.caseNo())))
                    .as(one.instanceId())
                    .anyMatch(entry -> entry.subject().equals(one.instanceId())
                            && entry.details().contains(id));
        }
    }

    private <T> T as(String user, Supplier<T> work) {
        return actor.callAs(user, work);
    }

    private Map<String, String> newest() {
        Map<String, String> newest = new TreeMap<>();
        repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list()
                .forEach(one -> newest.put(one.getKey(), one.getId()));
        return newest;
    }

    private List<String> changedFrom(Map<String, String> old) {
        return changed().keySet().stream()
                .filter(path -> path.endsWith(".bpmn"))
                .map(path -> of(old, path.replaceAll(".*/|\\.bpmn", "")))
                .toList();
    }

    private static String of(Map<String, String> ids, String key) {
        return Objects.requireNonNull(ids.get(key), key);
    }

    private static Map<String, String> state(JdbcTemplate sql) {
        Map<String, String> state = new LinkedHashMap<>();
        STATE.forEach((what, query) -> state.put(what, String.valueOf(sql.queryForObject(query, String.class))));
        return state;
    }

    private static int waitStates(JdbcTemplate sql) {
        Integer found = sql.queryForObject(
                "SELECT COUNT(DISTINCT PROC_DEF_ID_, ACT_ID_) FROM ACT_RU_EXECUTION"
                        + " WHERE ACT_ID_ IS NOT NULL AND IS_ACTIVE_ = 1 AND BUSINESS_KEY_ IS NULL",
                Integer.class);
        return found == null ? 0 : found;
    }

    private static long questions(JdbcTemplate sql) {
        Long asked = sql.queryForObject(
                "SELECT VARIABLE_VALUE FROM performance_schema.global_status WHERE VARIABLE_NAME = 'Questions'",
                Long.class);
        return asked == null ? 0 : asked;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }
}
