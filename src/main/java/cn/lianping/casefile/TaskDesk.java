package cn.lianping.casefile;

import cn.lianping.Refusal;
import cn.lianping.engine.AsActor;
import cn.lianping.identity.CurrentActor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks that the current person may work, as the engine's own authorizations say. */
@Component
public class TaskDesk {

    private final ProcessEngine engine;
    private final AsActor asActor;
    private final CurrentActor actor;

    TaskDesk(@Lazy ProcessEngine engine, AsActor asActor, CurrentActor actor) {
        this.engine = engine;
        this.asActor = asActor;
        this.actor = actor;
    }

    /** What an endpoint beside a form may know of its task. */
    public record OpenTask(String taskId, String taskKey, String businessKey, String processInstanceId) {}

    /** The task; refuses with "not found" when it is closed or not this person's. */
    public OpenTask require(String taskId) {
        if (CurrentActor.SYSTEM.equals(actor.userId())) {
            throw Refusal.forbidden("请先登录");
        }
        Task task = asActor.call(
                () -> engine.getTaskService().createTaskQuery().taskId(taskId).singleResult());
        if (task == null || (task.getAssignee() != null && !task.getAssignee().equals(actor.userId()))) {
            throw Refusal.notFound("任务不存在、已办结或不由您办理");
        }
        String instance = task.getProcessInstanceId();
        String key = task.getDescription();
        return new OpenTask(taskId, task.getTaskDefinitionKey(), key == null ? "" : key, instance);
    }

    /** Whether this person has an open task in the case. */
    public boolean hasOpenTask(String businessKey) {
        return asActor.call(() -> engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(businessKey)
                        .count())
                > 0;
    }

    /** A local routing fact of the task, such as its element or member. */
    public String variable(String taskId, String name) {
        var identities = engine.getIdentityService();
        var before = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            Object value = engine.getTaskService().getVariable(taskId, name);
            return value == null ? "" : value.toString();
        } finally {
            identities.setAuthentication(before);
        }
    }
}
