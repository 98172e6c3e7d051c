package cn.lianping.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The last day on which a task is in time.
 *
 * @param date that day; the task is late from 24:00 of it (Asia/Shanghai)
 * @param provisional whether a counted day lies in a year without official calendar, for which Monday to Friday was
 *     taken; people then see 暂定 beside the date
 */
public record DueDate(LocalDate date, boolean provisional) {

    /** 00:00 (Asia/Shanghai) of the day after, exclusive. */
    public Instant endsAt() {
        return OfficialCalendar.endOfDay(date);
    }

    /** The date as people see it, marked 暂定 where it is provisional. */
    public String label() {
        return provisional ? date + "(暂定)" : date.toString();
    }
}
