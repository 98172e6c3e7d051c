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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
@DisplayName("试运行")
class RehearsalTest {

    private static final String REVIEW = "processes/preliminary-review/preliminary-review.bpmn";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rehearsals rehearsals;
    private final PackagedFiles packaged;

    @Autowired
    RehearsalTest(Rehearsals rehearsals, PackagedFiles packaged) {
        this.rehearsals = rehearsals;
        this.packaged = packaged;
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
        String id = rehearsals.start(files, "change-1", null, "admin1");
        RehearsalState state = ended(id);

        assertThat(state.text()).startsWith("通过");
        assertThat(state.passed()).isTrue();
        assertThat(rehearsals.latestOfChange("change-1")).contains(state);
        assertThat(rehearsals.latest(rehearsals.contentHash(files))).contains(state);
        JsonNode report = JSON.readTree(rehearsals.report(id).orElseThrow());
        assertThat(report.path("failures")).isEmpty();
        assertThat(report.path("coverage").path("missed").asInt()).isZero();
        assertThat(report.path("coverage").path("walked").asInt())
                .isEqualTo(report.path("coverage").path("branches").asInt())
                .isGreaterThan(60);
        assertThat(report.path("cases")).allSatisfy(played -> {
            assertThat(played.path("failure").isNull()).isTrue();
            assertThat(played.path("steps")).isNotEmpty();
        });
    }
}
