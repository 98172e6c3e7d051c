package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import java.time.Instant;

/**
 * An instant as facts keep it.
 *
 * @param at epoch milliseconds, rounded to the second: that is what the history keeps on MySQL
 * @param wm its place on the line of office time
 */
record Moment(long at, long wm) {

    private static final long SECOND = 1000;

    static Moment of(Instant instant, OfficeHours hours) {
        long rounded = Math.floorDiv(instant.toEpochMilli() + SECOND / 2, SECOND) * SECOND;
        return new Moment(rounded, hours.minuteOf(Instant.ofEpochMilli(rounded)));
    }
}
