package cn.lianping.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.MySqlPlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MySqlPlatformTest
@DisplayName("审计记录的数据库权限")
class AuditRightsTest {

    private final JdbcTemplate sql;
    private final AuditLog log;

    @Autowired
    AuditRightsTest(JdbcTemplate sql, AuditLog log) {
        this.sql = sql;
        this.log = log;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET act = '改'",
                "DELETE FROM audit_entry",
                "TRUNCATE TABLE audit_entry",
                "DROP TABLE audit_entry",
                "ALTER TABLE audit_entry DROP COLUMN hash",
                "DELETE FROM flyway_schema_history"
            })
    void applicationCannotChangeTheLog(String statement) {
        log.record("rights-test", "试验", "记录", java.util.Map.of());
        Integer before = count();
        assertThatThrownBy(() -> sql.execute(statement)).rootCause().hasMessageContaining("command denied");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void applicationCanAppend() {
        Integer before = count();
        log.record("rights-test", "试验", "记录", java.util.Map.of());
        assertThat(count()).isGreaterThan(before);
    }

    private Integer count() {
        return sql.queryForObject("SELECT COUNT(*) FROM audit_entry", Integer.class);
    }
}
