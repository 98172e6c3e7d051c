package cn.lianping.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.lianping.PlatformTest;
import cn.lianping.change.SecondCountersign;
import cn.lianping.engine.PackagedFiles;
import cn.lianping.rehearsal.report.ReplayReport;
import cn.lianping.rehearsal.report.Replayed;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@PlatformTest
@DisplayName("往年案卷重演")
class ReplayTest {

    private static final String POLICY = "policy/liaoning-2021.json";
    private static final String CASE = "processes/alliance-evaluation.bpmn";
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    /** One is enough for all tests of the class, since nothing changes it. */
    private static FinishedRound.Numbers played = new FinishedRound.Numbers("", "", "", "", "", "", "", "", "");

    private final Preparation preparation;
    private final PackagedFiles packaged;
    private final AutowireCapableBeanFactory beans;

    @TempDir
    private Path folder;

    @Autowired
    ReplayTest(Preparation preparation, PackagedFiles packaged, AutowireCapableBeanFactory beans) {
        this.preparation = preparation;
        this.packaged = packaged;
        this.beans = beans;
    }

    @BeforeEach
    void finishARound() {
        if (played.round().isEmpty()) {
            played = beans.createBean(FinishedRound.class).play();
        }
    }

    @Test
    @DisplayName("流程图没有改:路径、得分、名次、用时都与记录相同;读不出的记录如实报告")
    void unchanged() throws Exception {
        ReplayReport report = replay(Map.of(), round -> {
            entries(round, played.late()).forEach(entry -> ((ObjectNode) entry).put("details", "{\"form\":"));
            JsonNode first = entries(round, played.withdrawn()).get(0);
            entries(round, played.withdrawn()).removeAll().add(((ObjectNode) first).put("act", "导入"));
            entries(round, played.rejected())
                    .add(((ObjectNode) first.deepCopy())
                            .put("at", last(round, played.rejected()).path("at").asLong())
                            .put("act", "办结任务:会签推荐")
                            .put("subject", SecondCountersign.STEP)
                            .put("details", "{\"form\":{}}"));
        });

        assertThat(played.released()).allSatisfy(caseNo -> {
            Replayed one = of(report, caseNo);
            assertThat(one.stuck()).isNull();
            assertThat(one.path().after()).isEqualTo(one.path().before()).hasSizeGreaterThan(20);
            assertThat(one.score().after()).isEqualTo(one.score().before()).isNotNull();
            assertThat(one.rank().after()).isEqualTo(one.rank().before()).isNotNull();
            assertThat(one.workingDays().after())
                    .isEqualTo(one.workingDays().before())
                    .isGreaterThan(20);
            assertThat(one.same()).isTrue();
        });
        assertThat(of(report, played.late()).stuck()).contains("记录第 1 条").contains("读不出");
        assertThat(of(report, played.withdrawn()).stuck()).contains("没有发起");
        assertThat(of(report, played.rejected())).satisfies(one -> {
            // a step that was there then and is not there now: another way, nothing to wait for
            assertThat(one.stuck()).isNull();
            assertThat(one.path().before()).endsWith("会签推荐");
            assertThat(one.path().after()).doesNotContain("会签推荐").endsWith("→ 初审未通过");
            assertThat(one.same()).isFalse();
        });
        assertThat(List.of(report.total(), report.same(), report.different(), report.stuck()))
                .containsExactly(8, 5, 1, 2);
    }

    @Test
    @DisplayName("多一步会签、两项各占一半、公示八个工作日:逐件说出哪几项不同")
    void changed() throws Exception {
        Map<String, String> draft = new TreeMap<>(SecondCountersign.files());
        draft.put(
                POLICY,
                text(POLICY)
                        .replace("\"version\": 1,", "\"version\": 2,")
                        .replace("\"value\": 0.30", "\"value\": 0.50")
                        .replace("\"value\": 0.70", "\"value\": 0.50")
                        .replace("\"length\": { \"value\": 5", "\"length\": { \"value\": 8"));
        ReplayReport report = replay(draft, round -> {});

        assertThat(played.released()).allSatisfy(caseNo -> {
            Replayed one = of(report, caseNo);
            assertThat(one.stuck()).isNull();
            assertThat(one.path().after())
                    .filteredOn(step -> !step.equals("会签推荐"))
                    .isEqualTo(one.path().before());
            assertThat(one.path().after()).containsOnlyOnce("会签推荐");
            // the period ends three working days later, and the release with it
            assertThat(one.workingDays().after())
                    .isCloseTo(Objects.requireNonNull(one.workingDays().before()) + 3, within(1.0));
        });
        assertThat(of(report, played.plain()).score().after()).isEqualTo("8.00");
        assertThat(of(report, played.praised()).score())
                .satisfies(score ->
                        assertThat(List.of(score.before(), score.after())).containsExactly("8.60", "9.00"));
        assertThat(of(report, played.corrected()).score())
                .satisfies(score ->
                        assertThat(List.of(score.before(), score.after())).containsExactly("8.70", "8.50"));
        assertThat(of(report, played.corrected()).rank().before()).isEqualTo(1);
        assertThat(of(report, played.corrected()).rank().after()).isEqualTo(2);
        assertThat(of(report, played.praised()).rank().after()).isEqualTo(1);
        assertThat(played.others())
                .allSatisfy(caseNo -> assertThat(of(report, caseNo).same()).isTrue());
        assertThat(report.different()).isEqualTo(5);
    }

    @Test
    @DisplayName("条件对调:说出停在哪里、为什么,没有走到那里的案卷照常")
    void stuck() throws Exception {
        String swapped = text(CASE)
                .replace("#{reviewOutcome == 'PASS'}", "#{reviewOutcome == '?'}")
                .replace("#{reviewOutcome == 'RETURN'}", "#{reviewOutcome == 'PASS'}")
                .replace("#{reviewOutcome == '?'}", "#{reviewOutcome == 'RETURN'}");
        ReplayReport report = replay(Map.of(CASE, swapped), round -> {});

        assertThat(played.released())
                .filteredOn(caseNo -> !caseNo.equals(played.corrected()))
                .allSatisfy(caseNo -> assertThat(of(report, caseNo).stuck()).contains("推荐报送"));
        // the return was taken for a pass
        assertThat(of(report, played.corrected()).stuck()).contains("自评:3", "确认专家组");
        assertThat(of(report, played.plain()).rank().after()).isNull();
        assertThat(played.others())
                .allSatisfy(caseNo -> assertThat(of(report, caseNo).same()).isTrue());
        assertThat(List.of(report.same(), report.different(), report.stuck())).containsExactly(3, 0, 5);
    }

    private static Replayed of(ReplayReport report, String caseNo) {
        return report.cases().stream()
                .filter(one -> one.caseNo().equals(caseNo))
                .findFirst()
                .orElseThrow();
    }

    private static ArrayNode entries(JsonNode round, String caseNo) {
        for (JsonNode one : round.path("cases")) {
            if (one.path("caseNo").asText().equals(caseNo)) {
                return (ArrayNode) one.path("entries");
            }
        }
        throw new IllegalArgumentException(caseNo);
    }

    private static JsonNode last(JsonNode round, String caseNo) {
        ArrayNode entries = entries(round, caseNo);
        return entries.get(entries.size() - 1);
    }

    private String text(String path) {
        return new String(packaged.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Replays the round alone in a process of its own, under the draft, after something was done to its record. */
    private ReplayReport replay(Map<String, String> draft, Consumer<JsonNode> spoil) throws Exception {
        Map<String, byte[]> files = new TreeMap<>();
        draft.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        preparation.prepare(
                folder,
                new RehearsalRow("replay", null, "", null, RehearsalRow.RUNNING, 0, "", false, "admin1", 0, null),
                files);
        Path rounds = folder.resolve(Request.ROUNDS);
        leaveOnly(rounds, List.of(played.round() + ".json", cn.lianping.rehearsal.past.Past.REGISTRY));
        Path file = rounds.resolve(played.round() + ".json");
        JsonNode round = JSON.readTree(file.toFile());
        spoil.accept(round);
        JSON.writeValue(file.toFile(), round);
        Process process = new JavaCommand("768m").start(ReplayRun.class, folder, false);
        try {
            assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(JavaCommand.LOG)))
                .isZero();
        return JSON.readValue(folder.resolve(ReplayRun.ANSWER).toFile(), ReplayReport.class);
    }

    private static void leaveOnly(Path rounds, List<String> names) throws IOException {
        try (Stream<Path> files = Files.list(rounds)) {
            for (Path file : files.toList()) {
                if (!names.contains(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        }
    }
}
