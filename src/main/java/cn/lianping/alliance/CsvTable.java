package cn.lianping.alliance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one file of the registry: UTF-8 with or without byte order mark, comma separated, with a header. */
final class CsvTable {

    // blank lines are kept while reading, because a spreadsheet counts them as rows
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final RegistryFile file;
    private final ImportProblems problems;
    private final List<CsvRow> rows = new ArrayList<>();

    private CsvTable(RegistryFile file, ImportProblems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The data rows that could be read; what could not is among the problems. */
    static List<CsvRow> read(RegistryFile file, byte[] bytes, ImportProblems problems) {
        CsvTable table = new CsvTable(file, problems);
        table.read(bytes);
        return List.copyOf(table.rows);
    }

    private void read(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            problems.add(file.fileName(), 0, "", "文件不是 UTF-8 编码", "请在表格软件中另存为“CSV UTF-8(逗号分隔)”后重新上传");
            return;
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int number = 0;
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<String> header = List.of();
            for (CSVRecord line : parser) {
                number++;
                if (number == 1) {
                    header = header(line);
                    if (header.isEmpty()) {
                        return;
                    }
                } else {
                    row(number, header, line);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            problems.add(file.fileName(), number + 1, "", "无法读取此行:引号不成对", "请检查此行的双引号;单元格内的双引号写成两个");
            return;
        }
        if (number == 0) {
            problems.add(file.fileName(), 0, "", "文件是空的", "首行应为表头:" + String.join(",", file.columns()));
        }
    }

    private List<String> header(CSVRecord line) {
        List<String> header = line.stream().map(String::strip).toList();
        boolean right = true;
        for (String column : file.columns()) {
            if (!header.contains(column)) {
                problems.add(file.fileName(), 1, column, "表头缺少列“%s”".formatted(column), expectedHeader());
                right = false;
            }
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!file.knows(column)) {
                problems.add(file.fileName(), 1, column, "表头有未知的列“%s”".formatted(column), expectedHeader());
                right = false;
            } else if (!seen.add(column)) {
                problems.add(file.fileName(), 1, column, "表头的列“%s”重复".formatted(column), expectedHeader());
                right = false;
            }
        }
        return right ? header : List.of();
    }

    private String expectedHeader() {
        return "表头应为:" + String.join(",", file.columns()) + (file == RegistryFile.EXPERTS ? "(可另有 past_units)" : "");
    }

    private void row(int number, List<String> header, CSVRecord line) {
        if (line.stream().allMatch(String::isBlank)) {
            return;
        }
        if (line.size() != header.size()) {
            problems.add(
                    file.fileName(),
                    number,
                    "",
                    "应有 %d 列,此行有 %d 列".formatted(header.size(), line.size()),
                    "请补齐或删去多余的列;含逗号的内容须加双引号");
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), line.get(i).strip());
        }
        rows.add(new CsvRow(file.fileName(), number, cells));
    }
}
