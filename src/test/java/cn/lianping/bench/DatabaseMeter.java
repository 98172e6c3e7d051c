package cn.lianping.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * What the MySQL server itself counted, all connections together; nothing else may use the server meanwhile.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/9.0/en/server-status-variables.html">Com_xxx</a>
 */
final class DatabaseMeter implements AutoCloseable {

    private static final String[] DATA = {
        "select", "insert", "insert_select", "update", "update_multi", "delete", "delete_multi", "replace"
    };

    private final Connection connection;

    DatabaseMeter(String url, String user, String password) throws SQLException {
        connection = DriverManager.getConnection(url, user, password);
    }

    /**
     * Statements and transactions since the server's start.
     *
     * @param statements reading or changing rows
     * @param commits asked for by COMMIT
     */
    record Count(long statements, long commits) {

        Count minus(Count earlier) {
            return new Count(statements - earlier.statements, commits - earlier.commits);
        }
    }

    Count now() {
        Map<String, Long> status = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Com\\_%'")) {
            while (rows.next()) {
                status.put(rows.getString(1).substring("Com_".length()), rows.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        long statements = 0;
        for (String kind : DATA) {
            statements += status.getOrDefault(kind, 0L);
        }
        return new Count(statements, status.getOrDefault("commit", 0L));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
