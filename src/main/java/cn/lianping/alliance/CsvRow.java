package cn.lianping.alliance;

import java.util.Map;

/**
 * A data row of a file.
 *
 * @param number as a spreadsheet shows it: the header is row 1
 * @param cells column to trimmed text
 */
record CsvRow(String file, int number, Map<String, String> cells) {

    /** The text of a column; empty if the file does not have it. */
    String get(String column) {
        return cells.getOrDefault(column, "");
    }
}
