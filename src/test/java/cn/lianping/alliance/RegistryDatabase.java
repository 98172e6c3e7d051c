package cn.lianping.alliance;

import cn.lianping.MigratedDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The registry on a database in memory, without an application context; counts what is sent to the database. */
public final class RegistryDatabase {

    public final Registry registry;
    public final RegistryImport imports;
    public final JdbcTemplate jdbc;
    public final List<Object> events = new ArrayList<>();
    final AtomicInteger statements = new AtomicInteger();

    public RegistryDatabase() throws Exception {
        DataSource plain = MigratedDatabase.fresh();
        DataSource database = new DelegatingDataSource(plain) {
            @Override
            public Connection getConnection() throws java.sql.SQLException {
                return counting(Connection.class, super.getConnection());
            }
        };
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        factory.setMapperLocations(new ClassPathResource("cn/lianping/alliance/RegistryMapper.xml"));
        RegistryMapper mapper = new SqlSessionTemplate(factory.getObject()).getMapper(RegistryMapper.class);
        jdbc = new JdbcTemplate(database);
        registry = new Registry(mapper);
        imports = new RegistryImport(
                mapper, registry, new RegistryWriter(jdbc), new DataSourceTransactionManager(database), events::add);
    }

    /** The six files of the packaged example. */
    public static Map<String, byte[]> example() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (RegistryFile file : RegistryFile.values()) {
            files.put(file.fileName(), Files.readAllBytes(Path.of("db/demo/round-2026", file.fileName())));
        }
        return files;
    }

    int count(String table) {
        Integer count = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Integer.class);
        return count == null ? -1 : count;
    }

    private <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().startsWith("execute")) {
                statements.incrementAndGet();
            }
            try {
                Object result = method.invoke(target, args);
                if (result instanceof PreparedStatement statement) {
                    return counting(PreparedStatement.class, statement);
                }
                return result instanceof Statement statement ? counting(Statement.class, statement) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
