package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The files that describe a round, read and checked against each other before anything is played. */
record RoundFiles(
        Path directory,
        Scenario scenario,
        List<Alliance> alliances,
        List<Division> divisions,
        List<Element> elements,
        List<Review> reviews,
        List<Seat> panels,
        List<Sheet> sheets) {

    /** The registry's files, as the administrator uploads them. */
    static final List<String> REGISTRY =
            List.of("organisations.csv", "alliances.csv", "members.csv", "chains.csv", "divisions.csv", "experts.csv");

    static final int ELEMENTS = 10;

    record Alliance(String id, String name, String field, String area, String lead, List<String> members) {}

    record Division(String code, String department, Set<String> fields) {}

    record Element(String alliance, int number, boolean met, String statement, String chain) {}

    record Review(
            String alliance, int attempt, String department, String outcome, List<String> elements, String reason) {}

    record Seat(String alliance, int number, String expert) {}

    record Sheet(String alliance, String kind, String reviewer, List<String> answers) {}

    static RoundFiles read(Path directory) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (CSVRecord row : CsvFile.read(directory.resolve("members.csv"), List.of("alliance", "organisation"))) {
            members.computeIfAbsent(row.get("alliance"), a -> new ArrayList<>()).add(row.get("organisation"));
        }
        List<Alliance> alliances =
                CsvFile.read(directory.resolve("alliances.csv"), List.of("alliance", "name", "field", "area", "lead"))
                        .stream()
                        .map(row -> new Alliance(
                                row.get("alliance"),
                                row.get("name"),
                                row.get("field"),
                                row.get("area"),
                                row.get("lead"),
                                List.copyOf(members.getOrDefault(row.get("alliance"), List.of()))))
                        .sorted(Comparator.comparing(Alliance::id))
                        .toList();
        List<Division> divisions =
                CsvFile.read(directory.resolve("divisions.csv"), List.of("division", "department", "fields")).stream()
                        .map(row -> new Division(
                                row.get("division"), row.get("department"), Set.copyOf(parts(row.get("fields")))))
                        .toList();
        List<Element> elements = CsvFile.read(
                        directory.resolve("self_evaluation.csv"),
                        List.of("alliance", "element", "met", "statement", "chain"))
                .stream()
                .map(row -> new Element(
                        row.get("alliance"),
                        whole(row, "element"),
                        "1".equals(answer(row, "met")),
                        row.get("statement"),
                        row.get("chain")))
                .toList();
        List<Review> reviews = CsvFile.read(
                        directory.resolve("preliminary_review.csv"),
                        List.of("alliance", "attempt", "department", "outcome", "elements", "reason"))
                .stream()
                .map(row -> new Review(
                        row.get("alliance"),
                        whole(row, "attempt"),
                        row.get("department"),
                        row.get("outcome"),
                        parts(row.get("elements")),
                        row.get("reason")))
                .toList();
        List<Seat> panels =
                CsvFile.read(directory.resolve("panels.csv"), List.of("alliance", "seat", "expert")).stream()
                        .map(row -> new Seat(row.get("alliance"), whole(row, "seat"), row.get("expert")))
                        .sorted(Comparator.comparing(Seat::alliance).thenComparing(Seat::number))
                        .toList();
        List<Sheet> sheets =
                CsvFile.read(directory.resolve("sheets.csv"), List.of("alliance", "kind", "reviewer", "e1", "e10"))
                        .stream()
                        .map(RoundFiles::sheet)
                        .toList();
        RoundFiles files =
                new RoundFiles(directory, scenario(directory), alliances, divisions, elements, reviews, panels, sheets);
        RoundChecks.check(files);
        return files;
    }

    Alliance alliance(String id) {
        return alliances.stream()
                .filter(alliance -> alliance.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unexpected("alliances.csv 中没有联盟 " + id));
    }

    List<Element> elementsOf(String alliance) {
        return elements.stream()
                .filter(element -> element.alliance().equals(alliance))
                .toList();
    }

    List<Review> reviewsOf(String alliance, int attempt) {
        return reviews.stream()
                .filter(review -> review.alliance().equals(alliance) && review.attempt() == attempt)
                .toList();
    }

    List<String> panelOf(String alliance) {
        return panels.stream()
                .filter(seat -> seat.alliance().equals(alliance))
                .map(Seat::expert)
                .toList();
    }

    List<Sheet> divisionSheetsOf(String alliance) {
        return sheets.stream()
                .filter(sheet ->
                        sheet.kind().equals("division") && sheet.alliance().equals(alliance))
                .toList();
    }

    Sheet expertSheet(String alliance, String expert) {
        return sheets.stream()
                .filter(sheet -> sheet.kind().equals("expert")
                        && sheet.alliance().equals(alliance)
                        && sheet.reviewer().equals(expert))
                .findFirst()
                .orElseThrow(() -> new Unexpected("sheets.csv 中没有专家 %s 对 %s 的评审表".formatted(expert, alliance)));
    }

    private static Scenario scenario(Path directory) {
        Path file = directory.resolve("scenario.json");
        if (!Files.isRegularFile(file)) {
            throw new Unexpected("缺少文件 scenario.json");
        }
        try {
            return JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file.toFile(), Scenario.class);
        } catch (IOException e) {
            throw new Unexpected("scenario.json 无法读取:" + e.getMessage(), e);
        }
    }

    private static Sheet sheet(CSVRecord row) {
        List<String> answers = new ArrayList<>();
        for (int element = 1; element <= ELEMENTS; element++) {
            answers.add(answer(row, "e" + element));
        }
        return new Sheet(row.get("alliance"), row.get("kind"), row.get("reviewer"), List.copyOf(answers));
    }

    private static String answer(CSVRecord row, String column) {
        String text = row.isMapped(column) ? row.get(column).strip() : "";
        if (!text.equals("0") && !text.equals("1")) {
            throw new Unexpected("第 %d 条记录的 %s 应为 0 或 1,现为“%s”".formatted(row.getRecordNumber(), column, text));
        }
        return text;
    }

    private static int whole(CSVRecord row, String column) {
        try {
            return Integer.parseInt(row.get(column).strip());
        } catch (NumberFormatException e) {
            throw new Unexpected(
                    "第 %d 条记录的 %s 应为整数,现为“%s”".formatted(row.getRecordNumber(), column, row.get(column)), e);
        }
    }

    private static List<String> parts(String text) {
        return List.of(text.split(";")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
