package cn.lianping.calendar;

import cn.lianping.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The official arrangement of one year.
 *
 * @param year the calendar year
 * @param source the notice of the State Council's General Office the dates are taken from
 * @param daysOff every day off, weekends inside a holiday included
 * @param makeUpWorkdays Saturdays and Sundays that are worked instead (调休上班)
 */
public record CalendarYear(int year, Source source, List<Day> daysOff, List<Day> makeUpWorkdays) {

    /**
     * Where the dates come from.
     *
     * @param title title of the notice
     * @param number document number of the notice
     * @param issuedOn date of the notice
     * @param checkedAgainst a second source the dates agree with, if any
     */
    public record Source(
            String title,
            String number,
            LocalDate issuedOn,
            @Nullable String checkedAgainst) {

        public Source {
            if (title == null || title.isBlank() || number == null || number.isBlank() || issuedOn == null) {
                throw Refusal.invalid("官方工作日历缺少来源:请写明通知的 title、number 和 issuedOn");
            }
        }
    }

    /** One day and the holiday it belongs to. */
    public record Day(LocalDate date, String name) {

        public Day {
            if (date == null || name == null || name.isBlank()) {
                throw Refusal.invalid("官方工作日历中有一天缺少 date 或 name");
            }
        }
    }

    /** Refuses a year whose days contradict each other or the calendar. */
    public CalendarYear {
        if (source == null || daysOff == null || makeUpWorkdays == null) {
            throw Refusal.invalid("%d 年官方工作日历不完整:需要 source、daysOff 和 makeUpWorkdays".formatted(year));
        }
        daysOff = List.copyOf(daysOff);
        makeUpWorkdays = List.copyOf(makeUpWorkdays);
        Set<LocalDate> seen = new HashSet<>();
        for (List<Day> days : List.of(daysOff, makeUpWorkdays)) {
            for (Day day : days) {
                if (day.date().getYear() != year) {
                    throw Refusal.invalid("%d 年官方工作日历中有其他年份的日期 %s".formatted(year, day.date()));
                }
                if (!seen.add(day.date())) {
                    throw Refusal.invalid("%d 年官方工作日历中 %s 出现两次".formatted(year, day.date()));
                }
            }
        }
        for (Day day : makeUpWorkdays) {
            if (!isWeekend(day.date())) {
                throw Refusal.invalid("%d 年官方工作日历中调休上班日 %s 不是周末".formatted(year, day.date()));
            }
        }
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
