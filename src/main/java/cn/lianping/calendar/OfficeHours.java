package cn.lianping.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The hours in which offices work on working days. The measures do not name them; by default 8:30 to 12:00 and 13:00 to
 * 17:30, as properties {@code lianping.office-hours.*}.
 */
@Component
public class OfficeHours {

    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2079;
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);

    @SuppressWarnings("ArrayRecordComponent") // never handed out
    private record Line(OfficialCalendar calendar, int[] workedDays) {}

    private final CalendarRepository calendars;
    private final LocalTime opens;
    private final LocalTime noon;
    private final LocalTime afternoon;
    private final LocalTime closes;
    private final Duration lengthOfDay;
    private volatile @Nullable Line line;

    public OfficeHours(
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
        this.lengthOfDay = Duration.between(this.opens, this.noon).plus(Duration.between(this.afternoon, this.closes));
    }

    /** The time within office hours from one instant to a later one; zero if it is not later. */
    public Duration between(Instant from, Instant to) {
        return to.isAfter(from) ? until(to).minus(until(from)) : Duration.ZERO;
    }

    /**
     * The instant as a place on the line of office time: whole minutes of office hours from the year {@value #FIRST_YEAR}
     * to the instant. The difference of two places is the working time between them, so that a database can reckon with
     * it. Places change when the calendar or the hours do.
     */
    public long minuteOf(Instant instant) {
        return until(instant).toMinutes();
    }

    /** The working day on which a place of {@link #minuteOf} lies; the end of a working day belongs to it. */
    public LocalDate dayOf(long minute) {
        int[] days = workedDays();
        long number = Math.max(1, (minute + lengthOfDay.toMinutes() - 1) / lengthOfDay.toMinutes());
        // the first index before which there were that many working days follows the day itself
        int low = 1;
        int high = days.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (days[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return FIRST_DAY.plusDays(low - 1L);
    }

    /** The office time of one working day, in minutes. */
    public int minutesOfDay() {
        return Math.toIntExact(lengthOfDay.toMinutes());
    }

    /** Another one when the places of {@link #minuteOf} are others: a year was loaded or replaced, or the hours are new. */
    public String fingerprint() {
        return "%s-%s-%s-%s-%08x".formatted(opens, noon, afternoon, closes, Arrays.hashCode(workedDays()));
    }

    /** The time within office hours from the beginning of {@value #FIRST_YEAR}; zero before it. */
    private Duration until(Instant instant) {
        LocalDateTime local = instant.atZone(OfficialCalendar.ZONE).toLocalDateTime();
        int[] days = workedDays();
        long index = ChronoUnit.DAYS.between(FIRST_DAY, local.toLocalDate());
        if (index < 0) {
            return Duration.ZERO;
        }
        if (index >= days.length - 1) {
            return lengthOfDay.multipliedBy(days[days.length - 1]);
        }
        int before = days[(int) index];
        Duration whole = lengthOfDay.multipliedBy(before);
        boolean working = days[(int) index + 1] > before;
        return working ? whole.plus(partOfDay(local.toLocalTime())) : whole;
    }

    private Duration partOfDay(LocalTime time) {
        return passed(opens, noon, time).plus(passed(afternoon, closes, time));
    }

    private static Duration passed(LocalTime first, LocalTime last, LocalTime time) {
        if (!time.isAfter(first)) {
            return Duration.ZERO;
        }
        return Duration.between(first, time.isBefore(last) ? time : last);
    }

    /** At each day, counted from the first, how many working days there were before it. */
    private int[] workedDays() {
        OfficialCalendar calendar = calendars.calendar();
        Line known = line;
        if (known == null || known.calendar() != calendar) {
            known = new Line(calendar, count(calendar));
            line = known;
        }
        return known.workedDays();
    }

    private static int[] count(OfficialCalendar calendar) {
        int length = (int) ChronoUnit.DAYS.between(FIRST_DAY, LocalDate.of(LAST_YEAR + 1, 1, 1));
        int[] days = new int[length + 1];
        for (int index = 0; index < length; index++) {
            boolean working = calendar.isWorkingDayAsFarAsKnown(FIRST_DAY.plusDays(index));
            days[index + 1] = days[index] + (working ? 1 : 0);
        }
        return days;
    }
}
