package cn.lianping.monitoring;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.OfficeHours;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code bin/monitoring rebuild}: makes the facts anew from the engine's history, without starting the platform. With
 * {@code --verify} it only compares. Exit status 0 if all was as the history has it or has been put right, 1 if a
 * comparison found differences, 2 if there is no database or the command is not understood.
 */
public final class RebuildCommand {

    private static final int FINE = 0;
    private static final int DIFFERENT = 1;
    private static final int NOT_DONE = 2;

    /** Differences printed; more say no more than these. */
    private static final int MOST_LINES = 20;

    private static final String USAGE = """
            用法:bin/monitoring rebuild [--verify] [--mysql]
            按引擎历史重建环节事实;--verify 只核对不改动;--mysql 按环境变量 LIANPING_MYSQL_* 连接。""";

    private final PrintStream out;
    private final Map<String, String> environment;
    private final Path home;

    RebuildCommand(PrintStream out, Map<String, String> environment, Path home) {
        this.out = out;
        this.environment = environment;
        this.home = home;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("lianping.home", "var"));
        System.exit(new RebuildCommand(out, System.getenv(), home).run(List.of(arguments)));
    }

    /** Carries out the command and answers the exit status. */
    int run(List<String> arguments) {
        boolean understood = !arguments.isEmpty()
                && arguments.get(0).equals("rebuild")
                && List.of("rebuild", "--verify", "--mysql").containsAll(arguments);
        if (!understood) {
            out.println(USAGE);
            return NOT_DONE;
        }
        boolean mysql = arguments.contains("--mysql");
        if (!mysql && !Files.exists(home.resolve("data/lianping.mv.db"))) {
            out.println(home + " 中没有数据库:请先启动平台(bin/run)");
            return NOT_DONE;
        }
        return run(mysql ? mysql() : embedded(), arguments.contains("--verify"));
    }

    private DataSource embedded() {
        String file = home.resolve("data/lianping").toAbsolutePath().normalize().toString();
        return new DriverManagerDataSource("jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE;IFEXISTS=TRUE", "sa", "");
    }

    private DataSource mysql() {
        String url =
                "jdbc:mysql://%s:%s/%s?characterEncoding=UTF-8&connectionTimeZone=Asia/Shanghai&allowPublicKeyRetrieval=true&useSSL=false"
                        .formatted(
                                environment.getOrDefault("LIANPING_MYSQL_HOST", "127.0.0.1"),
                                environment.getOrDefault("LIANPING_MYSQL_PORT", "3306"),
                                environment.getOrDefault("LIANPING_MYSQL_DATABASE", "lianping"));
        DriverManagerDataSource source = new DriverManagerDataSource(
                url,
                environment.getOrDefault("LIANPING_MYSQL_USER", "lianping"),
                environment.getOrDefault("LIANPING_MYSQL_PASSWORD", "lianping"));
        return source;
    }

    /** The same on a given database. */
    int run(DataSource database, boolean verifyOnly) {
        SqlSessionTemplate session = new SqlSessionTemplate(sessions(database));
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        OfficeHours hours = new OfficeHours(
                new CalendarRepository(home),
                System.getProperty("lianping.office-hours.opens", "08:30"),
                System.getProperty("lianping.office-hours.noon", "12:00"),
                System.getProperty("lianping.office-hours.afternoon", "13:00"),
                System.getProperty("lianping.office-hours.closes", "17:30"));
        Folding folding = new Folding(session.getMapper(FoldMapper.class), hours, transactions);
        RebuildMapper rows = session.getMapper(RebuildMapper.class);
        Rebuild rebuild = new Rebuild(
                session.getMapper(HistoryMapper.class),
                rows,
                session.getMapper(FactMapper.class),
                new Line(rows, session.getMapper(FoldMapper.class), folding, hours, transactions),
                folding,
                hours,
                new TransactionTemplate(transactions));
        Rebuild.Report report = verifyOnly ? rebuild.verify(key -> {}) : rebuild.rebuild(key -> {});
        out.println("历史可证的事实 %d 行,历史已清理而保留 %d 行,不一致 %d 行%s"
                .formatted(
                        report.rows(),
                        report.kept(),
                        report.differences().size(),
                        verifyOnly || report.differences().isEmpty() ? "" : "(已更正)"));
        report.differences().stream().limit(MOST_LINES).forEach(line -> out.println("  " + line));
        return verifyOnly && !report.differences().isEmpty() ? DIFFERENT : FINE;
    }

    private static SqlSessionFactory sessions(DataSource database) {
        Configuration configuration = new Configuration();
        configuration.setMapUnderscoreToCamelCase(true);
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        factory.setConfiguration(configuration);
        try {
            SqlSessionFactory sessions = Objects.requireNonNull(factory.getObject());
            List.of(HistoryMapper.class, RebuildMapper.class, FactMapper.class, FoldMapper.class)
                    .forEach(sessions.getConfiguration()::addMapper);
            return sessions;
        } catch (Exception e) {
            throw new IllegalStateException("数据库无法读取", e);
        }
    }
}
