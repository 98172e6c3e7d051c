package cn.lianping.engine;

import cn.lianping.audit.AuditLog;
import cn.lianping.identity.Groups;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** After a task is overdue: highest priority, on record for the managers. Overdue work is never done by itself. */
@Component("escalationListener")
class EscalationListener implements TaskListener {

    private static final int ESCALATED = 90;
    private final AuditLog audit;

    EscalationListener(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void notify(DelegateTask task) {
        task.setPriority(Math.max(task.getPriority(), ESCALATED));
        audit.record(
                task.getExecution().getProcessBusinessKey(),
                "逾期升级:" + task.getName(),
                task.getTaskDefinitionKey(),
                Map.of(
                        "escalatedTo",
                        Groups.MANAGER,
                        "due",
                        String.valueOf(task.getDueDate().getTime())));
    }
}
