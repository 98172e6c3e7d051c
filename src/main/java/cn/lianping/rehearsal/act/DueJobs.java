package cn.lianping.rehearsal.act;

import cn.lianping.rehearsal.RehearsalOnly;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The jobs that wait, found by an index: the engine's own query reads every job there is, and hundreds of replayed cases have
 * thousands, asked for with each of their acts.
 */
@RehearsalOnly
class DueJobs {

    private static final String DUE = "SELECT ID_ FROM ACT_RU_JOB WHERE RETRIES_ > 0 AND DUEDATE_ IS NULL"
            + " UNION ALL SELECT ID_ FROM ACT_RU_JOB WHERE RETRIES_ > 0 AND DUEDATE_ <= ?";
    private static final String NEXT = "SELECT DUEDATE_ FROM ACT_RU_JOB WHERE RETRIES_ > 0 AND SUSPENSION_STATE_ = 1"
            + " AND DUEDATE_ > ? ORDER BY DUEDATE_ FETCH FIRST ROW ONLY";

    private final ManagementService management;
    private final JdbcTemplate database;

    DueJobs(ManagementService management, JdbcTemplate database) {
        this.management = management;
        this.database = database;
        database.execute("CREATE INDEX rehearsal_due_job ON ACT_RU_JOB (DUEDATE_)");
    }

    /** What is due, in its order. */
    List<Job> at(Instant now) {
        Set<String> ids = Set.copyOf(database.queryForList(DUE, String.class, Timestamp.from(now)));
        return ids.isEmpty()
                ? List.of()
                : management.createJobQuery().jobIds(ids).list().stream()
                        .sorted(Comparator.comparing(
                                        (Job job) -> job.getDuedate() == null ? new Date(0) : job.getDuedate())
                                .thenComparing(Job::getCreateTime)
                                .thenComparing(job -> String.valueOf(job.getProcessDefinitionKey())))
                        .toList();
    }

    /** When the next is due after that. */
    Optional<Instant> after(Instant now) {
        return database.queryForList(NEXT, Timestamp.class, Timestamp.from(now)).stream()
                .map(Timestamp::toInstant)
                .findFirst();
    }
}
