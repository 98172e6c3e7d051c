package cn.lianping.migration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every few seconds whether a confirmed migration waits to be carried out. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "lianping.design.schedule", havingValue = "true", matchIfMissing = true)
class MigrationSchedule {

    private final MigrationRunner runner;

    MigrationSchedule(MigrationRunner runner) {
        this.runner = runner;
    }

    @Scheduled(fixedDelayString = "${lianping.design.migrate-every:PT3S}", initialDelayString = "PT15S")
    void look() {
        runner.work();
    }
}
