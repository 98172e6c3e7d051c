package cn.lianping.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock of the platform, in Chinese time. The engine's clock follows it. Only the demo profile moves it.
 */
@Component
public class PlatformClock extends Clock {

    /** All dates and periods of the platform are read in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock system;
    private volatile Duration ahead = Duration.ZERO;

    public PlatformClock() {
        this(Clock.system(ZONE));
    }

    private PlatformClock(Clock system) {
        this.system = system;
    }

    /** The moment in Chinese time, as pages are told of it. */
    public static OffsetDateTime at(long epochMillis) {
        return Instant.ofEpochMilli(epochMillis).atZone(ZONE).toOffsetDateTime();
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(system.withZone(zone), ahead);
    }

    /** How far the clock was moved, in milliseconds. */
    long aheadMillis() {
        return ahead.toMillis();
    }

    /** Sets the platform's and the engine's time to the given instant; from there it goes on. */
    public void moveTo(Instant instant) {
        // whole milliseconds, as the engine counts: both clocks have reached the instant, or what is due at it would
        // not be
        ahead = Duration.ofMillis(instant.toEpochMilli() - system.millis());
        ClockUtil.offset(ahead.toMillis());
    }
}
