package cn.lianping.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A period of whole days.
 *
 * @param start the day it is counted from, whether or not that day counts itself
 * @param lastDay the last day; the period runs to 24:00 of it
 * @param endsAt 00:00 (Asia/Shanghai) of the day after the last day, exclusive
 * @param days the days that were counted, in order
 */
public record Period(LocalDate start, LocalDate lastDay, Instant endsAt, List<LocalDate> days) {

    public Period {
        days = List.copyOf(days);
    }

    /** Whether the period still runs at this instant; at 23:59:59 of the last day it does, at 00:00 it does not. */
    public boolean runsAt(Instant now) {
        return now.isBefore(endsAt);
    }
}
