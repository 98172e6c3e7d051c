package cn.lianping.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the two foreign keys of incidents to incidents away on MySQL. An incident refers to itself as its own cause, which
 * MySQL only lets delete where the keys delete onwards, as the engine's scripts have them; but MySQL 9.7 follows both keys
 * in turn until its limit of 30 and then refuses as well, so that no failed job could ever be retried. The engine deletes
 * incidents itself and in order, without the keys' help, as on all other databases.
 */
final class IncidentKeys {

    private static final String FIND =
            "SELECT constraint_name FROM information_schema.referential_constraints WHERE constraint_schema = DATABASE()"
                    + " AND table_name = 'ACT_RU_INCIDENT' AND referenced_table_name = 'ACT_RU_INCIDENT'";

    private IncidentKeys() {}

    /** Does nothing where they are gone. */
    static void drop(Connection connection) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet found = statement.executeQuery(FIND)) {
                while (found.next()) {
                    keys.add(found.getString(1));
                }
            }
            for (String key : keys) {
                statement.execute("ALTER TABLE ACT_RU_INCIDENT DROP FOREIGN KEY `" + key + "`");
            }
        }
    }
}
