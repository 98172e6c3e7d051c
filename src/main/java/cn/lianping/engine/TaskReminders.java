package cn.lianping.engine;

import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.reminder.Reminder;
import cn.lianping.reminder.ReminderKind;
import cn.lianping.reminder.Reminders;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/** Tells people of a task: its assignee, else everybody to whom it is offered. */
@Component
class TaskReminders {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日(EEE)", Locale.CHINA);

    private final Reminders reminders;

    TaskReminders(Reminders reminders) {
        this.reminders = reminders;
    }

    /** Tells those who are to do the task; nobody where it is offered to nobody. */
    void toResponsible(DelegateTask task, ReminderKind kind) {
        String assignee = task.getAssignee();
        if (assignee != null) {
            send(assignee, task, kind);
            return;
        }
        List<IdentityLink> offered = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        offered.stream()
                .map(IdentityLink::getUserId)
                .filter(user -> user != null)
                .forEach(user -> send(user, task, kind));
        List<String> groups = offered.stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
        if (!groups.isEmpty()) {
            toGroups(groups, task, kind);
        }
    }

    /** Tells every member of these groups. */
    void toGroups(Collection<String> groups, DelegateTask task, ReminderKind kind) {
        reminders.sendToGroups(groups, kind, task.getName(), text(task), task.getId(), key(task));
    }

    /** Nobody has to be told any more to do it. */
    void ended(DelegateTask task) {
        reminders.taskEnded(task.getId());
    }

    private void send(String user, DelegateTask task, ReminderKind kind) {
        reminders.send(new Reminder(user, kind, task.getName(), text(task), task.getId(), key(task)));
    }

    private static String key(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        return key == null ? "" : key;
    }

    private static String text(DelegateTask task) {
        Date due = task.getDueDate();
        if (due == null) {
            return "";
        }
        // due at 24:00 means the day that ends then
        ZonedDateTime last = due.toInstant().minusMillis(1).atZone(OfficialCalendar.ZONE);
        return "办理期限:" + DAY.format(last);
    }
}
