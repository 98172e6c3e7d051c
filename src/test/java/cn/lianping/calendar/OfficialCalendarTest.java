package cn.lianping.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficialCalendarTest {

    private final OfficialCalendar calendar = new CalendarRepository(Path.of("target/no-home")).calendar();

    @ParameterizedTest
    @CsvSource({
        "2026-02-11, 5, true, 2026-02-24",
        "2026-02-10, 5, true, 2026-02-14",
        "2024-09-25, 5, true, 2024-09-30",
        "2026-04-30, 3, false, 2026-05-08",
        "2026-02-25, 5, true, 2026-03-02",
        "2026-02-11, 1, true, 2026-02-11",
        "2026-02-11, 1, false, 2026-02-12",
        // a start on a day off: the next working day is the first that is counted
        "2026-02-15, 1, true, 2026-02-24",
        "2026-02-15, 1, false, 2026-02-24",
        // over the end of a year that is followed by a known one
        "2025-12-31, 3, true, 2026-01-05",
    })
    void countsOfficialWorkingDays(LocalDate start, int n, boolean firstDayCounted, LocalDate end) {
        assertThat(calendar.addWorkingDays(start, n, firstDayCounted)).isEqualTo(end);
    }

    @Test
    void knowsHolidaysAndMakeUpWorkingDays() {
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-02-14"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-01-04"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-02-16"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-03-07"))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-03-09"))).isTrue();
        assertThat(calendar.years()).containsExactly(2024, 2025, 2026);
    }

    @Test
    void runsUntilMidnightOfTheLastDay() {
        Period period = calendar.period(LocalDate.parse("2026-02-11"), 5, PeriodUnit.WORKING_DAY, true);
        assertThat(period.lastDay()).isEqualTo("2026-02-24");
        assertThat(period.endsAt()).isEqualTo(Instant.parse("2026-02-24T16:00:00Z"));
        assertThat(period.days().stream().map(LocalDate::toString))
                .containsExactly("2026-02-11", "2026-02-12", "2026-02-13", "2026-02-14", "2026-02-24");
        assertThat(period.runsAt(Instant.parse("2026-02-24T15:59:59.999Z"))).isTrue();
        assertThat(period.runsAt(Instant.parse("2026-02-24T16:00:00Z"))).isFalse();
        assertThat(calendar.endOfPeriod(LocalDate.parse("2026-02-11"), 5, true)).isEqualTo(period.endsAt());
    }

    @Test
    void countsEveryDayWhenTheUnitIsNatural() {
        LocalDate start = LocalDate.parse("2026-12-30");
        assertThat(calendar.period(start, 7, PeriodUnit.NATURAL_DAY, true).lastDay())
                .isEqualTo("2027-01-05");
        assertThat(calendar.period(start, 7, PeriodUnit.NATURAL_DAY, false).lastDay())
                .isEqualTo("2027-01-06");
    }

    @Test
    void refusesAYearWithoutDataAndNamesIt() {
        assertThatThrownBy(() -> calendar.addWorkingDays(LocalDate.parse("2026-12-30"), 5, true))
                .isInstanceOf(Refusal.class)
                .hasMessage("缺少 2027 年的官方工作日历,期限无法计算;请管理员先导入该年度节假日安排");
        assertThatThrownBy(() -> calendar.minusWorkingDays(LocalDate.parse("2024-01-02"), 1))
                .hasMessageContaining("2023 年");
        assertThatThrownBy(
                        () -> calendar.workingDaysBetween(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-01-01")))
                .hasMessageContaining("2027 年");
    }

    @Test
    void reachesTheLastKnownDayWithoutNeedingTheNextYear() {
        assertThat(calendar.addWorkingDays(LocalDate.parse("2026-12-31"), 1, true))
                .isEqualTo("2026-12-31");
    }

    @Test
    void marksADueDateProvisionalWhenAYearIsUnknown() {
        DueDate known = calendar.dueDate(LocalDate.parse("2026-04-30"), 3);
        assertThat(known).isEqualTo(new DueDate(LocalDate.parse("2026-05-08"), false));
        assertThat(known.label()).isEqualTo("2026-05-08");

        DueDate provisional = calendar.dueDate(LocalDate.parse("2026-12-30"), 3);
        assertThat(provisional).isEqualTo(new DueDate(LocalDate.parse("2027-01-04"), true));
        assertThat(provisional.label()).isEqualTo("2027-01-04(暂定)");
        assertThat(provisional.endsAt()).isEqualTo(Instant.parse("2027-01-04T16:00:00Z"));
    }

    @Test
    void movesRemindersBackAndEscalationsForward() {
        DueDate due = calendar.dueDate(LocalDate.parse("2026-02-11"), 4);
        assertThat(due.date()).isEqualTo("2026-02-24");
        assertThat(calendar.shift(due, -2).date()).isEqualTo("2026-02-13");
        assertThat(calendar.shift(due, 3).date()).isEqualTo("2026-02-27");
        assertThat(calendar.shift(due, 0)).isEqualTo(due);
        assertThat(calendar.minusWorkingDays(due.date(), 2)).isEqualTo("2026-02-13");
        // a provisional date stays provisional even when the reminder falls into a known year
        DueDate provisional = calendar.dueDate(LocalDate.parse("2026-12-30"), 2);
        assertThat(calendar.shift(provisional, -1)).isEqualTo(new DueDate(LocalDate.parse("2026-12-31"), true));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1001"})
    void refusesALengthThatIsNone(int n) {
        LocalDate start = LocalDate.parse("2026-02-11");
        assertThatThrownBy(() -> calendar.addWorkingDays(start, n, true)).hasMessageContaining("现为 " + n + " 天");
        assertThatThrownBy(() -> calendar.dueDate(start, n)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> calendar.period(start, n, PeriodUnit.NATURAL_DAY, true))
                .isInstanceOf(Refusal.class);
    }
}
