package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What somebody to whom a task was delegated (委派) hands back: a proposal in the form, nothing decided. */
@Component
class HandedOver {

    private final ObjectProvider<TaskDrafts> drafts;
    private final CurrentActor actor;
    private final AuditLog audit;

    HandedOver(ObjectProvider<TaskDrafts> drafts, CurrentActor actor, AuditLog audit) {
        this.drafts = drafts;
        this.actor = actor;
        this.audit = audit;
    }

    /** Keeps the entries for the owner of the task; refuses anybody but the one it was delegated to. */
    void propose(DelegateTask task, Map<String, Object> entries) {
        requireDelegate(task.getAssignee());
        Map<String, Object> plain = new LinkedHashMap<>();
        entries.forEach(
                (key, value) -> plain.put(key, value instanceof SpinJsonNode json ? json.mapTo(Object.class) : value));
        drafts.ifAvailable(kept -> kept.keep(task.getId(), plain, actor.userId()));
        String key = task.getExecution().getProcessBusinessKey();
        audit.record(
                key == null ? "platform" : key,
                "交回委派任务:" + task.getName(),
                task.getTaskDefinitionKey(),
                Map.of("taskId", task.getId(), "proposal", plain));
    }

    /** Refuses whoever is not the one it was delegated to. */
    void requireDelegate(@Nullable String assignee) {
        if (assignee == null || !assignee.equals(actor.userId())) {
            throw Refusal.forbidden("该任务已委派他人办理,只有受委派人可以交回");
        }
    }
}
