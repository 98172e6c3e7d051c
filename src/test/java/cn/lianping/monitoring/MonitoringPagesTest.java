package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.round.Cases;
import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@DisplayName("阶段看板的接口")
class MonitoringPagesTest {

    private static final String PAGES = "/camunda/api/lianping/monitoring";
    private static final String PROGRAMS = "/api/monitoring";

    @LocalServerPort
    private int port;

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final Registry registry;
    private final Folding folding;
    private final Alerts alerts;
    private final StageMetrics metrics;
    private final IdentityService identities;
    private final JdbcTemplate sql;

    @Autowired
    MonitoringPagesTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            Registry registry,
            Folding folding,
            Alerts alerts,
            StageMetrics metrics,
            IdentityService identities,
            JdbcTemplate sql) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.folding = folding;
        this.alerts = alerts;
        this.metrics = metrics;
        this.identities = identities;
        this.sql = sql;
    }

    /** One case waits overdue in the self-evaluation, one in the comprehensive evaluation with its experts. */
    private record Stuck(String round, String atSelf, String atExperts) {}

    private Stuck stuck() {
        String round = rounds.open();
        String atSelf = steps.apply(round);
        String atExperts = steps.apply(round);
        steps.toPreliminaryReview(atExperts);
        jobs.moveTo("2026-01-08T15:00:00");
        steps.toComprehensiveEvaluation(atExperts);
        steps.confirmPanel(atExperts);
        jobs.moveTo("2026-03-02T10:00:00");
        return new Stuck(round, atSelf, atExperts);
    }

    private String areaManager(String area) {
        String group = "manager-" + area;
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            identities.saveGroup(identities.newGroup(group));
        }
        return desk.newPerson(group);
    }

    private static JsonNode stage(JsonNode board, String code) {
        for (JsonNode one : board.path("stages")) {
            if (one.path("stage").asText().equals(code)) {
                return one;
            }
        }
        throw new AssertionError(board.toString());
    }

    @Test
    @DisplayName("管理人员:看板、比较、清单、节点、时间、导出,专家姓名不出现")
    void managersSeeWhereItIsStuck() throws IOException {
        Stuck stuck = stuck();
        Visitor manager = Visitor.loggedIn(port, "manager1");
        String round = "round=" + stuck.round();
        JsonNode before = manager.get(PAGES + "/board?" + round).json();
        folding.foldAll();
        JsonNode board = manager.get(PAGES + "/board?" + round).json();
        assertThat(board.path("stages")).as("counted or not, the same").isEqualTo(before.path("stages"));
        assertThat(board.path("trend")).isEqualTo(before.path("trend"));
        JsonNode self = stage(board, "self-evaluation");
        assertThat(List.of(
                        self.path("in").asInt(),
                        self.path("waiting").asInt(),
                        self.path("out").asInt()))
                .containsExactly(2, 1, 1);
        assertThat(self.path("overdue").asInt()).isEqualTo(1);
        assertThat(self.path("oldestCase").asText()).isEqualTo(stuck.atSelf());
        assertThat(stage(board, "preliminary-review").path("median").decimalValue())
                .isEqualByComparingTo("3.6");
        assertThat(board.path("overdue")).isNotEmpty();
        assertThat(board.path("overdue").findValuesAsText("holder")).contains("评审专家");

        List<String> answers = new ArrayList<>(List.of(board.toString()));
        for (String path : List.of(
                "/options",
                "/comparison?by=area&stage=self-evaluation&" + round,
                "/comparison?by=division&stage=comprehensive-evaluation&" + round,
                "/comparison?by=panel&stage=comprehensive-evaluation&" + round,
                "/comparison?by=round",
                "/cases?measure=waiting&stage=comprehensive-evaluation&" + round,
                "/cases?measure=overdue&stage=self-evaluation&" + round,
                "/cases?measure=in&node=comprehensive-evaluation/userTask_reviewByExpert&" + round,
                "/cases?measure=waiting&department=expert&stage=comprehensive-evaluation&" + round,
                "/nodes?definition=comprehensive-evaluation&" + round,
                "/nodes?definition=alliance-evaluation&" + round,
                "/nodes?definition=evaluation-round",
                "/time?" + round,
                "/cases/" + stuck.atExperts() + "/history",
                "/instances/" + cases.require(stuck.atExperts()).processInstanceId() + "/nodes")) {
            Visitor.Answer answer = manager.get(PAGES + path);
            assertThat(answer.status()).as("%s %s", path, answer.body()).isEqualTo(200);
            answers.add(answer.body());
        }
        for (String answer : answers) {
            registry.experts()
                    .forEach(expert -> assertThat(answer)
                            .doesNotContain("\"" + expert.name() + "\"")
                            .doesNotContain(expert.name() + "\"")
                            .doesNotContain(expert.userId()));
        }
        JsonNode late = manager.get(PAGES + "/cases?measure=overdue&stage=self-evaluation&" + round)
                .json();
        assertThat(late.path("total").asInt()).isEqualTo(1);
        assertThat(late.path("rows").path(0).path("caseNo").asText()).isEqualTo(stuck.atSelf());
        JsonNode compared = manager.get(PAGES + "/comparison?by=area&stage=self-evaluation&" + round)
                .json();
        assertThat(compared.path("rows").findValuesAsText("oldestCase")).contains(stuck.atSelf());
        JsonNode nodes = manager.get(PAGES + "/nodes?definition=comprehensive-evaluation&" + round)
                .json();
        for (JsonNode node : nodes.path("nodes")) {
            if (node.path("id").asText().equals(ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT)) {
                assertThat(node.path("waiting").asInt()).isEqualTo(5);
                assertThat(node.path("overdue").asInt()).isEqualTo(5);
            }
        }
        for (String view : List.of("board", "overdue", "comparison&by=area", "cases&stage=self-evaluation", "time")) {
            Visitor.Download file = manager.download(PAGES + "/export.xlsx?view=" + view + "&" + round);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.disposition()).startsWith("attachment");
            try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()))) {
                assertThat(workbook.getFirstSheet().read()).hasSizeGreaterThan(1);
            }
        }
        assertThat(manager.get(PAGES + "/comparison?by=weather").status()).isEqualTo(400);
        assertThat(manager.get(PAGES + "/cases?stage=self-evaluation&page=-1").status())
                .isEqualTo(400);
        assertThat(manager.get(PAGES + "/cases/none/history").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("地区管理人员只见本地区;其他人什么也得不到")
    void rights() {
        Stuck stuck = stuck();
        String own = cases.require(stuck.atSelf()).areaCode();
        String other = own.equals("210100") ? "210200" : "210100";
        Visitor manager = Visitor.loggedIn(port, areaManager(own));
        JsonNode board = manager.get(PAGES + "/board?round=" + stuck.round()).json();
        assertThat(stage(board, "self-evaluation").path("waiting").asInt()).isEqualTo(1);
        board.path("overdue")
                .forEach(row -> assertThat(row.path("area").asText()).isEqualTo(own));
        assertThat(manager.get(PAGES + "/board?area=" + other).status()).isEqualTo(403);
        assertThat(manager.get(PAGES + "/thresholds").status()).isEqualTo(403);
        JsonNode options = manager.get(PAGES + "/options").json();
        assertThat(options.path("areas")).hasSize(1);
        assertThat(options.path("confined").asBoolean()).isTrue();
        assertThat(options.path("mayUrge").asBoolean()).isTrue();
        String waiting = manager.get(PAGES + "/cases?stage=self-evaluation&round=" + stuck.round())
                .json()
                .path("rows")
                .path(0)
                .path("taskId")
                .asText();
        Map<String, String> words = Map.of("opinion", "请尽快完成自评");
        assertThat(Visitor.loggedIn(port, areaManager(other))
                        .post("/camunda/api/lianping/tasks/" + waiting + "/urge", words)
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/camunda/api/lianping/tasks/" + waiting + "/urge", words)
                        .status())
                .isEqualTo(204);
        assertThat(manager.get(PAGES + "/cases/" + stuck.atSelf() + "/history").body())
                .contains(registry.organisation(cases.require(stuck.atSelf()).leadCode())
                        .name());
        Visitor stranger = Visitor.loggedIn(port, areaManager("999999"));
        for (String path : List.of(
                "/cases/" + stuck.atSelf() + "/history",
                "/instances/" + cases.require(stuck.atSelf()).processInstanceId() + "/nodes")) {
            assertThat(stranger.get(PAGES + path).status()).as(path).isEqualTo(403);
        }
        List<String> paths = List.of(
                "/options",
                "/board",
                "/comparison",
                "/cases?stage=publicity",
                "/nodes",
                "/time",
                "/export.xlsx",
                "/thresholds",
                "/alerts",
                "/cases/" + stuck.atSelf() + "/history",
                "/instances/x/nodes");
        for (String user : List.of("office1", "party1", "super1", "fixexp01", "sci210100")) {
            Visitor visitor = Visitor.loggedIn(port, user);
            for (String base : List.of(PAGES, PROGRAMS)) {
                for (String path : paths) {
                    Visitor.Answer answer = visitor.get(base + path);
                    assertThat(answer.status()).as("%s %s%s", user, base, path).isEqualTo(403);
                    assertThat(answer.body()).doesNotContain(stuck.atSelf());
                }
            }
        }
        for (String path : paths) {
            assertThat(new Visitor(port).get(PROGRAMS + path).status()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("程序以 HTTP Basic 读取;Prometheus 指标只有环节和地区两种标签")
    void machines() throws Exception {
        Stuck stuck = stuck();
        metrics.refresh();
        HttpResponse<String> board = basic("manager1", PROGRAMS + "/board?round=" + stuck.round());
        assertThat(board.statusCode()).isEqualTo(200);
        assertThat(board.body()).contains(stuck.atSelf());
        assertThat(basic("office1", "/actuator/prometheus").statusCode()).isEqualTo(403);
        HttpResponse<String> scraped = basic("admin1", "/actuator/prometheus");
        assertThat(scraped.statusCode()).isEqualTo(200);
        List<String> own = scraped.body()
                .lines()
                .filter(line -> line.startsWith("lianping_stage"))
                .toList();
        assertThat(own)
                .anyMatch(line -> line.startsWith("lianping_stage_waiting{")
                        && line.contains("stage=\"self-evaluation\"")
                        && line.contains("area="))
                .anyMatch(line -> line.startsWith("lianping_stage_oldest_days{"))
                .allMatch(
                        line -> line.matches(
                                "lianping_stage_[a-z0-9_]+\\{(application=\"[^\"]*\",)?(area=\"[^\"]*\",)?stage=\"[a-z-]+\",?\\} [-0-9.E]+"))
                .hasSizeLessThan(6 * 16 * 2 + 6 * 3 + 1);
    }

    private HttpResponse<String> basic(String user, String path) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @DisplayName("预警:超过阈值告知一次,恢复后解除,再次超过再告知")
    void alertsOnce() {
        Stuck stuck = stuck();
        Visitor manager = Visitor.loggedIn(port, "manager1");
        assertThat(manager.send(
                                "PUT",
                                PAGES + "/thresholds",
                                List.of(Map.of("stage", "self-evaluation", "overdueShare", 2)))
                        .status())
                .isEqualTo(400);
        set(manager, 0.5, 20);
        alerts.check();
        alerts.check();
        assertThat(told(stuck)).isEqualTo(2);
        set(manager, 1, 900);
        alerts.check();
        assertThat(open(stuck)).isZero();
        set(manager, 0.5, 900);
        alerts.check();
        assertThat(told(stuck)).isEqualTo(3);
        assertThat(manager.get(PAGES + "/alerts").body()).contains("OVERDUE_SHARE", stuck.round());
        manager.send("PUT", PAGES + "/thresholds", List.of(Map.of("stage", "self-evaluation")));
        alerts.check();
        assertThat(open(stuck)).isZero();
    }

    private static void set(Visitor manager, double share, int oldest) {
        assertThat(manager.send(
                                "PUT",
                                PAGES + "/thresholds",
                                List.of(Map.of(
                                        "stage", "self-evaluation", "overdueShare", share, "oldestDays", oldest)))
                        .status())
                .isEqualTo(204);
    }

    private int told(Stuck stuck) {
        return sql.queryForObject(
                "SELECT COUNT(*) FROM reminder WHERE kind = 'ALERT' AND recipient = 'manager1' AND body LIKE ?",
                Integer.class,
                "批次 " + stuck.round() + "%");
    }

    private int open(Stuck stuck) {
        return sql.queryForObject(
                "SELECT COUNT(*) FROM stage_alert WHERE open_key IS NOT NULL AND round_no = ?",
                Integer.class,
                stuck.round());
    }
}
