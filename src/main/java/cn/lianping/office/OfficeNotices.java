package cn.lianping.office;

import cn.lianping.reminder.Reminder;
import cn.lianping.reminder.ReminderKind;
import cn.lianping.reminder.Reminders;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells people what somebody did that concerns them. */
@Component
class OfficeNotices {

    private final Reminders reminders;

    OfficeNotices(Reminders reminders) {
        this.reminders = reminders;
    }

    /** Tells one person of an action at a task. */
    void tell(String recipient, OfficeAction action, Task task, String text) {
        tell(recipient, kind(action), action.chinese(), task, text);
    }

    /** Tells who delegated a task that it came back. */
    void handedBack(String owner, Task task, String text) {
        tell(owner, ReminderKind.DELEGATION_RETURNED, "委派办回", task, text);
    }

    private void tell(String recipient, ReminderKind kind, String what, Task task, String text) {
        reminders.send(
                new Reminder(recipient, kind, what + ":" + task.getName(), text, task.getId(), HeldTasks.caseOf(task)));
    }

    private static ReminderKind kind(OfficeAction action) {
        return switch (action) {
            case RETURN -> ReminderKind.RETURNED;
            case WITHDRAW -> ReminderKind.WITHDRAWN;
            case TRANSFER -> ReminderKind.TRANSFERRED;
            case DELEGATE -> ReminderKind.DELEGATED;
            case SIGN -> ReminderKind.SIGNERS_CHANGED;
            case COPY -> ReminderKind.COPIED;
            case URGE -> ReminderKind.URGED;
        };
    }
}
