package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** The movable clock of the demonstration; once the round has begun it only goes forward. */
final class RoundClock {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);
    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final String PATH = "/demo/clock";

    private final Person administrator;

    RoundClock(Person administrator) {
        this.administrator = administrator;
    }

    OffsetDateTime now() {
        String now = administrator.get(PATH).path("now").asText();
        return OffsetDateTime.parse(now, DateTimeFormatter.ISO_DATE_TIME).withOffsetSameInstant(ZONE);
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    /** Nine in the morning of a day, unless it is later already. */
    void morningOf(LocalDate day) {
        OffsetDateTime wanted = day.atTime(MORNING).atOffset(ZONE);
        if (wanted.isAfter(now())) {
            set(wanted);
        }
    }

    /** Nine in the morning of the round's first day, before anything has happened in it. */
    void startOn(LocalDate day) {
        set(day.atTime(MORNING).atOffset(ZONE));
    }

    private void set(OffsetDateTime wanted) {
        JsonNode clock = administrator.get(PATH);
        Answer answer = administrator.request(
                "POST",
                PATH,
                Map.of(
                        "Content-Type",
                        "application/json",
                        clock.path("csrfHeader").asText("X-CSRF-TOKEN"),
                        clock.path("csrfToken").asText()),
                ("{\"now\":\"" + wanted.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        administrator.require("POST", PATH, answer);
    }
}
