package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import cn.lianping.engine.EvaluationStage;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases of one round in the engine's history and in the facts, by bulk insert: loops, overdue and open cases among them. */
final class BenchHistory {

    static final List<String> AREAS = List.of(
            "210100", "210200", "210300", "210400", "210500", "210600", "210700", "210800", "210900", "211000",
            "211100", "211200", "211300", "211400", "SFQ000");
    static final List<String> CASE_ACTIVITIES = List.of(
            "callActivity_selfEvaluation",
            "callActivity_preliminaryReview",
            "callActivity_comprehensiveEvaluation",
            "gateway_awaitDeliberation",
            "gateway_awaitPublicity",
            "gateway_awaitRelease");
    static final String CASE_DEFINITION = "alliance-evaluation:1:bench";

    private static final List<String> FIELDS = List.of("高端装备", "新材料", "信息技术", "生物医药", "节能环保", "现代农业");
    private static final int[] TASKS = {16, 4, 9, 0, 0, 0};
    private static final int[] MEAN_DAYS = {12, 8, 15, 10, 6, 5};
    private static final int BATCH = 5_000;
    private static final long DAY = 86_400_000L;

    private final JdbcTemplate sql;
    private final OfficeHours hours;
    private final long now;
    private final long start;
    private final Random random = new Random(20260601);
    private final List<Object[]> processes = new ArrayList<>();
    private final List<Object[]> activities = new ArrayList<>();
    private final List<Object[]> tasks = new ArrayList<>();
    private final List<Object[]> facts = new ArrayList<>();
    private final List<Object[]> passages = new ArrayList<>();

    BenchHistory(JdbcTemplate sql, OfficeHours hours, Instant now) {
        this.sql = sql;
        this.hours = hours;
        this.now = now.toEpochMilli();
        this.start = this.now - 100 * DAY;
    }

    void fill(int cases) {
        for (String table : List.of(
                "ACT_HI_ACTINST",
                "ACT_HI_TASKINST",
                "ACT_HI_PROCINST",
                "task_fact",
                "stage_passage",
                "stage_summary")) {
            sql.execute("TRUNCATE TABLE " + table);
        }
        for (int n = 1; n <= cases; n++) {
            addCase("2026-01-%05d".formatted(n));
            if (activities.size() > BATCH) {
                flush();
            }
        }
        flush();
    }

    private void addCase(String caseNo) {
        String area = AREAS.get(random.nextInt(AREAS.size()));
        String field = FIELDS.get(random.nextInt(FIELDS.size()));
        String instance = UUID.randomUUID().toString();
        // a slow area, and a long tail
        double pace = (area.equals("210700") ? 1.6 : 1) * Math.exp(random.nextGaussian() * 0.4);
        long at = start + (long) (random.nextDouble() * 20 * DAY);
        process(instance, caseNo, "alliance-evaluation", null, at, null);
        int stage = 0;
        int[] visits = new int[6];
        while (stage < 6) {
            long spent = (long) (MEAN_DAYS[stage] * pace * DAY * (0.4 + random.nextDouble()));
            Long left = at + spent > now ? null : at + spent;
            int next = stage > 0 && stage < 3 && random.nextInt(8) == 0 ? stage - 1 : stage + 1;
            Outcome outcome = left == null
                    ? Outcome.OPEN
                    : next > 5 ? Outcome.RELEASED : next > stage ? Outcome.FORWARD : Outcome.BACK;
            visits[stage]++;
            String id = CASE_ACTIVITIES.get(stage) + ":"
                    + UUID.randomUUID().toString().substring(0, 20);
            activity(
                    id,
                    "alliance-evaluation",
                    instance,
                    CASE_ACTIVITIES.get(stage),
                    stage < 3 ? "callActivity" : "eventBasedGateway",
                    at,
                    left,
                    null);
            String code = EvaluationStage.values()[stage].code();
            passages.add(new Object[] {
                id,
                caseNo,
                "2026-01",
                area,
                field,
                CASE_DEFINITION,
                instance,
                CASE_ACTIVITIES.get(stage),
                code,
                visits[stage],
                at,
                left,
                wm(at),
                left == null ? null : wm(left),
                outcome.name(),
                1,
                0
            });
            if (TASKS[stage] > 0) {
                called(caseNo, area, field, instance, stage, visits[stage], at, left);
            }
            for (String other : List.of("gateway_a", "serviceTask_b", "startEvent_c", "endEvent_d")) {
                activity(UUID.randomUUID().toString(), code, instance, other, "exclusiveGateway", at, at + 5, null);
            }
            if (left == null) {
                return;
            }
            at = left;
            stage = next;
        }
    }

    private void called(
            String caseNo,
            String area,
            String field,
            String caller,
            int stage,
            int visit,
            long from,
            @Nullable Long until) {
        String instance = UUID.randomUUID().toString();
        String key = EvaluationStage.values()[stage].code();
        process(instance, caseNo, key, caller, from, until);
        for (int n = 0; n < TASKS[stage]; n++) {
            long end = until == null ? now : until;
            long entered = from + (long) (random.nextDouble() * 0.3 * (end - from));
            long finished = entered + (long) ((0.3 + 0.7 * random.nextDouble()) * (end - entered));
            boolean open = until == null && random.nextBoolean();
            Long left = open ? null : Long.valueOf(finished);
            Long taken = open ? null : Long.valueOf(entered + (long) (random.nextDouble() * (finished - entered)));
            long due = entered + (MEAN_DAYS[stage] + 3) * DAY;
            String id = UUID.randomUUID().toString();
            String taskKey = "userTask_" + key.substring(0, 4) + n % 4;
            String group =
                    stage == 0 ? "org-91210000000000000X" : stage == 1 ? "science-" + area : "division-S" + n % 3;
            Timestamp startTime = new Timestamp(entered);
            Timestamp endTime = left == null ? null : new Timestamp(left);
            tasks.add(new Object[] {
                id,
                taskKey,
                key,
                key + ":1:bench",
                caller,
                instance,
                instance,
                "任务",
                caseNo,
                startTime,
                endTime,
                left == null ? null : left - entered,
                left == null ? null : "completed",
                new Timestamp(due)
            });
            activity(taskKey + ":" + id.substring(0, 20), key, instance, taskKey, "userTask", entered, left, id);
            for (int other = 0; other < 2; other++) {
                activity(
                        UUID.randomUUID().toString(),
                        key,
                        instance,
                        "gateway_" + other,
                        "exclusiveGateway",
                        finished,
                        finished + 3,
                        null);
            }
            facts.add(new Object[] {
                id,
                caseNo,
                caseNo,
                "2026-01",
                area,
                field,
                key,
                key + ":1:bench",
                instance,
                key,
                taskKey,
                stage == 0 ? String.valueOf(n % 10 + 1) : group,
                stage == 0 ? Integer.valueOf(n % 10 + 1) : null,
                visit,
                stage == 0 ? TaskFact.ORGANISATION : group,
                null,
                0,
                null,
                group,
                entered,
                taken,
                left,
                due,
                wm(entered),
                taken == null ? null : wm(taken),
                left == null ? null : wm(left),
                left == null ? "OPEN" : "COMPLETED",
                null,
                1,
                0
            });
        }
    }

    private void process(
            String id, String caseNo, String key, @Nullable String caller, long from, @Nullable Long until) {
        processes.add(new Object[] {
            id,
            id,
            caseNo,
            key,
            key + ":1:bench",
            new Timestamp(from),
            until == null ? null : new Timestamp(until),
            caller,
            until == null ? "ACTIVE" : "COMPLETED"
        });
    }

    private void activity(
            String id,
            String key,
            String instance,
            String activity,
            String type,
            long from,
            @Nullable Long until,
            @Nullable String task) {
        activities.add(new Object[] {
            id,
            key,
            key + ":1:bench",
            instance,
            instance,
            activity,
            task,
            activity,
            type,
            new Timestamp(from),
            until == null ? null : new Timestamp(until),
            until == null ? null : until - from,
            0
        });
    }

    private long wm(long at) {
        return hours.minuteOf(Instant.ofEpochMilli(at));
    }

    /** In one transaction: row by row each would be waited for. */
    private void flush() {
        new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(sql.getDataSource())))
                .executeWithoutResult(status -> write());
    }

    private void write() {
        insert(
                "ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, START_TIME_, END_TIME_,"
                        + " SUPER_PROCESS_INSTANCE_ID_, STATE_)",
                processes);
        insert(
                "ACT_HI_ACTINST (ID_, PROC_DEF_KEY_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, TASK_ID_, ACT_NAME_,"
                        + " ACT_TYPE_, START_TIME_, END_TIME_, DURATION_, ACT_INST_STATE_)",
                activities);
        insert(
                "ACT_HI_TASKINST (ID_, TASK_DEF_KEY_, PROC_DEF_KEY_, PROC_DEF_ID_, ROOT_PROC_INST_ID_, PROC_INST_ID_,"
                        + " EXECUTION_ID_, NAME_, DESCRIPTION_, START_TIME_, END_TIME_, DURATION_, DELETE_REASON_, DUE_DATE_)",
                tasks);
        insert("task_fact", facts);
        insert("stage_passage", passages);
    }

    private void insert(String into, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String marks = "?,".repeat(rows.get(0).length);
            sql.batchUpdate("INSERT INTO " + into + " VALUES (" + marks.substring(0, marks.length() - 1) + ")", rows);
            rows.clear();
        }
    }
}
