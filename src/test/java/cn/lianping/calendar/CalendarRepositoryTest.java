package cn.lianping.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarRepositoryTest {

    private static final String YEAR = """
            {"year": %d,
             "source": {"title": "示例通知", "number": "示例〔2026〕1号", "issuedOn": "2026-11-10"},
             "daysOff": [{"date": "%d-01-01", "name": "元旦"}],
             "makeUpWorkdays": [{"date": "%s", "name": "元旦"}]}
            """;

    @TempDir
    Path home;

    @BeforeEach
    void createFolder() throws IOException {
        Files.createDirectories(home.resolve("calendar"));
    }

    @Test
    void namesTheNoticeOfEveryPackagedYear() {
        assertThat(new CalendarRepository(home).years())
                .extracting(year -> year.year() + " " + year.source().number())
                .containsExactly("2024 国办发明电〔2023〕7号", "2025 国办发明电〔2024〕12号", "2026 国办发明电〔2025〕7号");
    }

    @Test
    void takesAYearThatAnAdministratorAdds() throws IOException {
        CalendarRepository repository = new CalendarRepository(home);
        write("2027.json", YEAR.formatted(2027, 2027, "2027-01-03"));
        assertThat(repository.calendar().covers(2027)).isFalse();
        repository.reload();
        assertThat(repository.calendar().isWorkingDay(LocalDate.parse("2027-01-01")))
                .isFalse();
        assertThat(repository.calendar().isWorkingDay(LocalDate.parse("2027-01-03")))
                .isTrue();
        assertThat(repository.calendar().isWorkingDay(LocalDate.parse("2026-02-14")))
                .isTrue();
    }

    @Test
    void letsTheAdministratorsFileReplaceAPackagedYear() throws IOException {
        write("2026.json", YEAR.formatted(2026, 2026, "2026-01-10"));
        CalendarRepository repository = new CalendarRepository(home);
        assertThat(repository.calendar().isWorkingDay(LocalDate.parse("2026-01-10")))
                .isTrue();
        assertThat(repository.calendar().isWorkingDay(LocalDate.parse("2026-02-14")))
                .isFalse();
    }

    @Test
    void refusesAWrongFileAndKeepsTheCalendarInUse() throws IOException {
        CalendarRepository repository = new CalendarRepository(home);
        write("2027.json", YEAR.formatted(2027, 2027, "2027-01-04"));
        assertThatThrownBy(repository::reload)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("2027.json")
                .hasMessageContaining("2027-01-04 不是周末");
        assertThat(repository.calendar().covers(2027)).isFalse();
        assertThat(repository.calendar().covers(2026)).isTrue();
    }

    @Test
    void refusesDatesOfAnotherYearDoubleDaysAndMissingSources() throws IOException {
        write("a.json", YEAR.formatted(2027, 2026, "2027-01-03"));
        assertThatThrownBy(() -> new CalendarRepository(home)).hasMessageContaining("其他年份的日期 2026-01-01");
        write("a.json", YEAR.formatted(2028, 2028, "2028-01-01"));
        assertThatThrownBy(() -> new CalendarRepository(home)).hasMessageContaining("2028-01-01 出现两次");
        write("a.json", "{\"year\": 2027, \"daysOff\": [], \"makeUpWorkdays\": []}");
        assertThatThrownBy(() -> new CalendarRepository(home)).hasMessageContaining("source");
        write("a.json", YEAR.formatted(2027, 2027, "2027-01-03").replace("\"year\"", "\"jahr\": 1, \"year\""));
        assertThatThrownBy(() -> new CalendarRepository(home)).hasMessageContaining("jahr");
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(home.resolve("calendar").resolve(name), content);
    }
}
