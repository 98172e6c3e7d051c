package cn.lianping.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.lianping.PlatformTest;
import cn.lianping.engine.PackagedFiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
@DisplayName("试运行")
class RehearsalTest {

    private static final String REVIEW = "processes/preliminary-review/preliminary-review.bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rehearsals rehearsals;
    private final PackagedFiles packaged;

    private final JdbcTemplate database;

    @Autowired
    RehearsalTest(Rehearsals rehearsals, PackagedFiles packaged, JdbcTemplate database) {
        this.rehearsals = rehearsals;
        this.packaged = packaged;
        this.database = database;
    }

    /** How many rows every table of the platform has, by name. */
    private Map<String, Integer> rows() {
        Map<String, Integer> rows = new TreeMap<>();
        database.queryForList(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'", String.class)
                .forEach(table -> rows.put(
                        table, database.queryForObject("SELECT COUNT(*) FROM \"" + table + "\"", Integer.class)));
        return rows;
    }

    private RehearsalState ended(String id) {
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    String state = rehearsals.find(id).orElseThrow().state();
                    return state.equals("DONE") || state.equals("FAILED");
                });
        return rehearsals.find(id).orElseThrow();
    }

    @Test
    @DisplayName("产品自己的流程图:每条分支都走过,没有问题")
    void packagedDiagramsPass() throws IOException {
        Map<String, byte[]> files = Map.of(REVIEW, packaged.find(REVIEW).orElseThrow());
        Map<String, Integer> before = rows();
        String id = rehearsals.start(files, "change-1", null, "admin1");
        RehearsalState state = ended(id);

        // ninety rounds and cases were played, and the platform has no row more than the rehearsal's own
        Map<String, Integer> after = rows();
        assertThat(after.entrySet())
                .filteredOn(table -> !table.getValue().equals(before.get(table.getKey())))
                .extracting(Map.Entry::getKey)
                .containsExactly("REHEARSAL");

        assertThat(state.text()).startsWith("通过");
        assertThat(state.passed()).isTrue();
        assertThat(rehearsals.latestOfChange("change-1")).contains(state);
        assertThat(rehearsals.latest(rehearsals.contentHash(files))).contains(state);
        JsonNode report = JSON.readTree(rehearsals.report(id).orElseThrow());
        assertThat(report.path("failures")).isEmpty();
        assertThat(report.path("coverage").path("missed").asInt()).isZero();
        assertThat(report.path("coverage").path("walked").asInt())
                .isEqualTo(report.path("coverage").path("branches").asInt())
                .isGreaterThan(80);
        assertThat(report.path("cases")).allSatisfy(played -> {
            assertThat(played.path("failure").isNull()).isTrue();
            assertThat(played.path("steps")).isNotEmpty();
        });
    }
}
