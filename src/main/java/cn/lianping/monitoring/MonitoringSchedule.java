package cn.lianping.monitoring;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** What is done beside people's acts: facts are counted, metrics read, thresholds looked at. */
@Configuration
@EnableScheduling
@ConditionalOnProperty(name = "lianping.monitoring.schedule", havingValue = "true", matchIfMissing = true)
class MonitoringSchedule {

    private final Folding folding;
    private final Line line;
    private final StageMetrics metrics;
    private final Alerts alerts;

    MonitoringSchedule(Folding folding, Line line, StageMetrics metrics, Alerts alerts) {
        this.folding = folding;
        this.line = line;
        this.metrics = metrics;
        this.alerts = alerts;
    }

    @Scheduled(fixedDelayString = "${lianping.monitoring.fold-every:PT20S}", initialDelayString = "PT20S")
    void fold() {
        line.follow();
        folding.foldIfPending();
    }

    @Scheduled(fixedDelayString = "${lianping.monitoring.metrics-every:PT1M}", initialDelayString = "PT30S")
    void measure() {
        metrics.refresh();
    }

    @Scheduled(fixedDelayString = "${lianping.monitoring.alerts-every:PT10M}", initialDelayString = "PT1M")
    void alert() {
        alerts.check();
    }
}
