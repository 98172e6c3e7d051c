package cn.lianping.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.MySqlPlatformTest;
import cn.lianping.monitoring.CopiedRuns;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.RoundSteps;
import cn.lianping.rehearsal.past.Past;
import cn.lianping.round.Cases;
import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * {@code bin/bench rehearsal}: a rehearsal with one finished round of many cases to replay, its time and memory, and how fast
 * the running platform on MySQL answers meanwhile. Kept in {@code target/bench/replay.md}.
 */
@MySqlPlatformTest
class ReplayBench {

    private static final int REPLAYED = Integer.getInteger("lianping.bench.replayed", 500);
    private static final int RUNNING = 900;
    private static final int TIMES_ALONE = 300;
    private static final int WARM_UP = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Preparation preparation;
    private final AutowireCapableBeanFactory beans;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final String url;
    private final String memory;
    private final Map<String, Asked> requests = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    @TempDir
    private Path folder;

    @Autowired
    ReplayBench(
            Preparation preparation,
            AutowireCapableBeanFactory beans,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            @Value("${spring.datasource.url}") String url,
            @Value("${lianping.rehearsal.memory:1g}") String memory) {
        this.preparation = preparation;
        this.beans = beans;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.url = url;
        this.memory = memory;
    }

    /** Who asks for what. */
    private record Asked(Visitor visitor, String path) {}

    @Test
    void manyReplayedCases() throws Exception {
        FinishedRound.Numbers played = beans.createBean(FinishedRound.class).play();
        preparation.prepare(
                folder,
                new RehearsalRow("bench", null, "", null, RehearsalRow.RUNNING, 0, "", false, "admin1", 0, null),
                Map.of());
        Path recorded = folder.resolve(Request.ROUNDS);
        new ManyCases(recorded.resolve(played.round() + ".json"), recorded.resolve(Past.REGISTRY)).make(REPLAYED);
        running();
        Map<String, List<Double>> alone = new LinkedHashMap<>();
        for (int i = -WARM_UP; i < TIMES_ALONE; i++) {
            askAll(i < 0 ? new LinkedHashMap<>() : alone);
        }
        Map<String, List<Double>> during = new LinkedHashMap<>();
        Process process = new JavaCommand(memory).start(Rehearsal.class, folder, REPLAYED > RehearsalProcess.MANY);
        long resident = 0;
        try {
            while (process.isAlive()) {
                askAll(during);
                resident = Math.max(resident, residentMb(process));
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(JavaCommand.LOG)))
                .isZero();
        JsonNode report = JSON.readTree(folder.resolve(ProgressFile.REPORT).toFile());
        write(report, resident, alone, during);
        JsonNode replay = report.path("replay");
        assertThat(replay.path("total").asInt()).isEqualTo(REPLAYED);
        // nothing was drafted, so nothing may differ
        assertThat(replay.path("same").asInt()).isEqualTo(REPLAYED);
    }

    /** Cases that stand in three stages, and who looks at what of them. */
    private void running() {
        String round = rounds.open();
        List<String> models = steps.inThreeStages(round);
        try (CopiedRuns runs =
                new CopiedRuns(url, System.getenv("LIANPING_MYSQL_OWNER"), System.getenv("LIANPING_MYSQL_PASSWORD"))) {
            for (String model : models) {
                runs.copy(model, cases.require(model).processInstanceId(), RUNNING / 3);
            }
            runs.sql().execute("ANALYZE TABLE ACT_RU_EXECUTION, ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_VARIABLE");
        }
        Visitor manager = Visitor.loggedIn(port, "manager1");
        Visitor city = Visitor.loggedIn(port, "sci210200");
        Visitor administrator = Visitor.loggedIn(port, "admin1");
        String engine = "/camunda/api/engine/engine/default";
        requests.put("待办列表(市科技部门)", new Asked(city, engine + "/task?sortBy=dueDate&sortOrder=asc&maxResults=15"));
        requests.put(
                "阶段看板(管理人员)",
                new Asked(
                        manager,
                        "/camunda/api/lianping/monitoring/board?round=" + round + "&area=*&field=*&department=*"));
        requests.put(
                "流程统计(Cockpit)",
                new Asked(
                        manager,
                        "/camunda/api/cockpit/plugin/base/default/process-definition/statistics?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc"));
        requests.put("流程设计清单(管理员)", new Asked(administrator, "/design/api/designs"));
    }

    private void askAll(Map<String, List<Double>> into) {
        requests.forEach((name, asked) -> {
            long began = System.nanoTime();
            Visitor.Answer answer = asked.visitor().get(asked.path());
            double milliseconds = (System.nanoTime() - began) / 1e6;
            assertThat(answer.status()).as(asked.path()).isEqualTo(200);
            into.computeIfAbsent(name, key -> new ArrayList<>()).add(milliseconds);
        });
    }

    /** The most memory that the process ever had; 0 where the system does not tell. */
    private static long residentMb(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(kilobytes -> Long.parseLong(kilobytes) >> 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // it ended while we looked
            return 0;
        }
    }

    private static void write(
            JsonNode report, long resident, Map<String, List<Double>> alone, Map<String, List<Double>> during)
            throws IOException {
        JsonNode replay = report.path("replay");
        JsonNode coverage = report.path("coverage");
        StringBuilder text = new StringBuilder();
        text.append("重演 %d 件(相同 %d,不同 %d,卡住 %d),走查分支 %d/%d,共 %.0f 秒;堆最多 %d MB,进程最多 %d MB%n%n"
                .formatted(
                        replay.path("total").asInt(),
                        replay.path("same").asInt(),
                        replay.path("different").asInt(),
                        replay.path("stuck").asInt(),
                        coverage.path("walked").asInt(),
                        coverage.path("branches").asInt(),
                        report.path("seconds").asDouble(),
                        report.path("heapMb").asLong(),
                        resident));
        text.append(
                "| 请求(在办 %d 件) | 平时:中位 / 95 %% 毫秒 | 试运行时:中位 / 95 %% 毫秒 | 次数 |%n|---|---|---|---|%n".formatted(RUNNING));
        new TreeMap<>(during)
                .forEach((name, times) -> text.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %d |%n",
                        name,
                        figures(Objects.requireNonNull(alone.get(name))),
                        figures(times),
                        times.size())));
        replay.path("cases").forEach(one -> {
            if (!one.path("same").asBoolean()) {
                System.out.println(one.path("caseNo").asText() + " "
                        + one.path("stuck").asText() + one.path("rank") + one.path("score") + one.path("workingDays"));
            }
        });
        System.out.println(text);
        Path file = Path.of("target", "bench", "replay.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String figures(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "%.0f / %.0f",
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1));
    }
}
