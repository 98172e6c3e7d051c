package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.EvaluationStage;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The managers' figures beside the straightforward way to get them from the engine's history, with a tenth of the cases and
 * with all: {@code bin/bench monitoring}. A row is inserted for every activity, task and fact; the bare engine reads its
 * history on the same database.
 */
class MonitoringBench {

    private static final int CASES = Integer.getInteger("lianping.bench.cases", 10_000);
    private static final int TIMES = 21;
    private static final int SLOW_TIMES = 3;
    private static final double ENOUGH_MILLISECONDS = 60_000;
    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
    private static final String ROUND = "2026-01";

    private final boolean mysql = "mysql".equals(System.getProperty("lianping.test.database"));
    private final AtomicLong statements = new AtomicLong();
    private final StringBuilder report = new StringBuilder();

    /** What one size measured. */
    private record Measured(double ours, double sql, double api) {}

    @Test
    void figuresBesideTheHistory() throws IOException {
        say("# bin/bench monitoring — " + (mysql ? "MySQL" : "H2"));
        say("");
        say("| 规模 | 查询 | 次数 | 中位毫秒 | P95 毫秒 | 语句 |");
        say("| --- | --- | --- | --- | --- | --- |");
        Measured tenth = measure(CASES / 10);
        Measured all = measure(CASES);
        say("");
        say(String.format(
                Locale.ROOT,
                "看板全部:本平台 %.1f 毫秒,GROUP BY %.0f 毫秒(%.0f 倍),引擎历史接口 %.0f 毫秒(%.0f 倍);数据增至十倍,本平台用时为 %.2f 倍",
                all.ours(),
                all.sql(),
                all.sql() / all.ours(),
                all.api(),
                all.api() / all.ours(),
                all.ours() / tenth.ours()));
        Path file = Path.of("target/bench/monitoring-" + (mysql ? "mysql" : "h2") + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        assertThat(all.sql() / all.ours()).as("times faster than GROUP BY").isGreaterThanOrEqualTo(50);
        assertThat(all.ours() / tenth.ours())
                .as("growth with ten times the data")
                .isLessThanOrEqualTo(2);
    }

    private void say(String line) {
        System.out.println(line);
        report.append(line).append('\n');
    }

    private Measured measure(int cases) {
        try (HikariDataSource source = source()) {
            ProcessEngine engine = engine(source);
            try {
                return measure(cases, source, engine.getHistoryService());
            } finally {
                engine.close();
                if (!mysql) {
                    // gigabytes, which go with the last connection
                    new JdbcTemplate(source).execute("DROP ALL OBJECTS DELETE FILES");
                }
            }
        }
    }

    private HikariDataSource source() {
        HikariDataSource source = new HikariDataSource();
        if (mysql) {
            String url =
                    "jdbc:mysql://%s:%s/%s?connectionTimeZone=Asia/Shanghai&allowPublicKeyRetrieval=true&useSSL=false"
                                    .formatted(
                                            System.getenv("LIANPING_MYSQL_HOST"),
                                            System.getenv("LIANPING_MYSQL_PORT"),
                                            System.getenv("LIANPING_MYSQL_DATABASE"))
                            + "&nullDatabaseMeansCurrent=true&rewriteBatchedStatements=true&cachePrepStmts=true&prepStmtCacheSqlLimit=8192"
                            + "&useLocalSessionState=true&cacheServerConfiguration=true&elideSetAutoCommits=true"
                            + "&sessionVariables=transaction_isolation='READ-COMMITTED'";
            source.setJdbcUrl(url);
            source.setUsername(System.getenv("LIANPING_MYSQL_OWNER"));
            source.setPassword(System.getenv("LIANPING_MYSQL_PASSWORD"));
        } else {
            source.setJdbcUrl("jdbc:h2:file:"
                    + Path.of("target/bench/h2-" + System.nanoTime()).toAbsolutePath() + ";QUERY_CACHE_SIZE=512");
            source.setUsername("sa");
        }
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        return source;
    }

    private static ProcessEngine engine(DataSource source) {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bench" + System.nanoTime());
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        return configuration.buildProcessEngine();
    }

    private Measured measure(int cases, HikariDataSource plain, HistoryService history) {
        OfficeHours hours =
                new OfficeHours(new CalendarRepository(Path.of("none")), "08:30", "12:00", "13:00", "17:30");
        JdbcTemplate sql = new JdbcTemplate(plain);
        long began = System.nanoTime();
        new BenchHistory(sql, hours, NOW).fill(cases);
        long activities = sql.queryForObject("SELECT COUNT(*) FROM ACT_HI_ACTINST", Long.class);
        long tasks = sql.queryForObject("SELECT COUNT(*) FROM task_fact", Long.class);
        DataSource counted = ProxyDataSourceBuilder.create(plain)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        statements.addAndGet(queries.size());
                    }

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        // nothing is measured
                    }
                })
                .build();
        MonitoringDatabase database = new MonitoringDatabase(counted);
        FoldMapper folds = database.mapper(FoldMapper.class);
        FigureMapper mapper = database.mapper(FigureMapper.class);
        Days days = new Days(hours, Clock.fixed(NOW, OfficialCalendar.ZONE));
        long filled = System.nanoTime();
        new Folding(folds, hours, database.transactions()).refold();
        System.out.printf(
                Locale.ROOT,
                "%d cases, %d activities, %d task facts: filled in %.1f s, counted in %.1f s%n",
                cases,
                activities,
                tasks,
                (filled - began) / 1e9,
                (System.nanoTime() - filled) / 1e9);
        if (mysql) {
            sql.execute(
                    "ANALYZE TABLE task_fact, stage_passage, stage_summary, ACT_HI_ACTINST, ACT_HI_TASKINST, ACT_HI_PROCINST");
        } else {
            sql.execute("ANALYZE");
        }
        Figures figures = new Figures(new Tallies(folds, hours), mapper, days);
        Snapshot snapshot = new Snapshot(database.transactions());
        Filter filter = Filter.NONE.withRound(ROUND);
        String size = cases + " 件";
        List<Figures.Part> areas = new ArrayList<>();
        BenchHistory.AREAS.forEach(area -> areas.add(new Figures.Part(area, area, filter.withArea(area))));
        double ours = time(
                size,
                "看板(漏斗、分位、最久、趋势、逾期清单)",
                TIMES,
                () -> snapshot.read(() -> {
                    figures.stages(filter);
                    return mapper.overdue(filter, NOW.toEpochMilli(), 20);
                }));
        time(
                size,
                "看板:某地区",
                TIMES,
                () -> snapshot.read(() -> {
                    figures.stages(filter.withArea("210200"));
                    return mapper.overdue(filter.withArea("210200"), NOW.toEpochMilli(), 20);
                }));
        time(
                size,
                "按地区比较一个环节",
                TIMES,
                () -> snapshot.read(
                        () -> figures.parts(filter, EvaluationStage.PRELIMINARY_REVIEW.code(), "AREA", areas)));
        time(
                size,
                "热力图节点",
                TIMES,
                () -> snapshot.read(() -> mapper.nodes("comprehensive-evaluation", filter, NOW.toEpochMilli())));
        StraightQueries straight = new StraightQueries(sql, history, NOW, ROUND);
        double bySql = time(size, "同样的看板:GROUP BY ACT_HI_ACTINST", SLOW_TIMES, straight::boardBySql);
        double byApi = time(size, "同样的看板:引擎历史查询与报表接口", SLOW_TIMES, straight::boardByApi);
        return new Measured(ours, bySql, byApi);
    }

    private double time(String size, String name, int times, Runnable work) {
        // what is measured is a server that has been asked before
        double first = milliseconds(work);
        for (int i = 1; i < (times > SLOW_TIMES ? 3 * times : 1); i++) {
            work.run();
        }
        List<Double> taken = new ArrayList<>();
        long before = statements.get();
        if (first > ENOUGH_MILLISECONDS) {
            // minutes do not hang on what is in memory already
            taken.add(first);
        } else {
            for (int i = 0; i < times; i++) {
                taken.add(milliseconds(work));
            }
        }
        taken.sort(null);
        double median = taken.get((taken.size() + 1) / 2 - 1);
        say(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %d |",
                size,
                name,
                taken.size(),
                median,
                taken.get((int) Math.ceil(0.95 * taken.size()) - 1),
                (statements.get() - before) / taken.size()));
        return median;
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
