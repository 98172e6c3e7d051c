package cn.lianping.alliance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import did: all or nothing.
 *
 * @param rows data rows read of each file
 * @param problems why nothing was imported, at most {@value ImportProblems#LIMIT}; empty when everything was
 */
public record ImportReport(Map<String, Integer> rows, List<ImportProblem> problems) {

    public ImportReport {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
        problems = List.copyOf(problems);
    }

    /** Whether the rows are in the registry. */
    public boolean imported() {
        return problems.isEmpty();
    }
}
