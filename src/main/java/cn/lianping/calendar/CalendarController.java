package cn.lianping.calendar;

import cn.lianping.Refusal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Date calculator for staff: when a period ends by the official calendar. */
@RestController
class CalendarController {

    private static final Map<String, PeriodUnit> UNITS =
            Map.of("WORKDAY", PeriodUnit.WORKING_DAY, "NATURAL", PeriodUnit.NATURAL_DAY);
    private static final Map<String, Boolean> FIRST_DAY = Map.of("INCLUSIVE", true, "EXCLUSIVE", false);

    private final CalendarRepository calendars;

    CalendarController(CalendarRepository calendars) {
        this.calendars = calendars;
    }

    /**
     * The end of a period.
     *
     * @param start ISO date
     * @param length number of days, 1 to 1000
     * @param unit WORKDAY or NATURAL
     * @param firstDay INCLUSIVE or EXCLUSIVE
     */
    @GetMapping("/api/calendar/period")
    Map<String, Object> period(
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String length,
            @RequestParam(defaultValue = "WORKDAY") String unit,
            @RequestParam(defaultValue = "INCLUSIVE") String firstDay) {
        Period period = calendars
                .calendar()
                .period(
                        date(start),
                        days(length),
                        choice("unit", unit, UNITS),
                        choice("firstDay", firstDay, FIRST_DAY));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("end", period.lastDay().toString());
        answer.put(
                "endsAt",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        OffsetDateTime.ofInstant(period.endsAt(), OfficialCalendar.ZONE)));
        answer.put("days", period.days().stream().map(LocalDate::toString).toList());
        // a period with legal effect is refused where the calendar is not official, so it is never provisional
        answer.put("provisional", false);
        return answer;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("开始日期(start)“%s”不是日期;应如 2026-02-11".formatted(text));
        }
    }

    private static int days(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.invalid("天数(length)“%s”不是整数;应为 1 至 1000".formatted(text));
        }
    }

    private static <T> T choice(String name, String text, Map<String, T> choices) {
        T chosen = choices.get(text);
        if (chosen == null) {
            throw Refusal.invalid("%s“%s”不在可选范围内;应为 %s"
                    .formatted(
                            name,
                            text,
                            String.join(
                                    " 或 ", choices.keySet().stream().sorted().toList())));
        }
        return chosen;
    }
}
