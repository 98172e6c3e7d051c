package cn.lianping.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads one CSV file with a header line, UTF-8, with or without byte order mark. */
final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CsvFile() {}

    static List<CSVRecord> read(Path file, List<String> columns) {
        if (!Files.isRegularFile(file)) {
            throw new Unexpected("缺少文件 " + file.getFileName());
        }
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            try (CSVParser parser = CSVParser.parse(text.startsWith("\uFEFF") ? text.substring(1) : text, FORMAT)) {
                for (String column : columns) {
                    if (!parser.getHeaderNames().contains(column)) {
                        throw new Unexpected(file.getFileName() + " 缺少列 " + column);
                    }
                }
                List<CSVRecord> rows = parser.getRecords();
                for (CSVRecord row : rows) {
                    if (!row.isConsistent()) {
                        throw new Unexpected(
                                "%s 第 %d 条记录的列数与表头不一致".formatted(file.getFileName(), row.getRecordNumber()));
                    }
                }
                return rows;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Unexpected("无法读取 " + file.getFileName() + ":" + e.getMessage(), e);
        }
    }
}
