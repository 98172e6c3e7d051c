package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Working minutes as people read them: working days with one decimal. */
@Component
class Days {

    private final OfficeHours hours;
    private final Clock clock;

    Days(OfficeHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    long now() {
        return clock.millis();
    }

    /** The present place on the line of office time. */
    long nowWm() {
        return hours.minuteOf(clock.instant());
    }

    /** The office time of a working day, in minutes. */
    int minutesOfDay() {
        return hours.minutesOfDay();
    }

    int tenths(long minutes) {
        return Durations.tenths(minutes, hours.minutesOfDay());
    }

    BigDecimal of(long minutes) {
        return BigDecimal.valueOf(Durations.tenths(minutes, hours.minutesOfDay()), 1);
    }

    /** How long it is since this place on the line; null for nothing. */
    @Nullable
    BigDecimal since(@Nullable Long wm) {
        return wm == null ? null : of(Math.max(0, nowWm() - wm));
    }

    /** Working days since an instant. */
    BigDecimal sinceInstant(long at) {
        long from = hours.minuteOf(java.time.Instant.ofEpochMilli(at));
        return of(Math.max(0, nowWm() - from));
    }

    @Nullable
    BigDecimal percentile(Durations durations, int percent) {
        Integer tenths = durations.percentile(percent);
        return tenths == null ? null : BigDecimal.valueOf(tenths, 1);
    }

    /** Minutes shared among so many, in days; null among none. */
    @Nullable
    BigDecimal each(long minutes, long among) {
        return among == 0
                ? null
                : BigDecimal.valueOf(minutes)
                        .divide(BigDecimal.valueOf(among * hours.minutesOfDay()), 1, RoundingMode.HALF_UP);
    }

    /** A part of the whole with four decimals; zero of nothing. */
    static BigDecimal share(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(4)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
