package cn.lianping.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectionRulesTest {

    private static final Notice NOTICE = new Notice(
            "n-1",
            "2026-01",
            1,
            "公示",
            LocalDate.of(2026, 2, 11),
            LocalDate.of(2026, 2, 24),
            at("2026-02-25T00:00:00").toEpochMilli(),
            Notice.PUBLISHED);

    private static Instant at(String local) {
        return OffsetDateTime.parse(local + "+08:00").toInstant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-11T00:00:00", "2026-02-15T12:00:00", "2026-02-24T23:59:59"})
    void takesObjectionsFromTheFirstMomentToTheLast(String now) {
        assertThatCode(() -> ObjectionRules.requireRunning(NOTICE, at(now))).doesNotThrowAnyException();
        assertThat(NOTICE.overAt(at(now))).isFalse();
    }

    @Test
    void refusesFromMidnightOnAndNamesTheDates() {
        assertThatThrownBy(() -> ObjectionRules.requireRunning(NOTICE, at("2026-02-25T00:00:00")))
                .hasMessageContaining("2026-02-11 至 2026-02-24 24 时")
                .extracting(e -> ((Refusal) e).kind())
                .isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void refusesBeforeTheStart() {
        assertThatThrownBy(() -> ObjectionRules.requireRunning(NOTICE, at("2026-02-10T23:59:59")))
                .hasMessageContaining("尚未开始")
                .hasMessageContaining("2026-02-11");
    }

    @Test
    void thePostmarkDecidesAndNotTheDayOfArrival() {
        LocalDate arrival = LocalDate.of(2026, 2, 27);
        assertThatCode(() -> ObjectionRules.requirePostmarkWithin(NOTICE, LocalDate.of(2026, 2, 24), arrival))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectionRules.requirePostmarkWithin(NOTICE, LocalDate.of(2026, 2, 25), arrival))
                .hasMessageContaining("已过公示期");
        assertThatThrownBy(() -> ObjectionRules.requirePostmarkWithin(NOTICE, LocalDate.of(2026, 2, 10), arrival))
                .hasMessageContaining("早于公示开始");
        assertThatThrownBy(() -> ObjectionRules.requirePostmarkWithin(NOTICE, LocalDate.of(2026, 2, 28), arrival))
                .hasMessageContaining("晚于今天");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "匿名", "某某", "某单位", "知情人", "Anonymous", "1", "李"})
    void refusesTheAnonymous(String name) {
        assertThatThrownBy(() -> ObjectionRules.requireRealName(name, "024-12345678"))
                .hasMessageContaining("异议应当实名")
                .extracting(e -> ((Refusal) e).kind())
                .isEqualTo(Refusal.Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "无", "123", "保密"})
    void refusesWhoCannotBeReached(String contact) {
        assertThatThrownBy(() -> ObjectionRules.requireRealName("王建国", contact)).hasMessageContaining("异议应当实名");
    }

    @ParameterizedTest
    @CsvSource({"王建国,138 0000 0000", "示例实名单位甲,a@example.com", "吾布力·买买提,沈阳市和平区三好街一号"})
    void takesPeopleAndUnitsWhoCanBeReached(String name, String contact) {
        assertThatCode(() -> ObjectionRules.requireRealName(name, contact)).doesNotThrowAnyException();
    }
}
