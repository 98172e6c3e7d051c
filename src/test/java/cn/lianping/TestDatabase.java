package cn.lianping;

import cn.lianping.identity.CurrentActor;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.Flyway;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A database in memory with all migrations, and what stands on it, wired by hand: no engine, no web server. */
public final class TestDatabase implements AutoCloseable {

    /** Noon of 2026-02-11 in Shenyang, for ever. */
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-11T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private final String url;
    private final HikariDataSource source;
    private final PlatformTransactionManager transactions;
    private final SqlSessionTemplate session;
    private final CurrentActor actor =
            new CurrentActor(new StaticListableBeanFactory().getBeanProvider(ProcessEngine.class));

    public TestDatabase() {
        this("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** On the given H2 database, which is made if it does not exist. */
    public TestDatabase(String url) {
        this.url = url;
        source = new HikariDataSource();
        source.setJdbcUrl(url);
        source.setUsername("sa");
        source.setPassword("");
        source.setMaximumPoolSize(20);
        Flyway.configure().dataSource(source).load().migrate();
        transactions = new JdbcTransactionManager(source);
        session = new SqlSessionTemplate(factory(source));
    }

    private static SqlSessionFactory factory(HikariDataSource source) {
        Configuration configuration = new Configuration();
        configuration.setMapUnderscoreToCamelCase(true);
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(source);
        factory.setConfiguration(configuration);
        try {
            return Objects.requireNonNull(factory.getObject());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mapper with this interface and the XML beside it. */
    public <M> M mapper(Class<M> type) {
        Configuration configuration = session.getConfiguration();
        if (!configuration.hasMapper(type)) {
            configuration.addMapper(type);
        }
        return session.getMapper(type);
    }

    public String url() {
        return url;
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public JdbcTemplate sql() {
        return new JdbcTemplate(source);
    }

    public CurrentActor actor() {
        return actor;
    }

    @Override
    public void close() {
        source.close();
    }
}
