package cn.lianping.monitoring;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The forecast as JSON, like the figures of {@link MonitoringController}. */
@RestController
@RequestMapping({"/camunda/api/lianping/monitoring", "/api/monitoring"})
class ForecastController {

    private final MonitoringAccess access;
    private final Snapshot snapshot;
    private final Forecast forecast;

    ForecastController(MonitoringAccess access, Snapshot snapshot, Forecast forecast) {
        this.access = access;
        this.snapshot = snapshot;
        this.forecast = forecast;
    }

    @GetMapping("/forecast")
    Forecast.View forecast(@RequestParam String round) {
        var areas = access.areas();
        return snapshot.read(() -> forecast.of(round, areas));
    }
}
