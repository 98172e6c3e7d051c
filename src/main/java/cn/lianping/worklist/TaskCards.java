package cn.lianping.worklist;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.calendar.TimeLeft;
import cn.lianping.engine.OpenTask;
import cn.lianping.engine.OpenTasks;
import cn.lianping.identity.People;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the cards of a list show, for many tasks in a fixed number of statements. */
@Component
class TaskCards {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日 EEE", Locale.CHINA);
    private static final DateTimeFormatter DAY_OF_OTHER_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final OpenTasks tasks;
    private final WorklistMapper mapper;
    private final People people;
    private final CalendarRepository calendars;
    private final Clock clock;

    TaskCards(OpenTasks tasks, WorklistMapper mapper, People people, CalendarRepository calendars, Clock clock) {
        this.tasks = tasks;
        this.mapper = mapper;
        this.people = people;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * One card.
     *
     * @param caseNo number of the case or of the round
     * @param alliance null for the tasks of a round
     * @param offeredTo departments or units it is offered to
     * @param assignee name of who works it
     * @param due last day, e.g. 11月27日 周五
     * @param left working days, e.g. 剩 3 个工作日
     * @param urgency over, soon or empty
     */
    record Card(
            String id,
            String title,
            String caseNo,
            @Nullable String alliance,
            String stage,
            String offeredTo,
            @Nullable String assignee,
            @Nullable String due,
            @Nullable String left,
            String urgency,
            @Nullable String followUp) {}

    /** The cards of those tasks that are open and that the person may read. */
    List<Card> of(Collection<String> taskIds) {
        List<OpenTask> found = tasks.readable(taskIds);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, String> alliances = new HashMap<>();
        mapper.caseNames(found.stream().map(OpenTask::key).collect(Collectors.toSet()))
                .forEach(name -> alliances.put(name.caseNo(), name.alliance()));
        Map<String, String> names = people.names(found.stream()
                .map(OpenTask::assignee)
                .filter(assignee -> assignee != null)
                .collect(Collectors.toSet()));
        return found.stream().map(task -> card(task, alliances, names)).toList();
    }

    private Card card(OpenTask task, Map<String, String> alliances, Map<String, String> names) {
        String assignee = task.assignee();
        Instant due = task.due();
        TimeLeft left = due == null ? null : timeLeft(due);
        return new Card(
                task.taskId(),
                task.name(),
                task.key(),
                alliances.get(task.key()),
                task.stage(),
                String.join("、", task.offeredTo()),
                assignee == null ? null : names.getOrDefault(assignee, assignee),
                due == null ? null : day(due),
                left == null ? null : left.label(),
                left == null || !(left.over() || left.soon()) ? "" : left.over() ? "over" : "soon",
                task.followUp() == null ? null : minute(task.followUp()));
    }

    private TimeLeft timeLeft(Instant due) {
        OfficialCalendar calendar = calendars.calendar();
        TimeLeft left = calendar.timeLeft(LocalDate.now(clock), lastMoment(due).toLocalDate());
        // due at an hour of today that has passed
        boolean over = left.over() || !due.isAfter(clock.instant());
        return new TimeLeft(left.last(), left.workingDays(), over, left.provisional());
    }

    private String day(Instant due) {
        ZonedDateTime last = lastMoment(due);
        ZonedDateTime at = due.atZone(OfficialCalendar.ZONE);
        if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return MINUTE.format(at);
        }
        return (last.getYear() == LocalDate.now(clock).getYear() ? DAY : DAY_OF_OTHER_YEAR).format(last);
    }

    /** A task that is due at 24:00 is due on the day that ends then. */
    private static ZonedDateTime lastMoment(Instant due) {
        return due.minusMillis(1).atZone(OfficialCalendar.ZONE);
    }

    private static @Nullable String minute(@Nullable Instant at) {
        return at == null ? null : MINUTE.format(at.atZone(OfficialCalendar.ZONE));
    }
}
