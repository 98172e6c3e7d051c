package cn.lianping.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("工作时间")
class OfficeHoursTest {

    @TempDir
    Path home;

    @ParameterizedTest
    @DisplayName("只计工作日的上下午,调休上班日计入,春节不计")
    @CsvSource({
        "2026-01-06T15:00, 2026-01-07T09:59, 239",
        "2026-01-06T15:00, 2026-01-07T10:00, 240",
        "2026-01-06T11:00, 2026-01-06T14:00, 120",
        "2026-01-06T12:10, 2026-01-06T12:50, 0",
        "2026-02-13T17:00, 2026-02-14T09:00, 60",
        "2026-02-14T17:00, 2026-02-24T08:45, 45",
        "2026-01-07T10:00, 2026-01-06T10:00, 0"
    })
    void betweenTwoMoments(String from, String to, int minutes) {
        var hours = new OfficeHours(new CalendarRepository(home), "08:30", "12:00", "13:00", "17:30");
        assertThat(hours.between(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    @DisplayName("工作时间轴:2026 年每一天与逐日相加一致,调休周六计入,春节为零")
    void theLineAgreesWithCountingDayByDay() {
        var calendars = new CalendarRepository(home);
        var hours = new OfficeHours(calendars, "08:30", "12:00", "13:00", "17:30");
        assertThat(hours.minutesOfDay()).isEqualTo(480);
        long before = hours.minuteOf(at("2026-01-01T00:00"));
        long worked = 0;
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            boolean working = calendars.calendar().isWorkingDay(day);
            long noon = hours.minuteOf(at(day + "T12:30"));
            assertThat(noon - before).as("noon of %s", day).isEqualTo(worked + (working ? 210 : 0));
            worked += working ? 480 : 0;
            assertThat(hours.minuteOf(at(day + "T23:59")) - before)
                    .as("end of %s", day)
                    .isEqualTo(worked);
        }
        assertThat(worked).isEqualTo(248 * 480);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(OfficialCalendar.ZONE).toInstant();
    }
}
