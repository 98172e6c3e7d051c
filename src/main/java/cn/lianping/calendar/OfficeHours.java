package cn.lianping.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The hours in which offices work on working days. The measures do not name them; by default 8:30 to 12:00 and 13:00 to
 * 17:30, as properties {@code lianping.office-hours.*}.
 */
@Component
public class OfficeHours {

    private final CalendarRepository calendars;
    private final LocalTime opens;
    private final LocalTime noon;
    private final LocalTime afternoon;
    private final LocalTime closes;

    OfficeHours(
            CalendarRepository calendars,
            @Value("${lianping.office-hours.opens:08:30}") String opens,
            @Value("${lianping.office-hours.noon:12:00}") String noon,
            @Value("${lianping.office-hours.afternoon:13:00}") String afternoon,
            @Value("${lianping.office-hours.closes:17:30}") String closes) {
        this.calendars = calendars;
        this.opens = LocalTime.parse(opens);
        this.noon = LocalTime.parse(noon);
        this.afternoon = LocalTime.parse(afternoon);
        this.closes = LocalTime.parse(closes);
    }

    /** The time within office hours from one instant to a later one; zero if it is not later. */
    public Duration between(Instant from, Instant to) {
        ZonedDateTime start = from.atZone(OfficialCalendar.ZONE);
        ZonedDateTime end = to.atZone(OfficialCalendar.ZONE);
        OfficialCalendar calendar = calendars.calendar();
        Duration worked = Duration.ZERO;
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            if (calendar.dueDate(day.minusDays(1), 1).date().equals(day)) {
                worked = worked.plus(overlap(day, opens, noon, start, end))
                        .plus(overlap(day, afternoon, closes, start, end));
            }
        }
        return worked;
    }

    private static Duration overlap(
            LocalDate day, LocalTime first, LocalTime last, ZonedDateTime from, ZonedDateTime to) {
        ZonedDateTime begin = day.atTime(first).atZone(OfficialCalendar.ZONE);
        ZonedDateTime end = day.atTime(last).atZone(OfficialCalendar.ZONE);
        ZonedDateTime start = begin.isAfter(from) ? begin : from;
        ZonedDateTime stop = end.isBefore(to) ? end : to;
        return stop.isAfter(start) ? Duration.between(start, stop) : Duration.ZERO;
    }
}
