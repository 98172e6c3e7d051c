package cn.lianping.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.stereotype.Component;

/**
 * On MySQL the tables belong to an owner, whom only this class acts as: it migrates them, creates the engine's, and
 * gives the application's own user what it needs and no more. So whoever takes the application over can neither change
 * nor delete an entry of the audit log, nor the tables themselves.
 */
@Component
class SchemaOwner implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaOwner.class);
    private static final String WORK = "SELECT, INSERT, UPDATE, DELETE";

    /** Append-only, or read-only, whatever the application does. */
    private static final Map<String, String> LESS =
            Map.of("audit_entry", "SELECT, INSERT", "flyway_schema_history", "SELECT");

    private final DataSourceProperties application;
    private final String host;

    /** @param host from where the application's user connects, as MySQL names its accounts */
    SchemaOwner(DataSourceProperties application, @Value("${lianping.mysql.application-host:%}") String host) {
        this.application = application;
        this.host = host;
    }

    @Override
    public void migrate(Flyway flyway) {
        flyway.migrate();
        DataSource owner = flyway.getConfiguration().getDataSource();
        try (Connection connection = owner.getConnection()) {
            if (!connection.getMetaData().getDatabaseProductName().equals("MySQL")) {
                return;
            }
            if (!hasEngineTables(connection)) {
                createEngineTables(owner);
            }
            IncidentKeys.drop(connection);
            String own = connection.getMetaData().getUserName().replaceFirst("@.*", "");
            if (own.equals(application.getUsername())) {
                LOG.warn("数据库的所有者与应用使用同一用户 {},审计记录未受数据库权限保护;请设置 LIANPING_MYSQL_OWNER", own);
                return;
            }
            grant(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("数据库权限无法设置:" + e.getMessage(), e);
        }
    }

    private static boolean hasEngineTables(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), null, "ACT_GE_PROPERTY", null)) {
            return tables.next();
        }
    }

    private static void createEngineTables(DataSource owner) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("schema-owner");
        configuration.setDataSource(owner);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        configuration.buildProcessEngine().close();
    }

    private void grant(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                statement.execute("GRANT %s ON `%s` TO '%s'@'%s'"
                        .formatted(LESS.getOrDefault(table, WORK), table, application.getUsername(), host));
            }
        }
    }
}
