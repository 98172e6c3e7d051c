package cn.lianping.engine;

import cn.lianping.audit.AuditLog;
import cn.lianping.reminder.ReminderKind;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Before a task is due: raises its priority, tells those who are to do it, and records the reminder. It never completes or
 * approves anything.
 */
@Component("reminderListener")
class ReminderListener implements TaskListener {

    private static final int REMINDED = 70;
    private final AuditLog audit;
    private final TaskReminders reminders;

    ReminderListener(AuditLog audit, TaskReminders reminders) {
        this.audit = audit;
        this.reminders = reminders;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setPriority(Math.max(task.getPriority(), REMINDED));
        reminders.toResponsible(task, ReminderKind.DUE_SOON);
        audit.record(
                task.getExecution().getProcessBusinessKey(),
                "到期提醒:" + task.getName(),
                task.getTaskDefinitionKey(),
                Map.of("due", String.valueOf(task.getDueDate().getTime())));
    }
}
