package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came out of the round: the table, the documents, and whether it is what was expected. */
final class Results {

    private static final String HEADER =
            "alliance,status,rank,division_mean,expert_mean,total,notice_start,notice_end,document_no,pilot";
    private static final Set<String> ENDED = Set.of(
            "released",
            "withdrawn",
            "not-submitted",
            "rejected-by-preliminary-review",
            "deferred",
            "rejected-by-deliberation");

    private final Play play;
    private final Path out;

    Results(Play play, Path out) {
        this.play = play;
        this.out = out;
    }

    static boolean yes(@Nullable JsonNode pilot) {
        return pilot != null && (pilot.asBoolean(false) || pilot.asText().equals("yes"));
    }

    /** Writes {@code results.csv} and the documents; fails on a case that has not ended. */
    void write() {
        Map<String, JsonNode> cases = play.cases().all();
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (RoundFiles.Alliance alliance : play.files().alliances()) {
            JsonNode one = cases.get(alliance.id());
            lines.add(one == null ? alliance.id() + ",not-submitted,,,,,,,,no" : line(alliance.id(), one));
        }
        try {
            Files.write(out.resolve("results.csv"), lines, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents(cases);
        cases.forEach((alliance, one) -> {
            String status = one.path("status").asText();
            if (!ENDED.contains(status)) {
                throw new Unexpected("批次没有全部结束:%s 仍在 %s".formatted(alliance, status));
            }
        });
    }

    /** Compares with {@code expected.csv} where there is one. */
    void compare() {
        Path expected = play.files().directory().resolve("expected.csv");
        if (!Files.exists(expected)) {
            return;
        }
        try {
            String difference =
                    difference(Files.readAllLines(expected), Files.readAllLines(out.resolve("results.csv")));
            if (!difference.isEmpty()) {
                throw new Unexpected(difference);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line that differs, or an empty text. */
    static String difference(List<String> expected, List<String> actual) {
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "(无)";
            String got = i < actual.size() ? actual.get(i) : "(无)";
            if (!wanted.equals(got)) {
                return "results.csv 第 %d 行与 expected.csv 不同%n  应为 %s%n  现为 %s".formatted(i + 1, wanted, got);
            }
        }
        return "";
    }

    private static String line(String alliance, JsonNode one) {
        List<String> cells = new ArrayList<>(List.of(alliance));
        for (String field : List.of(
                "status", "place", "divisionMean", "expertMean", "total", "noticeStart", "noticeEnd", "documentNo")) {
            JsonNode value = one.path(field);
            cells.add(value.isNull() ? "" : quoted(value.asText("")));
        }
        cells.add(yes(one.path("pilot")) ? "yes" : "no");
        return String.join(",", cells);
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private void documents(Map<String, JsonNode> cases) {
        play.progress().begin("保存文件", cases.size());
        cases.forEach((alliance, one) -> {
            String caseNo = one.path("caseNo").asText();
            save(play.people().organisation(play.files().alliance(alliance).lead()), alliance, caseNo);
            save(play.people().office(), alliance, caseNo);
            play.progress().step();
        });
        play.progress().end();
    }

    private void save(Person who, String alliance, String caseNo) {
        Path directory = out.resolve("documents").resolve(alliance);
        for (JsonNode document : who.get(Play.API + "/cases/" + caseNo + "/documents")) {
            String id = document.path("id").asText();
            String kind = document.path("kind").asText();
            String extension = document.path("fileName").asText().endsWith(".xlsx") ? ".xlsx" : ".pdf";
            Path file = directory.resolve((kind + "-" + id).replaceAll("[^A-Za-z0-9_-]", "_") + extension);
            if (Files.exists(file)) {
                continue;
            }
            try {
                Files.createDirectories(directory);
                Files.write(file, who.bytes(Play.API + "/documents/" + id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
