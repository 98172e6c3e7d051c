package cn.lianping;

import cn.lianping.deliberation.AgendaDesk;
import cn.lianping.office.OfficeDesk;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.CoveragePlugin;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.process.Traces;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * The whole platform in one context that all test classes share: real services and mappers, all migrations on H2 in
 * memory, a web server on a random port. The job executor is off, so that a test says which job runs; the clock can be
 * moved; the registry is {@link FixtureRegistry}'s, everybody's password is {@code demo}.
 *
 * <p>Nothing may be added to a class that carries it (no properties, profiles, mocks): that would start a second context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:platform;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512",
            "camunda.bpm.job-execution.enabled=false",
            "lianping.demo.data=none",
            // a test says when facts are counted
            "lianping.monitoring.schedule=false",
            "management.prometheus.metrics.export.enabled=true"
        })
@ActiveProfiles("demo")
@Import({
    AgendaDesk.class,
    CoveragePlugin.class,
    FixtureRegistry.class,
    Desk.class,
    Jobs.class,
    Traces.class,
    CaseSteps.class,
    RoundSteps.class,
    OfficeDesk.class,
    Statements.class
})
public @interface PlatformTest {}
