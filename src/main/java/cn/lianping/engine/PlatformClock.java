package cn.lianping.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one clock of the platform, in Chinese time. The engine's clock follows it. Only the demo profile and
 * rehearsals move it.
 */
@Component
public class PlatformClock extends Clock {

    /** All dates and periods of the platform are read in this zone. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock system;
    private volatile Duration ahead = Duration.ZERO;
    private volatile @Nullable Instant stopped;

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
        Instant still = stopped;
        return still == null ? system.instant().plus(ahead) : still;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Instant still = stopped;
        return still == null ? Clock.offset(system.withZone(zone), ahead) : Clock.fixed(still, zone);
    }

    /** How far the clock was moved, in milliseconds. */
    long aheadMillis() {
        return ahead.toMillis();
    }

    /** From now on time passes only by {@link #moveTo}, for the engine too: what takes long is not late. */
    public void stop() {
        Instant now = Instant.ofEpochMilli(millis());
        stopped = now;
        ClockUtil.setCurrentTime(Date.from(now));
    }

    /** Sets the platform's and the engine's time to the given instant; from there it goes on, unless it was stopped. */
    public void moveTo(Instant instant) {
        if (stopped != null) {
            Instant still = Instant.ofEpochMilli(instant.toEpochMilli());
            stopped = still;
            ClockUtil.setCurrentTime(Date.from(still));
            return;
        }
        // whole milliseconds, as the engine counts: both clocks have reached the instant, or what is due at it would
        // not be
        ahead = Duration.ofMillis(instant.toEpochMilli() - system.millis());
        ClockUtil.offset(ahead.toMillis());
    }
}
