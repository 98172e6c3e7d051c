package cn.lianping.monitoring;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.jdbc.core.JdbcTemplate;

/** The board as one would get it from the engine's history, in calendar time: by SQL, and by the engine's own interfaces. */
final class StraightQueries {

    private final JdbcTemplate sql;
    private final HistoryService history;
    private final Timestamp now;
    private final String cases;

    StraightQueries(JdbcTemplate sql, HistoryService history, Instant now, String round) {
        this.sql = sql;
        this.history = history;
        this.now = Timestamp.from(now);
        this.cases = round + "-%";
    }

    private static final String FROM =
            " FROM ACT_HI_ACTINST a JOIN ACT_HI_PROCINST p ON p.PROC_INST_ID_ = a.PROC_INST_ID_"
                    + " WHERE p.BUSINESS_KEY_ LIKE ? AND a.PROC_DEF_KEY_ = 'alliance-evaluation'"
                    + " AND a.ACT_TYPE_ IN ('callActivity', 'eventBasedGateway')";

    void boardBySql() {
        // funnel, mean and oldest of each stage
        sql.queryForList(
                "SELECT a.ACT_ID_, COUNT(*), SUM(CASE WHEN a.END_TIME_ IS NULL THEN 1 ELSE 0 END), AVG(a.DURATION_),"
                        + " MIN(CASE WHEN a.END_TIME_ IS NULL THEN a.START_TIME_ END)" + FROM + " GROUP BY a.ACT_ID_",
                cases);
        // median and 90th percentile need every duration
        Map<String, List<Long>> durations = new HashMap<>();
        sql.query(
                "SELECT a.ACT_ID_, a.DURATION_" + FROM + " AND a.END_TIME_ IS NOT NULL ORDER BY a.ACT_ID_, a.DURATION_",
                row -> {
                    durations
                            .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                            .add(row.getLong(2));
                },
                cases);
        // what came and went by day
        sql.queryForList(
                "SELECT a.ACT_ID_, CAST(a.START_TIME_ AS DATE), COUNT(*)" + FROM
                        + " GROUP BY a.ACT_ID_, CAST(a.START_TIME_ AS DATE)",
                cases);
        sql.queryForList(
                "SELECT a.ACT_ID_, CAST(a.END_TIME_ AS DATE), COUNT(*)" + FROM
                        + " AND a.END_TIME_ IS NOT NULL GROUP BY a.ACT_ID_, CAST(a.END_TIME_ AS DATE)",
                cases);
        // overdue by stage, and the list
        sql.queryForList(
                "SELECT t.PROC_DEF_KEY_, COUNT(DISTINCT p.BUSINESS_KEY_) FROM ACT_HI_TASKINST t"
                        + " JOIN ACT_HI_PROCINST p ON p.PROC_INST_ID_ = t.PROC_INST_ID_"
                        + " WHERE t.END_TIME_ IS NULL AND t.DUE_DATE_ <= ? AND p.BUSINESS_KEY_ LIKE ? GROUP BY t.PROC_DEF_KEY_",
                now,
                cases);
        sql.queryForList(
                "SELECT t.* FROM ACT_HI_TASKINST t JOIN ACT_HI_PROCINST p ON p.PROC_INST_ID_ = t.PROC_INST_ID_"
                        + " WHERE t.END_TIME_ IS NULL AND t.DUE_DATE_ <= ? AND p.BUSINESS_KEY_ LIKE ?"
                        + " ORDER BY t.DUE_DATE_ LIMIT 20",
                now,
                cases);
    }

    void boardByApi() {
        // the engine's statistics know neither percentiles nor open ages: each stage's instances have to be read
        for (String definition : BenchHistory.CASE_ACTIVITIES) {
            Map<String, List<Long>> durations = new HashMap<>();
            for (HistoricActivityInstance one : history.createHistoricActivityInstanceQuery()
                    .activityId(definition)
                    .list()) {
                durations
                        .computeIfAbsent(one.getActivityId(), id -> new ArrayList<>())
                        .add(one.getDurationInMillis());
            }
        }
        history.createHistoricActivityStatisticsQuery(BenchHistory.CASE_DEFINITION)
                .includeFinished()
                .includeCanceled()
                .list();
        history.createHistoricTaskInstanceReport().countByTaskName();
        history.createHistoricProcessInstanceReport()
                .processDefinitionKeyIn("alliance-evaluation")
                .duration(org.camunda.bpm.engine.query.PeriodUnit.MONTH);
        history.createHistoricTaskInstanceQuery()
                .unfinished()
                .taskDueBefore(new Date(now.getTime()))
                .orderByTaskDueDate()
                .asc()
                .list();
    }
}
