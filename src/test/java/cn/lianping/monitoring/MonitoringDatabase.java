package cn.lianping.monitoring;

import cn.lianping.MigratedDatabase;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The tables of the monitoring on H2, or on MySQL when the tests of mappers run there; no engine. */
final class MonitoringDatabase {

    private final DataSource source;
    private final SqlSessionFactory sessions;

    MonitoringDatabase() {
        this(MigratedDatabase.fresh());
    }

    MonitoringDatabase(DataSource migrated) {
        source = migrated;
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(source);
        try {
            sessions = Objects.requireNonNull(factory.getObject());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T mapper(Class<T> type) {
        if (!sessions.getConfiguration().hasMapper(type)) {
            sessions.getConfiguration().addMapper(type);
        }
        return new SqlSessionTemplate(sessions).getMapper(type);
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(source);
    }

    JdbcTemplate sql() {
        return new JdbcTemplate(source);
    }
}
