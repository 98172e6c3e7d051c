package cn.lianping.publicity;

import cn.lianping.MigratedDatabase;
import cn.lianping.round.CaseStatus;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A round with cases on a database in memory. */
final class PublicityDatabase {

    static final String ROUND = "2026-01";

    final JdbcTemplate jdbc;
    final DataSourceTransactionManager transactions;
    final NoticeMapper notices;
    final ObjectionMapper objections;

    PublicityDatabase(String hold) throws Exception {
        DataSource database = MigratedDatabase.fresh();
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        SqlSessionFactory sessions = factory.getObject();
        sessions.getConfiguration().addMapper(NoticeMapper.class);
        sessions.getConfiguration().addMapper(ObjectionMapper.class);
        SqlSessionTemplate session = new SqlSessionTemplate(sessions);
        notices = session.getMapper(NoticeMapper.class);
        objections = session.getMapper(ObjectionMapper.class);
        transactions = new DataSourceTransactionManager(database);
        jdbc = new JdbcTemplate(database);
        jdbc.update(
                "INSERT INTO evaluation_round VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                ROUND,
                "2026年第一批",
                "210000",
                "liaoning-2021",
                1,
                hold,
                LocalDate.of(2026, 1, 5),
                LocalDate.of(2026, 1, 23),
                "round-instance",
                "EVALUATING",
                0,
                0L,
                "office");
    }

    String caseIn(CaseStatus status, int number) {
        String caseNo = ROUND + "-000" + number;
        jdbc.update(
                "INSERT INTO evaluation_case VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
                caseNo,
                ROUND,
                "LN000" + number,
                "210100",
                "91210100MA0000001X",
                status.name(),
                1,
                "case-instance-" + number,
                null,
                null,
                0L,
                "lead");
        return caseNo;
    }

    CaseStatus status(String caseNo) {
        return CaseStatus.valueOf(
                jdbc.queryForObject("SELECT status FROM evaluation_case WHERE case_no = ?", String.class, caseNo));
    }
}
