package cn.lianping.engine;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Copies diagrams and runs, as the engine keeps them, into the database of another engine of the same version. */
final class RunCopy {

    private static final int CHUNK = 500;
    private static final String RUNS = "PROC_INST_ID_";

    private final JdbcTemplate from;
    private final JdbcTemplate to;

    RunCopy(DataSource from, DataSource to) {
        this.from = new JdbcTemplate(from);
        this.to = new JdbcTemplate(to);
    }

    /** Copies every version of every diagram, and these runs with whoever called them and whom they called. */
    void copy(Collection<String> instanceIds) {
        // rows refer to others that come later, or that a trial does not need
        to.execute("SET REFERENTIAL_INTEGRITY FALSE");
        copy("ACT_RE_DEPLOYMENT", "");
        copy("ACT_GE_BYTEARRAY", " WHERE DEPLOYMENT_ID_ IS NOT NULL");
        copy("ACT_RE_PROCDEF", "");
        copy("ACT_RU_JOBDEF", "");
        Set<String> roots = values("ACT_RU_EXECUTION", "ROOT_PROC_INST_ID_", RUNS, instanceIds);
        Set<String> runs = values("ACT_RU_EXECUTION", RUNS, "ROOT_PROC_INST_ID_", roots);
        copy("ACT_RU_EXECUTION", RUNS, runs);
        copy("ACT_RU_TASK", RUNS, runs);
        copy("ACT_RU_VARIABLE", RUNS, runs);
        copy("ACT_RU_EVENT_SUBSCR", RUNS, runs);
        copy("ACT_RU_INCIDENT", RUNS, runs);
        copy("ACT_RU_JOB", "PROCESS_INSTANCE_ID_", runs);
        copy("ACT_RU_IDENTITYLINK", "TASK_ID_", values("ACT_RU_TASK", "ID_", RUNS, runs));
        Set<String> contents = new HashSet<>(values("ACT_RU_VARIABLE", "BYTEARRAY_ID_", RUNS, runs));
        contents.addAll(values("ACT_RU_JOB", "EXCEPTION_STACK_ID_", "PROCESS_INSTANCE_ID_", runs));
        copy("ACT_GE_BYTEARRAY", "ID_", contents);
    }

    private Set<String> values(String table, String column, String by, Collection<String> keys) {
        Set<String> found = new HashSet<>();
        for (List<String> chunk : chunks(keys)) {
            found.addAll(from.queryForList(
                    "SELECT DISTINCT %s FROM %s WHERE %s IN (%s) AND %s IS NOT NULL"
                            .formatted(column, table, by, marks(chunk), column),
                    String.class,
                    chunk.toArray()));
        }
        return found;
    }

    private void copy(String table, String by, Collection<String> keys) {
        for (List<String> chunk : chunks(keys)) {
            copy(table, " WHERE %s IN (%s)".formatted(by, marks(chunk)), chunk.toArray());
        }
    }

    private void copy(String table, String condition, Object... arguments) {
        from.query(
                "SELECT * FROM " + table + condition,
                (ResultSet rows) -> {
                    insert(table, rows);
                    return null;
                },
                arguments);
    }

    private void insert(String table, ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnName(i).toUpperCase(Locale.ROOT));
        }
        String insert = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table,
                        String.join(", ", names),
                        names.stream().map(name -> "?").collect(Collectors.joining(", ")));
        List<Object[]> batch = new ArrayList<>();
        while (rows.next()) {
            Object[] row = new Object[names.size()];
            for (int i = 0; i < row.length; i++) {
                Object value = rows.getObject(i + 1);
                row[i] = value instanceof java.sql.Blob ? rows.getBytes(i + 1) : value;
            }
            batch.add(row);
            if (batch.size() == CHUNK) {
                to.batchUpdate(insert, batch);
                batch.clear();
            }
        }
        to.batchUpdate(insert, batch);
    }

    private static String marks(List<String> chunk) {
        return String.join(", ", Collections.nCopies(chunk.size(), "?"));
    }

    private static List<List<String>> chunks(Collection<String> keys) {
        List<String> all = new ArrayList<>(new HashSet<>(keys));
        List<List<String>> chunks = new ArrayList<>();
        for (int i = 0; i < all.size(); i += CHUNK) {
            chunks.add(all.subList(i, Math.min(all.size(), i + CHUNK)));
        }
        return chunks;
    }
}
