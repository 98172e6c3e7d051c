package cn.lianping.round;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.lianping.MigratedDatabase;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import cn.lianping.policy.PackagedPolicy;
import cn.lianping.policy.PolicyService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.ibatis.session.SqlSessionFactory;
import org.mockito.ArgumentMatchers;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Round 2026-01 on a database in memory, without an application context. */
public final class RoundDatabase {

    public static final String ROUND = "2026-01";
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    public final AuditLog audit = mock(AuditLog.class);
    public final CurrentActor actor = mock(CurrentActor.class);
    public final JdbcTemplate jdbc;
    public final Rounds rounds;
    public final Cases cases;
    public final Participation participation;
    private final SqlSessionFactory sessions;

    public RoundDatabase() throws Exception {
        var database = MigratedDatabase.fresh();
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        sessions = factory.getObject();
        jdbc = new JdbcTemplate(database);
        PolicyService policies = mock(PolicyService.class);
        when(policies.require(ArgumentMatchers.anyString(), ArgumentMatchers.anyInt()))
                .thenReturn(PackagedPolicy.policy());
        when(actor.userId()).thenReturn("clerk");
        RoundMapper mapper = mapper(RoundMapper.class);
        rounds = new Rounds(mapper, policies, CLOCK, event -> {});
        cases = new Cases(mapper, audit, CLOCK);
        participation = new Participation(mapper(ParticipationMapper.class));
        jdbc.update(
                "INSERT INTO evaluation_round VALUES (?, '第一批', '210000', 'liaoning-2021', 1, 'round',"
                        + " '2026-01-05', '2026-01-23', 'r', 'EVALUATING', 0, 0, 'x')",
                ROUND);
        jdbc.update("INSERT INTO organisation VALUES ('91210000000000000X', '盟主', 'enterprise', '210100')");
    }

    /** The mapper; the XML beside its interface is found by its path. */
    public <T> T mapper(Class<T> type) {
        if (!sessions.getConfiguration().hasMapper(type)) {
            sessions.getConfiguration().addMapper(type);
        }
        return new SqlSessionTemplate(sessions).getMapper(type);
    }

    /** A submitted case of this number. */
    public void addCase(String caseNo, CaseStatus status) {
        jdbc.update("INSERT INTO alliance VALUES (?, ?, '新材料', '210100', '91210000000000000X', 'f')", caseNo, caseNo);
        jdbc.update(
                "INSERT INTO evaluation_case VALUES (?, ?, ?, '210100', '91210000000000000X', ?, 1, ?, 1, NULL, 0, 'x')",
                caseNo,
                ROUND,
                caseNo,
                status.name(),
                "p-" + caseNo);
    }

    public CaseStatus statusOf(String caseNo) {
        return cases.require(caseNo).status();
    }
}
