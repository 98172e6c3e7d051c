package cn.lianping.monitoring;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Thresholds and alerts; they are about the whole province. */
@RestController
class AlertController {

    private static final String PAGES = "/camunda/api/lianping/monitoring";
    private static final String PROGRAMS = "/api/monitoring";

    private final MonitoringAccess access;
    private final Alerts alerts;

    AlertController(MonitoringAccess access, Alerts alerts) {
        this.access = access;
        this.alerts = alerts;
    }

    @GetMapping({PAGES + "/thresholds", PROGRAMS + "/thresholds"})
    List<Alerts.Threshold> thresholds() {
        access.requireAll();
        return alerts.thresholds();
    }

    /** Only for the pages, whose requests cannot be forged. */
    @PutMapping(PAGES + "/thresholds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@RequestBody List<Alerts.Threshold> thresholds) {
        access.requireAll();
        alerts.set(thresholds, access.user());
    }

    @GetMapping({PAGES + "/alerts", PROGRAMS + "/alerts"})
    List<Alerts.Alert> alerts() {
        access.requireAll();
        return alerts.latest();
    }
}
