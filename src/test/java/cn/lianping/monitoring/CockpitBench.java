package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.MySqlPlatformTest;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.web.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Cockpit's start page and list of processes with many running cases, as a manager's browser asks for them over HTTP, on
 * MySQL: part of {@code bin/bench monitoring}. Kept in {@code target/bench/cockpit.md}.
 */
@MySqlPlatformTest
class CockpitBench {

    private static final int CASES = Integer.getInteger("lianping.bench.cases", 10_000);
    private static final int TIMES = 15;
    private static final int WARM_UP = 3;
    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default";
    private static final String PAGES = "/camunda/api/lianping/monitoring";

    /** What might help the engine's own counts; the platform does not create them. */
    private static final List<String> INDEXES = List.of(
            "bench_execution ON ACT_RU_EXECUTION (PARENT_ID_, PROC_DEF_ID_, PROC_INST_ID_)",
            "bench_task ON ACT_RU_TASK (ASSIGNEE_, PROC_INST_ID_)",
            "bench_link ON ACT_RU_IDENTITYLINK (TASK_ID_, TYPE_, GROUP_ID_, USER_ID_)");

    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final Folding folding;
    private final String url;
    private final StringBuilder report = new StringBuilder();

    @LocalServerPort
    private int port;

    @Autowired
    CockpitBench(
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            Folding folding,
            @Value("${spring.datasource.url}") String url) {
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.folding = folding;
        this.url = url;
    }

    @Test
    void startPage() throws IOException {
        String round = rounds.open();
        List<String> models = steps.inThreeStages(round);
        try (CopiedRuns runs =
                new CopiedRuns(url, System.getenv("LIANPING_MYSQL_OWNER"), System.getenv("LIANPING_MYSQL_PASSWORD"))) {
            say("| 规模 | 请求 | 中位毫秒 | P95 毫秒 | 字节 |");
            say("| --- | --- | --- | --- | --- |");
            measure("3 件", round);
            for (String model : models) {
                runs.copy(model, cases.require(model).processInstanceId(), CASES / 3);
            }
            folding.refold();
            runs.sql()
                    .execute("ANALYZE TABLE ACT_RU_EXECUTION, ACT_RU_TASK, ACT_RU_IDENTITYLINK, ACT_RU_VARIABLE,"
                            + " ACT_HI_ACTINST, task_fact, stage_passage");
            for (String table : List.of("ACT_RU_EXECUTION", "ACT_RU_TASK", "ACT_HI_ACTINST", "task_fact")) {
                System.out.println(table + ": " + runs.sql().queryForObject("SELECT COUNT(*) FROM " + table, Long.class)
                        + " rows");
            }
            measure(CASES + " 件", round);
            INDEXES.forEach(index -> runs.sql().execute("CREATE INDEX " + index));
            runs.sql().execute("ANALYZE TABLE ACT_RU_EXECUTION, ACT_RU_TASK, ACT_RU_IDENTITYLINK");
            measure(CASES + " 件,加索引", round);
        }
        Path file = Path.of("target/bench/cockpit.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
    }

    /** As recorded from the browser; what it asks twice stands twice. */
    private static Map<String, List<String>> pages(String round) {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        String filter = "round=" + round + "&area=*&field=*&department=*";
        pages.put(
                "概览页,Cockpit 自己的",
                List.of(
                        ENGINE + "/task/count",
                        ENGINE + "/process-definition/count?latestVersion=true",
                        ENGINE + "/process-definition/statistics?rootIncidents=true",
                        ENGINE + "/decision-definition/count?latestVersion=true",
                        ENGINE + "/task/count?unfinished=true&assigned=true",
                        ENGINE + "/task/count?unfinished=true&unassigned=true&withCandidateGroups=true",
                        ENGINE + "/task/count?unfinished=true&unassigned=true&withoutCandidateGroups=true",
                        ENGINE + "/case-definition/count?latestVersion=true",
                        ENGINE + "/deployment/count"));
        pages.put(
                "概览页上的阶段看板",
                List.of(
                        PAGES + "/options",
                        PAGES + "/board?" + filter,
                        PAGES + "/comparison?by=area&" + filter,
                        PAGES + "/forecast?round=" + round));
        pages.put(
                "流程列表",
                List.of(
                        COCKPIT + "/process-definition/statistics-count",
                        COCKPIT
                                + "/process-definition/statistics?firstResult=0&maxResults=50&sortBy=name&sortOrder=asc"));
        return pages;
    }

    private void measure(String size, String round) {
        Visitor manager = Visitor.loggedIn(port, "manager1");
        pages(round).forEach((page, requests) -> {
            double sum = 0;
            for (String request : requests) {
                sum += measure(size, manager, request);
            }
            say(String.format(Locale.ROOT, "| %s | **%s,合计** | %.1f | | |", size, page, sum));
        });
    }

    private double measure(String size, Visitor manager, String request) {
        List<Double> taken = new ArrayList<>();
        int bytes = 0;
        for (int i = -WARM_UP; i < TIMES; i++) {
            long began = System.nanoTime();
            Visitor.Answer answer = manager.get(request);
            double milliseconds = (System.nanoTime() - began) / 1e6;
            assertThat(answer.status()).as(request).isEqualTo(200);
            bytes = answer.body().length();
            if (i >= 0) {
                taken.add(milliseconds);
            }
        }
        taken.sort(null);
        double median = taken.get(taken.size() / 2);
        String shown = request.replaceFirst(
                "^.*/(?=(process-|decision-|case-)?(definition|task|deployment|options|board|comparison|forecast))",
                "");
        say(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %.1f | %d |",
                size,
                shown,
                median,
                taken.get((int) Math.ceil(0.95 * taken.size()) - 1),
                bytes));
        return median;
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }
}
