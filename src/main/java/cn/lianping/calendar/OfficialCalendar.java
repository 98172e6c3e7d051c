package cn.lianping.calendar;

import cn.lianping.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Official working days of China, make-up working days (调休) included. Immutable. Whatever reaches a year without
 * official data is refused with that year in the message; only {@link #dueDate} and {@link #shift} go on, and say so.
 */
public final class OfficialCalendar {

    /** The zone of every date and of every end of day. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int LONGEST = 1000;

    private final SortedSet<Integer> years = new TreeSet<>();
    private final Set<LocalDate> daysOff = new HashSet<>();
    private final Set<LocalDate> makeUpWorkdays = new HashSet<>();

    /** A calendar of these years; the same year twice is refused. */
    public OfficialCalendar(Collection<CalendarYear> data) {
        for (CalendarYear year : data) {
            if (!years.add(year.year())) {
                throw Refusal.invalid("%d 年的官方工作日历导入了两份".formatted(year.year()));
            }
            daysOff.addAll(days(year.daysOff()));
            makeUpWorkdays.addAll(days(year.makeUpWorkdays()));
        }
    }

    private static Set<LocalDate> days(List<CalendarYear.Day> days) {
        return days.stream().map(CalendarYear.Day::date).collect(Collectors.toSet());
    }

    /** The years with official data, ascending. */
    public SortedSet<Integer> years() {
        return Collections.unmodifiableSortedSet(years);
    }

    /** Whether the official arrangement of this year is known. */
    public boolean covers(int year) {
        return years.contains(year);
    }

    /** Whether the day is an official working day. Refused in a year without data. */
    public boolean isWorkingDay(LocalDate date) {
        if (!covers(date.getYear())) {
            throw Refusal.invalid("缺少 %d 年的官方工作日历,期限无法计算;请管理员先导入该年度节假日安排".formatted(date.getYear()));
        }
        return isWorkingDayAsFarAsKnown(date);
    }

    /** The same, in a year without official data by Monday to Friday; for what nothing legal hangs on. */
    public boolean isWorkingDayAsFarAsKnown(LocalDate date) {
        if (makeUpWorkdays.contains(date)) {
            return true;
        }
        return !daysOff.contains(date) && !CalendarYear.isWeekend(date);
    }

    /**
     * The last day of a period of {@code n} working days from {@code start}. Where the first day counts and
     * {@code start} is no working day, the next working day is the first that is counted.
     *
     * @param n 1 to 1000
     */
    public LocalDate addWorkingDays(LocalDate start, int n, boolean firstDayCounted) {
        List<LocalDate> days = workingDays(start, n, firstDayCounted);
        return days.get(days.size() - 1);
    }

    private List<LocalDate> workingDays(LocalDate start, int n, boolean firstDayCounted) {
        requireLength(n);
        List<LocalDate> days = new ArrayList<>(n);
        LocalDate day = firstDayCounted ? start : start.plusDays(1);
        while (true) {
            if (isWorkingDay(day)) {
                days.add(day);
                if (days.size() == n) {
                    return days;
                }
            }
            day = day.plusDays(1);
        }
    }

    /**
     * The {@code n}-th working day before {@code date}, which does not count itself.
     *
     * @param n 1 to 1000
     */
    public LocalDate minusWorkingDays(LocalDate date, int n) {
        requireLength(n);
        LocalDate day = date;
        for (int left = n; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The number of working days from {@code first} to {@code last}, both counted; 0 where last is before first. */
    public int workingDaysBetween(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /**
     * A period of {@code length} days in either unit, with its end as an instant.
     *
     * @param length 1 to 1000
     */
    public Period period(LocalDate start, int length, PeriodUnit unit, boolean firstDayCounted) {
        List<LocalDate> days;
        if (unit == PeriodUnit.WORKING_DAY) {
            days = workingDays(start, length, firstDayCounted);
        } else {
            requireLength(length);
            LocalDate first = firstDayCounted ? start : start.plusDays(1);
            days = first.datesUntil(first.plusDays(length)).toList();
        }
        LocalDate last = days.get(days.size() - 1);
        return new Period(start, last, endOfDay(last), days);
    }

    /** The end of {@link #addWorkingDays} as an instant: 24:00 of its last day, that is 00:00 of the next, exclusive. */
    public Instant endOfPeriod(LocalDate start, int n, boolean firstDayCounted) {
        return endOfDay(addWorkingDays(start, n, firstDayCounted));
    }

    /** 24:00 of the day in Asia/Shanghai, as 00:00 of the next day. */
    public static Instant endOfDay(LocalDate date) {
        return date.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** 00:00 of the day in Asia/Shanghai. */
    public static Instant startOfDay(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant();
    }

    /**
     * When a task that comes up on {@code start} is due; the first day does not count. In a year without official data
     * Monday to Friday are counted and the result is marked provisional.
     *
     * @param workingDays 1 to 1000
     */
    public DueDate dueDate(LocalDate start, int workingDays) {
        requireLength(workingDays);
        return shift(new DueDate(start, false), workingDays);
    }

    /**
     * A due date moved by working days: forward (escalation) or, negative, backward (reminder); 0 leaves it. The result
     * is provisional where the given date is, or where a day that was passed lies in a year without official data.
     *
     * @param workingDays −1000 to 1000
     */
    public DueDate shift(DueDate due, int workingDays) {
        if (workingDays != 0) {
            requireLength(Math.abs(workingDays));
        }
        int step = Integer.signum(workingDays);
        boolean provisional = due.provisional();
        LocalDate day = due.date();
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(step);
            provisional |= !covers(day.getYear());
            if (isWorkingDayAsFarAsKnown(day)) {
                left--;
            }
        }
        return new DueDate(day, provisional);
    }

    /** How far the last day is from today; counts no further than three years. */
    public TimeLeft timeLeft(LocalDate today, LocalDate last) {
        boolean over = last.isBefore(today);
        LocalDate from = over ? last : today;
        LocalDate to = over ? today : last;
        int count = 0;
        boolean provisional = false;
        LocalDate end = to.isAfter(from.plusYears(3)) ? from.plusYears(3) : to;
        for (LocalDate day = from.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            provisional |= !covers(day.getYear());
            if (isWorkingDayAsFarAsKnown(day)) {
                count++;
            }
        }
        return new TimeLeft(last, over ? -count : count, over, provisional);
    }

    private static void requireLength(int n) {
        if (n < 1 || n > LONGEST) {
            throw Refusal.invalid("期限应为 1 至 %d 天,现为 %d 天".formatted(LONGEST, n));
        }
    }
}
