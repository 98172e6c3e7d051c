package cn.lianping.office;

import cn.lianping.audit.AuditLog;
import cn.lianping.engine.DoneTask;
import cn.lianping.engine.DoneTasks;
import cn.lianping.identity.CurrentActor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Puts an office action on record: in the case's audit chain, and among what its person did (我已办). */
@Component
class OfficeActs {

    private final DoneTasks done;
    private final CurrentActor actor;
    private final AuditLog audit;

    OfficeActs(DoneTasks done, CurrentActor actor, AuditLog audit) {
        this.done = done;
        this.actor = actor;
        this.audit = audit;
    }

    /**
     * Records what the actor did with the task.
     *
     * @param act as people know it, e.g. 减签
     * @param toWhom names of those it concerns, as people read them; may be empty
     * @param words the opinion
     * @param details further facts for the audit chain
     */
    void record(Task task, OfficeAction action, String act, String toWhom, String words, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("taskId", task.getId());
        all.put("opinion", words);
        audit.record(HeldTasks.caseOf(task), act + ":" + task.getName(), task.getTaskDefinitionKey(), all);
        done.record(new DoneTask(
                task.getId(),
                actor.userId(),
                HeldTasks.caseOf(task),
                task.getTaskDefinitionKey(),
                task.getName(),
                action.word(),
                toWhom.isEmpty() ? act : act + ":" + toWhom,
                words));
    }
}
