package cn.lianping.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.MySqlPlatformTest;
import cn.lianping.alliance.Registry;
import cn.lianping.alliance.RegistryImport;
import cn.lianping.engine.PlatformClock;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.RoundSteps;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What Tasklist costs with many open tasks, on MySQL: {@code bin/bench tasklist}. People come with their own session over
 * HTTP and ask what Tasklist asks; the database's own counters say how many statements and commits that took. Measured
 * with a tenth of the tasks and with all of them. The figures are printed and kept in {@code target/bench/tasklist.md};
 * what must hold is checked, by the medians: the engine's own
 * metrics are written now and then in between.
 */
@MySqlPlatformTest
class TasklistBench {

    private static final int TIMES = 60;
    private static final int TASKS = Integer.getInteger("lianping.bench.tasks", 10_000);
    private static final int PEOPLE = Integer.getInteger("lianping.bench.people", 500);

    /** People beside the lead enterprises: departments, experts' and member units, experts, demonstration staff. */
    private static final int OTHER_PEOPLE = 90;

    private final List<String> rows = new ArrayList<>();
    private final RegistryImport imports;
    private final Registry registry;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identities;
    private final PlatformClock clock;
    private final JdbcTemplate sql;
    private final String url;

    @LocalServerPort
    private int port;

    @Autowired
    TasklistBench(
            RegistryImport imports,
            Registry registry,
            CaseSteps steps,
            RoundSteps rounds,
            RuntimeService runtime,
            TaskService tasks,
            IdentityService identities,
            PlatformClock clock,
            JdbcTemplate sql,
            @Value("${spring.datasource.url}") String url) {
        this.imports = imports;
        this.registry = registry;
        this.steps = steps;
        this.rounds = rounds;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identities = identities;
        this.clock = clock;
        this.sql = sql;
        this.url = url;
    }

    @Test
    void measure() throws Exception {
        BenchRegistry alliances = new BenchRegistry(PEOPLE - OTHER_PEOPLE, OpenTaskSeed.alliancesFor(TASKS));
        assertThat(imports.run(alliances.files()).problems()).isEmpty();
        OpenTaskSeed seed = new OpenTaskSeed(steps, registry, runtime, sql, clock, alliances, rounds.open());

        try (DatabaseMeter meter = new DatabaseMeter(url, "lianping", "lianping")) {
            Desks desks = new Desks(port, meter);
            List<Sample> few = measure(seed, desks, TASKS / 10);
            List<Sample> many = measure(seed, desks, TASKS);
            rows.add(bare(meter).row("—"));
            report(few, many);
        }
    }

    private List<Sample> measure(OpenTaskSeed seed, Desks desks, int size) {
        long began = System.nanoTime();
        seed.growTo(size);
        long open = tasks.createTaskQuery().count();
        System.out.printf(
                "%d open tasks, %d people, seeded in %d s%n",
                open, identities.createUserQuery().count(), (System.nanoTime() - began) / 1_000_000_000);
        analyse();
        List<Sample> samples = new ArrayList<>();
        samples.add(desks.everybody("打开列表:市部门,本部门待办", science(), "本部门待办"));
        samples.add(desks.everybody("打开列表:企业,本单位待办", leads(), "本单位待办"));
        samples.add(desks.everybody("打开列表:管理人员,全部待办", List.of("manager1"), "全部待办"));
        samples.add(desks.search("搜索联盟名称:市部门", science(), "压测联盟1"));
        samples.add(desks.search("搜索联盟名称:管理人员", List.of("manager1"), "压测联盟77"));
        samples.add(desks.search("搜索案卷号:管理人员", List.of("manager1"), "-0042"));
        Map<String, String> reviews = open(PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT);
        Map<String, String> elements = open(SelfEvaluationProcess.SELF_EVALUATE_ELEMENT);
        samples.add(desks.open("打开任务:科技部门复核", reviews));
        samples.add(desks.open("打开任务:填写要素自评", elements));
        samples.add(
                desks.complete("办结任务:科技部门复核", reviews, Map.of("authentic", true, "complete", true, "outcome", "PASS")));
        samples.add(desks.complete("办结任务:填写要素自评", elements, Map.of("met", "1", "statement", "论述说明")));
        String shown = String.format("%,d", size);
        samples.forEach(sample -> rows.add(sample.row(shown)));
        return samples;
    }

    /** The server's own statistics follow in the background and late; without them the first figures are of another plan. */
    private void analyse() {
        for (String table : List.of("ACT_RU_TASK", "ACT_RU_IDENTITYLINK", "ACT_RU_EXECUTION", "ACT_RU_AUTHORIZATION")) {
            sql.execute("ANALYZE TABLE " + table);
        }
    }

    private static List<String> science() {
        return BenchRegistry.AREAS.stream()
                .map(area -> "sci" + area.toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private List<String> leads() {
        return tasks
                .createTaskQuery()
                .taskDefinitionKey(SelfEvaluationProcess.SELF_EVALUATE_ELEMENT)
                .listPage(0, 5000)
                .stream()
                .map(this::lead)
                .distinct()
                .limit(TIMES)
                .toList();
    }

    private String lead(Task task) {
        return FixtureRegistry.personOf(String.valueOf(runtime.getVariable(task.getExecutionId(), "leadCode")));
    }

    /** Open tasks of a kind and who is to do them; not the element that asks for a chain. */
    private Map<String, String> open(String taskKey) {
        Map<String, String> found = new java.util.LinkedHashMap<>();
        Iterator<Task> open = tasks.createTaskQuery()
                .taskDefinitionKey(taskKey)
                .listPage(0, 5000)
                .iterator();
        while (found.size() < TIMES && open.hasNext()) {
            Task task = open.next();
            if (taskKey.equals(PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT)) {
                String area = String.valueOf(runtime.getVariable(task.getExecutionId(), "area"));
                found.put(task.getId(), "sci" + area.toLowerCase(java.util.Locale.ROOT));
            } else if (!"1".equals(runtime.getVariable(task.getExecutionId(), SelfEvaluationProcess.ELEMENT.name()))) {
                found.put(task.getId(), lead(task));
            }
        }
        return found;
    }

    private Sample bare(DatabaseMeter meter) {
        Sample sample = new Sample("办结任务:同一图,裸引擎");
        try (BareEngine engine = new BareEngine(url, "lianping", "lianping")) {
            List<String> open = new ArrayList<>();
            for (int n = 0; n < TIMES + 5; n++) {
                open.add(engine.start(n));
            }
            Map<String, Object> form = Map.of("authentic", true, "complete", true, "outcome", "PASS");
            open.subList(0, 5).forEach(task -> engine.complete(task, form));
            for (String task : open.subList(5, open.size())) {
                DatabaseMeter.Count before = meter.now();
                long began = System.nanoTime();
                engine.complete(task, form);
                sample.add(System.nanoTime() - began, meter.now().minus(before), 0);
            }
        }
        return sample;
    }

    private void report(List<Sample> few, List<Sample> many) throws IOException {
        StringBuilder text = new StringBuilder(
                "| 操作 | 待办总数 | 次数 | 中位毫秒 | 95% 毫秒 | 语句中位 | 语句最多 | 提交 | 应答字节 |\n|---|---|---|---|---|---|---|---|---|\n");
        rows.forEach(row -> text.append(row).append('\n'));
        text.append("\n| 操作 | 语句:多/少 | 中位毫秒:多/少 |\n|---|---|---|\n");
        for (int i = 0; i < many.size(); i++) {
            text.append(String.format(
                    "| %s | %d / %d | %.1f / %.1f |%n",
                    many.get(i).name(),
                    many.get(i).medianStatements(),
                    few.get(i).medianStatements(),
                    many.get(i).medianMilliseconds(),
                    few.get(i).medianMilliseconds()));
        }
        Path file = Path.of("target", "bench", "tasklist.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println(text);
        for (int i = 0; i < many.size(); i++) {
            assertThat(many.get(i).medianStatements())
                    .as("statements of %s", many.get(i).name())
                    .isLessThanOrEqualTo(few.get(i).medianStatements());
            if (many.get(i).name().startsWith("办结")) {
                assertThat(many.get(i).medianCommits())
                        .as("commits of %s", many.get(i).name())
                        .isEqualTo(1);
            }
        }
    }
}
