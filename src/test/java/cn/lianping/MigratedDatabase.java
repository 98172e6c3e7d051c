package cn.lianping;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database with all migrations and nothing else in it: H2 in memory, or the real MySQL that {@code bin/test} starts when
 * the tests of mappers run a second time with {@code -Dlianping.test.database=mysql}.
 */
public final class MigratedDatabase {

    private static final String SCHEMA = "lianping_mapper";

    private MigratedDatabase() {}

    /** Empty; on MySQL what the test before left is gone. */
    public static DataSource fresh() {
        if (!"mysql".equals(System.getProperty("lianping.test.database"))) {
            return migrated(new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        }
        String server = "jdbc:mysql://%s:%s/".formatted(environment("HOST"), environment("PORT"));
        new JdbcTemplate(owned(server)).execute("CREATE DATABASE IF NOT EXISTS " + SCHEMA + " CHARACTER SET utf8mb4");
        DataSource database = migrated(owned(server + SCHEMA
                + "?connectionTimeZone=Asia/Shanghai&allowPublicKeyRetrieval=true&useSSL=false&nullDatabaseMeansCurrent=true"
                + "&sessionVariables=transaction_isolation='READ-COMMITTED'"));
        empty(new JdbcTemplate(database));
        return database;
    }

    private static DataSource owned(String url) {
        return new DriverManagerDataSource(url, environment("OWNER"), environment("PASSWORD"));
    }

    private static String environment(String name) {
        String value = System.getenv("LIANPING_MYSQL_" + name);
        if (value == null) {
            throw new IllegalStateException("LIANPING_MYSQL_" + name + " is not set: run bin/test");
        }
        return value;
    }

    private static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** Everything but what the migrations themselves put in. */
    private static void empty(JdbcTemplate sql) {
        List<String> tables = sql.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                        + " AND table_name NOT IN ('flyway_schema_history', 'area', 'audit_chain')",
                String.class);
        sql.execute((java.sql.Connection connection) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("SET FOREIGN_KEY_CHECKS = 0");
                for (String table : tables) {
                    statement.execute("DELETE FROM `" + table + "`");
                }
                statement.execute("DELETE FROM audit_chain WHERE chain <> 'platform'");
                statement.execute("UPDATE audit_chain SET last_seq = 0, last_hash = REPEAT('0', 64)");
                statement.execute("SET FOREIGN_KEY_CHECKS = 1");
            }
            return tables.size();
        });
    }
}
