package cn.lianping.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.jspecify.annotations.Nullable;

/**
 * {@code bin/audit verify}: verifies the log of one or more databases without starting the platform. Exit status 0 if
 * every log is whole, 1 if one is broken or cannot be read, 2 if there is no database or the command is not understood.
 */
public final class AuditCommand {

    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOTHING_TO_VERIFY = 2;

    /** Breaks printed per database; more say no more than these. */
    private static final int MOST_LINES = 50;

    private static final String EMBEDDED_FILE = "lianping.mv.db";
    private static final String USAGE = """
            用法:bin/audit verify [--home 目录] | verify --url JDBC地址 [--user 用户] [--password 口令] | verify --mysql
            默认核验 var/ 下的全部内嵌数据库;--mysql 按环境变量 LIANPING_MYSQL_* 连接。""";

    private final PrintStream out;
    private final Map<String, String> environment;

    AuditCommand(PrintStream out, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new AuditCommand(out, System.getenv()).run(List.of(arguments)));
    }

    private record Database(String name, String url, String user, String password) {}

    /** Carries out the command and answers the exit status. */
    int run(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.get(0).equals("verify")) {
            out.println(USAGE);
            return NOTHING_TO_VERIFY;
        }
        List<Database> databases;
        try {
            databases = databases(new Options(arguments.subList(1, arguments.size())));
        } catch (IllegalArgumentException notUnderstood) {
            out.println(notUnderstood.getMessage());
            out.println(USAGE);
            return NOTHING_TO_VERIFY;
        }
        if (databases.isEmpty()) {
            out.println("没有找到数据库:请先启动平台(bin/run)或用 --url 指明");
            return NOTHING_TO_VERIFY;
        }
        int status = WHOLE;
        for (Database database : databases) {
            status = Math.max(status, verify(database));
        }
        return status;
    }

    private List<Database> databases(Options options) {
        String url = options.url();
        if (url != null) {
            return List.of(new Database(url, url, options.user(), options.password()));
        }
        if (options.mysql()) {
            return List.of(mysql());
        }
        Path home = Path.of(options.home());
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(home, 4)) {
            return files.filter(file -> file.endsWith(EMBEDDED_FILE))
                    .sorted()
                    .map(AuditCommand::embedded)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database embedded(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        String base = path.substring(0, path.length() - ".mv.db".length());
        return new Database(file.toString(), "jdbc:h2:file:" + base + ";AUTO_SERVER=TRUE;IFEXISTS=TRUE", "sa", "");
    }

    private Database mysql() {
        String url = "jdbc:mysql://%s:%s/%s?characterEncoding=UTF-8&allowPublicKeyRetrieval=true&useSSL=false"
                .formatted(
                        environment.getOrDefault("LIANPING_MYSQL_HOST", "127.0.0.1"),
                        environment.getOrDefault("LIANPING_MYSQL_PORT", "3306"),
                        environment.getOrDefault("LIANPING_MYSQL_DATABASE", "lianping"));
        return new Database(
                url.substring(0, url.indexOf('?')),
                url,
                environment.getOrDefault("LIANPING_MYSQL_USER", "lianping"),
                environment.getOrDefault("LIANPING_MYSQL_PASSWORD", "lianping"));
    }

    private int verify(Database database) {
        out.println("数据库 " + database.name());
        UnpooledDataSource source =
                new UnpooledDataSource(driver(database.url()), database.url(), database.user(), database.password());
        Configuration configuration = new Configuration(new Environment("audit", new JdbcTransactionFactory(), source));
        configuration.addMapper(AuditMapper.class);
        try (SqlSession session =
                new SqlSessionFactoryBuilder().build(configuration).openSession()) {
            return print(new AuditVerification(session.getMapper(AuditMapper.class)).verify());
        } catch (PersistenceException e) {
            out.println("  读取失败:" + rootMessage(e));
            return BROKEN;
        }
    }

    private int print(AuditReport report) {
        out.println("  链 " + report.chains() + " 条,记录 " + report.entries() + " 条");
        if (report.whole()) {
            out.println("  完整");
            return WHOLE;
        }
        out.println("  断裂 " + report.breaks().size() + " 处,第一处:"
                + report.breaks().get(0).line());
        report.breaks().stream().skip(1).limit(MOST_LINES - 1L).forEach(each -> out.println("    " + each.line()));
        if (report.breaks().size() > MOST_LINES) {
            out.println("    其余 " + (report.breaks().size() - MOST_LINES) + " 处从略");
        }
        return BROKEN;
    }

    private static String driver(String url) {
        return url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "com.mysql.cj.jdbc.Driver";
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** What stands behind {@code verify}. */
    private static final class Options {

        private @Nullable String url;
        private String user = "sa";
        private String password = "";
        private String home = "var";
        private boolean mysql;

        Options(List<String> words) {
            List<String> left = new ArrayList<>(words);
            while (!left.isEmpty()) {
                String option = left.remove(0);
                switch (option) {
                    case "--mysql" -> mysql = true;
                    case "--url" -> url = operand(option, left);
                    case "--user" -> user = operand(option, left);
                    case "--password" -> password = operand(option, left);
                    case "--home" -> home = operand(option, left);
                    default -> throw new IllegalArgumentException("不认识的选项:" + option);
                }
            }
        }

        private static String operand(String option, List<String> left) {
            if (left.isEmpty()) {
                throw new IllegalArgumentException("选项 " + option + " 后面缺少内容");
            }
            return left.remove(0);
        }

        @Nullable
        String url() {
            return url;
        }

        String user() {
            return user;
        }

        String password() {
            return password;
        }

        String home() {
            return home;
        }

        boolean mysql() {
            return mysql;
        }
    }
}
