package cn.lianping.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Turns a table into a workbook: title, heads, rows, and at the end the code to check it by. */
final class WorkbookWriter {

    private static final int NARROWEST = 8;
    private static final int WIDEST = 48;

    private WorkbookWriter() {}

    /** Texts are written as texts: what begins with = is no formula. Numbers are numbers. */
    static byte[] write(Map<String, Object> model) {
        List<?> columns = list(model.get("columns"));
        List<?> rows = list(model.get("rows"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Lianping", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("汇总表");
            sheet.value(0, 0, String.valueOf(model.get("documentTitle")));
            sheet.range(0, 0, 0, columns.size() - 1).merge();
            sheet.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .fontSize(16)
                    .horizontalAlignment("center")
                    .set();
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(1, column, String.valueOf(columns.get(column)));
                sheet.width(column, width(column, columns, rows));
            }
            sheet.range(1, 0, 1, columns.size() - 1)
                    .style()
                    .bold()
                    .fillColor("F0F0F0")
                    .borderStyle(BorderStyle.THIN)
                    .set();
            for (int row = 0; row < rows.size(); row++) {
                List<?> cells = list(rows.get(row));
                for (int column = 0; column < cells.size(); column++) {
                    value(sheet, row + 2, column, cells.get(column));
                }
            }
            if (!rows.isEmpty()) {
                sheet.range(2, 0, rows.size() + 1, columns.size() - 1)
                        .style()
                        .wrapText(true)
                        .verticalAlignment("top")
                        .borderStyle(BorderStyle.THIN)
                        .set();
            }
            sheet.value(
                    rows.size() + 3,
                    0,
                    "校验码 %s · 第 %s 版 · 核验:%s"
                            .formatted(model.get("code"), model.get("version"), model.get("checkAddress")));
            sheet.freezePane(0, 2);
        } catch (IOException e) {
            throw new UncheckedIOException("电子表格未能生成", e);
        }
        return out.toByteArray();
    }

    private static void value(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Integer || cell instanceof Long || cell instanceof BigDecimal) {
            sheet.value(row, column, (Number) cell);
        } else {
            // characters XML forbids come in by copying from other programs
            sheet.value(row, column, PdfWriter.printable(String.valueOf(cell)));
        }
    }

    /** Chinese characters are two wide. */
    private static double width(int column, List<?> columns, List<?> rows) {
        int widest = NARROWEST;
        widest = Math.max(widest, 2 * String.valueOf(columns.get(column)).length() + 2);
        for (Object row : rows) {
            widest = Math.max(widest, 2 * String.valueOf(list(row).get(column)).length() + 2);
        }
        return Math.min(widest, WIDEST);
    }

    private static List<?> list(@org.jspecify.annotations.Nullable Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }
}
