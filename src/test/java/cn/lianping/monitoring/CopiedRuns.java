package cn.lianping.monitoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Many cases that stand where a model case stands, in the engine's tables and in the facts, by bulk insert on MySQL as the
 * tables' owner. The ids of a copy are those of the model with another end; times lie some days before the model's.
 */
public final class CopiedRuns implements AutoCloseable {

    private static final String RUNS = "SELECT PROC_INST_ID_ FROM ACT_RU_EXECUTION WHERE ROOT_PROC_INST_ID_ = '%s'";

    /** The tables in an order that needs no foreign key to be there yet, with the columns that hold ids. */
    private static final Map<String, List<String>> IDS = Map.ofEntries(
            Map.entry(
                    "ACT_RU_EXECUTION",
                    List.of("ID_", "PROC_INST_ID_", "PARENT_ID_", "SUPER_EXEC_", "ROOT_PROC_INST_ID_", "ACT_INST_ID_")),
            Map.entry("ACT_RU_TASK", List.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_")),
            Map.entry("ACT_RU_VARIABLE", List.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_", "TASK_ID_", "VAR_SCOPE_")),
            Map.entry("ACT_RU_EVENT_SUBSCR", List.of("ID_", "EXECUTION_ID_", "PROC_INST_ID_")),
            Map.entry("ACT_RU_JOB", List.of("ID_", "EXECUTION_ID_", "PROCESS_INSTANCE_ID_", "ROOT_PROC_INST_ID_")),
            Map.entry("ACT_RU_IDENTITYLINK", List.of("ID_", "TASK_ID_")),
            Map.entry(
                    "ACT_HI_PROCINST",
                    List.of("ID_", "PROC_INST_ID_", "SUPER_PROCESS_INSTANCE_ID_", "ROOT_PROC_INST_ID_")),
            Map.entry(
                    "ACT_HI_ACTINST",
                    List.of(
                            "ID_",
                            "PARENT_ACT_INST_ID_",
                            "PROC_INST_ID_",
                            "ROOT_PROC_INST_ID_",
                            "EXECUTION_ID_",
                            "TASK_ID_",
                            "CALL_PROC_INST_ID_")),
            Map.entry(
                    "ACT_HI_TASKINST",
                    List.of("ID_", "PROC_INST_ID_", "ROOT_PROC_INST_ID_", "EXECUTION_ID_", "ACT_INST_ID_")),
            Map.entry("task_fact", List.of("task_id", "process_instance_id")),
            Map.entry("stage_passage", List.of("passage_id", "process_instance_id")));

    private static final List<String> CASE_NUMBERS = List.of("BUSINESS_KEY_", "business_key", "case_no");

    private final SingleConnectionDataSource source;
    private final JdbcTemplate sql;
    private int models;

    public CopiedRuns(String url, String owner, String password) {
        source = new SingleConnectionDataSource(url, owner, password, true);
        sql = new JdbcTemplate(source);
        sql.execute("SET FOREIGN_KEY_CHECKS = 0");
        sql.execute("SET SESSION cte_max_recursion_depth = 1000000");
    }

    /** Adds that many copies of a running case. */
    public void copy(String caseNo, String rootInstance, int copies) {
        models++;
        String runs = RUNS.formatted(rootInstance);
        Map<String, String> wheres = Map.of(
                "ACT_RU_IDENTITYLINK",
                        "TASK_ID_ IN (SELECT ID_ FROM ACT_RU_TASK WHERE PROC_INST_ID_ IN (%s))".formatted(runs),
                "ACT_RU_JOB", "PROCESS_INSTANCE_ID_ IN (%s)".formatted(runs),
                "task_fact", "case_no = '%s'".formatted(caseNo),
                "stage_passage", "case_no = '%s'".formatted(caseNo));
        for (String table : IDS.keySet()) {
            String usual = table.startsWith("ACT_HI_")
                    ? "ROOT_PROC_INST_ID_ = '%s'".formatted(rootInstance)
                    : "PROC_INST_ID_ IN (%s)".formatted(runs);
            copy(table, wheres.getOrDefault(table, usual), caseNo, copies);
        }
    }

    private void copy(String table, String where, String caseNo, int copies) {
        List<String> columns = sql.queryForList(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                        + " ORDER BY ordinal_position",
                String.class,
                table);
        String values =
                columns.stream().map(column -> value(table, column, caseNo)).collect(Collectors.joining(", "));
        sql.update("""
                INSERT INTO %1$s (%2$s)
                WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < %5$d),
                  model AS (SELECT * FROM %1$s WHERE %4$s)
                SELECT %3$s FROM model m CROSS JOIN number""".formatted(table, String.join(", ", columns), values, where, copies));
    }

    private String value(String table, String column, String caseNo) {
        if (IDS.getOrDefault(table, List.of()).contains(column)) {
            return "CONCAT(LEFT(m.%1$s, CHAR_LENGTH(m.%1$s) - 12), LPAD(HEX(%2$d + n), 12, '0'))"
                    .formatted(column, models * 1_000_000);
        }
        if (CASE_NUMBERS.contains(column)) {
            // an element of the case has a key of its own
            return "REPLACE(m.%s, '%s', CONCAT('%s-', n))".formatted(column, caseNo, caseNo);
        }
        if (column.equals("area")) {
            return "ELT(1 + n %% %d, %s)"
                    .formatted(
                            BenchHistory.AREAS.size(),
                            BenchHistory.AREAS.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
        }
        if (column.endsWith("_wm")) {
            return "m.%s - 480 * (n %% 40)".formatted(column);
        }
        return List.of("entered_at", "taken_at", "left_at").contains(column)
                ? "m.%s - 120960000 * (n %% 40)".formatted(column)
                : "m." + column;
    }

    /** Statements of the owner, such as an index on a table of the engine. */
    public JdbcTemplate sql() {
        return sql;
    }

    @Override
    public void close() {
        source.destroy();
    }
}
