package cn.lianping.change;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every few seconds whether a confirmed change has reached its hour. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "lianping.design.schedule", havingValue = "true", matchIfMissing = true)
class ChangeSchedule {

    private final DueChanges due;

    ChangeSchedule(DueChanges due) {
        this.due = due;
    }

    @Scheduled(fixedDelayString = "${lianping.design.every:PT15S}", initialDelayString = "PT15S")
    void look() {
        due.apply();
    }
}
