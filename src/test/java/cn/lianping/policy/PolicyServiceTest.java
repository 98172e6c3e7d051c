package cn.lianping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.MigratedDatabase;
import cn.lianping.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.SqlSessionTemplate;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

@Tag("database")
class PolicyServiceTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private PolicyService policies;
    private JdbcTemplate jdbc;

    @BeforeEach
    void createDatabase() throws Exception {
        DataSource database = MigratedDatabase.fresh();
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setDataSource(database);
        factory.setMapperLocations(new ClassPathResource("cn/lianping/policy/PolicyMapper.xml"));
        SqlSessionFactory sessions = factory.getObject();
        policies = new PolicyService(new SqlSessionTemplate(sessions).getMapper(PolicyMapper.class), CLOCK);
        jdbc = new JdbcTemplate(database);
    }

    @Test
    void publishesThePackagedPoliciesOnceHoweverOftenItStarts() {
        PackagedPolicies packaged = new PackagedPolicies(policies);
        packaged.afterSingletonsInstantiated();
        packaged.afterSingletonsInstantiated();
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM policy", Integer.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject("SELECT created_at FROM policy", Long.class))
                .isEqualTo(CLOCK.millis());
        assertThat(policies.require("liaoning-2021", 1)).isEqualTo(PackagedPolicy.policy());
        assertThat(policies.require("liaoning-2021", 1)).isSameAs(policies.require("liaoning-2021", 1));
        assertThat(policies.entries("liaoning-2021", 1)).isNotEmpty();
    }

    @Test
    void neverChangesAPublishedVersion() {
        policies.publish(PackagedPolicy.document());
        String changed = PackagedPolicy.with(root -> root.put("title", "另一办法"));
        assertThatThrownBy(() -> policies.publish(changed))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT))
                .hasMessage("政策 liaoning-2021 第 1 版 已发布,内容不能更改;请以第 2 版发布");
        assertThat(policies.require("liaoning-2021", 1).title()).startsWith("辽宁省典型");
        // at start-up the difference is reported, and the start goes on
        new PackagedPolicies(policies).publishAbsent(List.of(changed));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM policy", Integer.class))
                .isEqualTo(1);
        assertThat(policies.require("liaoning-2021", 1).title()).startsWith("辽宁省典型");
    }

    @Test
    void takesAnotherLayoutOfTheSameContentAsTheSame() {
        policies.publish(PackagedPolicy.document());
        policies.publish(PackagedPolicy.document().replace("\n", "\n  "));
        assertThat(policies.all()).hasSize(1);
    }

    @Test
    void publishesTheNextVersionAndKeepsTheOld() {
        policies.publish(PackagedPolicy.document());
        policies.publish(PackagedPolicy.with(root -> root.put("version", 2).put("title", "修订")));
        assertThat(policies.latest("liaoning-2021"))
                .hasValueSatisfying(p -> assertThat(p.version()).isEqualTo(2));
        assertThat(policies.require("liaoning-2021", 1).title()).startsWith("辽宁省典型");
        assertThat(policies.require("liaoning-2021", 2).title()).isEqualTo("修订");
        assertThatThrownBy(() -> policies.publish(PackagedPolicy.with(root -> root.put("version", 4))))
                .hasMessageContaining("下一版本应为第 3 版,现为第 4 版");
    }

    @Test
    void findsThePolicyOfACityBesideTheProvinces() {
        policies.publish(PackagedPolicy.document());
        assertThat(policies.latestForArea("210100")).isEmpty();
        policies.publish(
                PackagedPolicy.with(root -> root.put("id", "shenyang-2026").put("areaCode", "210100")));
        assertThat(policies.latestForArea("210100").map(Policy::id)).contains("shenyang-2026");
        assertThat(policies.latestForArea("210000").map(Policy::id)).contains("liaoning-2021");
    }

    @Test
    void storesNothingOfAWrongDocument() {
        assertThatThrownBy(() -> policies.publish(PackagedPolicy.with(root -> root.remove("weights"))))
                .isInstanceOf(Refusal.class);
        assertThat(policies.all()).isEmpty();
        assertThatThrownBy(() -> policies.require("liaoning-2021", 1)).hasMessage("没有政策 liaoning-2021 第 1 版");
        assertThat(policies.latest("liaoning-2021")).isEmpty();
    }
}
