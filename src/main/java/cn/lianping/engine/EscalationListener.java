package cn.lianping.engine;

import cn.lianping.audit.AuditLog;
import cn.lianping.identity.Groups;
import cn.lianping.reminder.ReminderKind;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * After a task is overdue: highest priority, told to those who are to do it, to the managers and to the province's office,
 * and on record. Overdue work is never done by itself.
 */
@Component("escalationListener")
class EscalationListener implements TaskListener {

    private static final int ESCALATED = 90;
    private static final List<String> SUPERIORS = List.of(Groups.MANAGER, Groups.PROVINCE_OFFICE);

    private final AuditLog audit;
    private final TaskReminders reminders;

    EscalationListener(AuditLog audit, TaskReminders reminders) {
        this.audit = audit;
        this.reminders = reminders;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setPriority(Math.max(task.getPriority(), ESCALATED));
        reminders.toResponsible(task, ReminderKind.OVERDUE);
        reminders.toGroups(SUPERIORS, task, ReminderKind.OVERDUE);
        audit.record(
                task.getExecution().getProcessBusinessKey(),
                "逾期升级:" + task.getName(),
                task.getTaskDefinitionKey(),
                Map.of(
                        "escalatedTo",
                        String.join(",", SUPERIORS),
                        "due",
                        String.valueOf(task.getDueDate().getTime())));
    }
}
