package cn.lianping.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OfficialCalendarPropertiesTest {

    private static final OfficialCalendar CALENDAR = new CalendarRepository(Path.of("target/no-home")).calendar();

    @Provide
    Arbitrary<LocalDate> starts() {
        LocalDate first = LocalDate.parse("2024-01-01");
        return Arbitraries.integers().between(0, 2 * 366 + 180).map(first::plusDays);
    }

    @Property
    void theLastDayIsAWorkingDayAndCountingBackGivesTheLength(
            @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int n, @ForAll boolean counted) {
        LocalDate end = CALENDAR.addWorkingDays(start, n, counted);
        assertThat(CALENDAR.isWorkingDay(end)).isTrue();
        assertThat(CALENDAR.workingDaysBetween(counted ? start : start.plusDays(1), end))
                .isEqualTo(n);
    }

    @Property
    void laterStartsAndLongerPeriodsNeverEndEarlier(
            @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int n, @ForAll boolean counted) {
        LocalDate end = CALENDAR.addWorkingDays(start, n, counted);
        assertThat(CALENDAR.addWorkingDays(start, n + 1, counted)).isAfter(end);
        assertThat(CALENDAR.addWorkingDays(start.plusDays(1), n, counted)).isAfterOrEqualTo(end);
        assertThat(CALENDAR.addWorkingDays(start, n, false)).isAfterOrEqualTo(CALENDAR.addWorkingDays(start, n, true));
    }

    @Property
    void goingForwardAndBackReturnsToTheWorkingDayItCameFrom(
            @ForAll("starts") LocalDate any, @ForAll @IntRange(min = 1, max = 60) int n) {
        LocalDate start = CALENDAR.addWorkingDays(any, 1, true);
        LocalDate end = CALENDAR.addWorkingDays(start, n, false);
        assertThat(CALENDAR.minusWorkingDays(end, n)).isEqualTo(start);
    }

    @Property
    void dueDatesEqualTheOfficialOnesWhereEveryYearIsKnown(
            @ForAll("starts") LocalDate start, @ForAll @IntRange(min = 1, max = 60) int n) {
        assertThat(CALENDAR.dueDate(start, n)).isEqualTo(new DueDate(CALENDAR.addWorkingDays(start, n, false), false));
    }

    @Property
    void dueDatesOfUnknownYearsAreNeverSilent(@ForAll @IntRange(min = 0, max = 3000) int days) {
        DueDate due = CALENDAR.dueDate(LocalDate.parse("2026-12-31").plusDays(days), 1);
        assertThat(due.provisional()).isTrue();
        assertThat(CalendarYear.isWeekend(due.date())).isFalse();
    }
}
