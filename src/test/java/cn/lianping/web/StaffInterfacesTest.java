package cn.lianping.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.PlatformTest;
import cn.lianping.process.FixtureRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
@DisplayName("试算与期限接口")
class StaffInterfacesTest {

    private static final String PREVIEW = "/api/scoring/preview";
    private static final String PERIOD = "/api/calendar/period?start=%s&length=%d&unit=%s&firstDay=%s";
    private static final Map<String, String> OFFICE = basic("office1");
    private static final Map<String, String> ADMINISTRATOR = basic("admin1");
    private static final Map<String, String> EXPERT = basic("fixexp01");

    @LocalServerPort
    private int port;

    @Autowired
    private FixtureRegistry fixture;

    private static Map<String, String> basic(String user) {
        byte[] credentials = (user + ":demo").getBytes(StandardCharsets.UTF_8);
        return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private Visitor.Answer preview(Object... cases) {
        return new Visitor(port).post(PREVIEW, Map.of("policy", "liaoning-2021", "cases", List.of(cases)), OFFICE);
    }

    private static Map<String, Object> sheets(String name, List<?> divisions, List<?> experts) {
        return Map.of("case", name, "divisions", divisions, "experts", experts);
    }

    @Test
    @DisplayName("得分与名次逐字一致")
    void scoresToTheLastHundredth() {
        List<Integer> tenPoints = List.of(1, 1, 1, 1, 1, 1, 1, 1, 0, 0);
        var results = preview(
                        sheets("A", List.of(8, 9), List.of(9, 8, 8, 7, 10)),
                        sheets("B", List.of(8), List.of(7, 8, 8, 8)),
                        sheets("C", List.of(9, 10), List.of(8, 8, 8, 8, tenPoints)),
                        sheets("D", List.of(10), List.of(10, 10, 10, 10, 10)),
                        sheets("E", List.of(0), List.of(0, 0, 0, 0, 0)))
                .json()
                .path("results");
        assertThat(results.findValuesAsText("case")).containsExactly("A", "B", "C", "D", "E");
        assertThat(results.findValuesAsText("total")).containsExactly("8.43", "7.83", "8.45", "10.00", "0.00");
        assertThat(results.findValuesAsText("exact")).containsExactly("843/100", "313/40", "169/20", "10", "0");
        assertThat(results.findValuesAsText("rank")).containsExactly("3", "4", "2", "1", "5");
        assertThat(results.path(0).path("divisionMean").asText()).isEqualTo("8.5000");
        assertThat(results.path(1).path("missing").asText()).isEqualTo("有效评审表不足 4/5");
        assertThat(results.path(0).path("trace").asText()).contains("\"policy\":\"liaoning-2021\"");
    }

    @Test
    @DisplayName("不合规的评审表以 422 拒绝并说明案卷与原因")
    void refusesWhatIsNoSheet() {
        for (Object wrong : List.of(11, -1, 0.5, "八", List.of(1, 1, 1), List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2))) {
            Visitor.Answer answer = preview(sheets("甲", List.of(8), List.of(8, 8, 8, 8, wrong)));
            assertThat(answer.status()).as("%s", wrong).isEqualTo(422);
            assertThat(answer.message()).startsWith("案卷“甲”:");
        }
        assertThat(preview().message()).contains("cases");
        assertThat(new Visitor(port).post(PREVIEW, "[]", OFFICE).status()).isEqualTo(422);
    }

    @Test
    @DisplayName("期限按官方工作日历,缺年度即拒绝")
    void periodsByTheOfficialCalendar() {
        Visitor office = Visitor.loggedIn(port, "office1");
        Visitor.Answer publicity = office.get(PERIOD.formatted("2026-02-11", 5, "WORKDAY", "INCLUSIVE"));
        assertThat(publicity.json().path("end").asText()).isEqualTo("2026-02-24");
        assertThat(publicity.json().path("endsAt").asText()).isEqualTo("2026-02-25T00:00:00+08:00");
        assertThat(office.get(PERIOD.formatted("2026-04-30", 3, "WORKDAY", "EXCLUSIVE"))
                        .json()
                        .path("end")
                        .asText())
                .isEqualTo("2026-05-08");
        Visitor.Answer missing = office.get(PERIOD.formatted("2026-12-30", 5, "WORKDAY", "INCLUSIVE"));
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.message()).contains("2027");
        assertThat(office.get(PERIOD.formatted("明天", 5, "WORKDAY", "INCLUSIVE").replace("明天", "x"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("只对工作人员开放")
    void onlyForStaff() {
        fixture.alliance();
        String path = PERIOD.formatted("2026-02-11", 5, "WORKDAY", "INCLUSIVE");
        assertThat(new Visitor(port).get(path).status()).isEqualTo(401);
        assertThat(new Visitor(port).get("/engine-rest/user").status()).isEqualTo(401);
        assertThat(new Visitor(port).get("/actuator/env").status()).isEqualTo(401);
        assertThat(new Visitor(port).get("/actuator/health").status()).isEqualTo(200);
        Visitor office = Visitor.loggedIn(port, "office1");
        assertThat(office.get("/engine-rest/user").status()).isEqualTo(401);
        assertThat(new Visitor(port).post("/engine-rest/task", Map.of(), OFFICE).status())
                .isEqualTo(403);
        assertThat(new Visitor(port)
                        .post("/engine-rest/task", Map.of(), ADMINISTRATOR)
                        .status())
                .isEqualTo(200);
        assertThat(new Visitor(port).post(PREVIEW, Map.of(), EXPERT).status()).isEqualTo(403);
        assertThat(office.get("/admin/registry").status()).isEqualTo(403);
        assertThat(office.get("/demo/clock").status()).isEqualTo(403);
    }
}
