package cn.lianping;

import cn.lianping.deliberation.AgendaDesk;
import cn.lianping.office.OfficeDesk;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole platform on the real MySQL that {@code bin/test} starts, as the application's own user; one context for all
 * classes. Otherwise like {@link PlatformTest}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("mysql")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "lianping.demo.data=none"})
@ActiveProfiles({"demo", "mysql"})
@Import({
    AgendaDesk.class,
    FixtureRegistry.class,
    Desk.class,
    Jobs.class,
    CaseSteps.class,
    RoundSteps.class,
    OfficeDesk.class
})
public @interface MySqlPlatformTest {}
