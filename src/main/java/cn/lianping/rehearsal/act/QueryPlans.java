package cn.lianping.rehearsal.act;

import cn.lianping.rehearsal.RehearsalOnly;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How the database in memory finds things. H2 keeps the plan that it made for a statement when the tables were empty and any
 * index was as good as any other: it then looks for the variables of one execution among all that belong to no task. With the
 * rows of hundreds of cases that takes fifty times as long.
 */
@RehearsalOnly
public class QueryPlans {

    private static final List<String> HINTS = List.of(
            // hardly any variable belongs to a task
            "ALTER TABLE ACT_RU_VARIABLE ALTER COLUMN TASK_ID_ SELECTIVITY 1",
            "CREATE INDEX IF NOT EXISTS rehearsal_subtask ON ACT_RU_TASK (PARENT_TASK_ID_)",
            // only a new index makes H2 plan again
            "CREATE INDEX rehearsal_plans ON rehearsal_turn (seen_at)",
            "DROP INDEX rehearsal_plans");

    private final JdbcTemplate database;

    QueryPlans(JdbcTemplate database) {
        this.database = database;
    }

    /** Makes them anew for the rows that are there now. */
    public void renew() {
        HINTS.forEach(database::execute);
    }
}
