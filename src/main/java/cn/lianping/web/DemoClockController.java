package cn.lianping.web;

import cn.lianping.Refusal;
import cn.lianping.engine.DemoTime;
import cn.lianping.engine.PlatformClock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The movable clock, which exists in the demonstration alone. */
@RestController
@Profile("demo")
class DemoClockController {

    private final PlatformClock clock;
    private final DemoTime time;

    DemoClockController(PlatformClock clock, DemoTime time) {
        this.clock = clock;
        this.time = time;
    }

    /** @param now ISO date and time with offset */
    record Time(String now) {}

    @GetMapping("/demo/clock")
    Map<String, String> now(CsrfToken csrf) {
        return Map.of(
                "now",
                OffsetDateTime.now(clock).toString(),
                "csrfHeader",
                csrf.getHeaderName(),
                "csrfToken",
                csrf.getToken());
    }

    @PostMapping("/demo/clock")
    Map<String, String> move(@RequestBody Time time) {
        try {
            this.time.moveTo(OffsetDateTime.parse(time.now()).toInstant());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("时间格式应为 2026-01-05T09:00:00+08:00");
        }
        return Map.of("now", OffsetDateTime.now(clock).toString());
    }
}
