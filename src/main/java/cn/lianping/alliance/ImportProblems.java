package cn.lianping.alliance;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one import up to a limit, so that a wrong file of many rows stays readable. */
final class ImportProblems {

    static final int LIMIT = 1000;

    private final List<ImportProblem> found = new ArrayList<>();

    void add(CsvRow row, String column, String problem, String remedy) {
        add(row.file(), row.number(), column, problem, remedy);
    }

    void add(String file, int row, String column, String problem, String remedy) {
        if (found.size() < LIMIT) {
            found.add(new ImportProblem(file, row, column, problem, remedy));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ImportProblem> all() {
        return List.copyOf(found);
    }
}
