package cn.lianping.engine;

import cn.lianping.calendar.CalendarRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** The bean {@code listDates} in the queries of the task lists. */
@Component("listDates")
public class ListDates {

    /** Working days ahead that count as soon. */
    private static final int SOON = 2;

    private final CalendarRepository calendars;
    private final Clock clock;

    ListDates(CalendarRepository calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Just after the end of the second working day from today, which itself does not count. */
    public Date endOfSoon() {
        // a task is due at 24:00 sharp and the query asks for what is due earlier
        return Date.from(calendars
                .calendar()
                .dueDate(LocalDate.now(clock), SOON)
                .endsAt()
                .plus(Duration.ofSeconds(1)));
    }
}
