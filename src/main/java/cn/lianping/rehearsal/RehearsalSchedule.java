package cn.lianping.rehearsal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks now and then whether a rehearsal was left behind or waits for its turn. */
@Configuration
@EnableScheduling
@Profile("!rehearsal")
@ConditionalOnProperty(name = "lianping.design.schedule", havingValue = "true", matchIfMissing = true)
class RehearsalSchedule {

    private final RehearsalQueue queue;

    RehearsalSchedule(RehearsalQueue queue) {
        this.queue = queue;
    }

    @Scheduled(fixedDelayString = "${lianping.rehearsal.look-every:PT20S}", initialDelayString = "PT20S")
    void look() {
        queue.look();
    }
}
