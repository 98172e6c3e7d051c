package cn.lianping.alliance;

/**
 * One thing that keeps a registry from being imported.
 *
 * @param file file name
 * @param row row as a spreadsheet shows it: the header is row 1; 0 when the whole file is meant
 * @param column name of the column, empty when the whole row is meant
 * @param problem Chinese: what is wrong
 * @param remedy Chinese: what to do
 */
public record ImportProblem(String file, int row, String column, String problem, String remedy) {}
