package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.engine.AsActor;
import cn.lianping.engine.TaskProperties;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks that somebody works, and what their diagrams allow there. */
@Component
class HeldTasks {

    private final TaskService tasks;
    private final TaskProperties properties;
    private final Unrestricted engine;
    private final AsActor asActor;
    private final CurrentActor actor;

    HeldTasks(
            @Lazy TaskService tasks,
            TaskProperties properties,
            Unrestricted engine,
            AsActor asActor,
            CurrentActor actor) {
        this.tasks = tasks;
        this.properties = properties;
        this.engine = engine;
        this.asActor = asActor;
        this.actor = actor;
    }

    /** The open task, as far as this person may see it. */
    Task visible(String taskId) {
        requireLogin();
        return Optional.ofNullable(asActor.call(
                        () -> tasks.createTaskQuery().taskId(taskId).singleResult()))
                .orElseThrow(HeldTasks::unknown);
    }

    /** The task that this person has claimed; the diagram must allow the action there. */
    Task held(String taskId, OfficeAction action) {
        Task task = visible(taskId);
        if (task.getAssignee() == null) {
            throw Refusal.conflict("请先认领任务,再" + action.chinese());
        }
        if (!task.getAssignee().equals(actor.userId())) {
            throw unknown();
        }
        requireAllowed(task, action);
        return task;
    }

    /** Refuses what the diagram does not allow at the task. */
    void requireAllowed(Task task, OfficeAction action) {
        if (!allowed(task).contains(action)) {
            throw Refusal.conflict("“%s”不能%s;如确有需要,请流程管理员在流程图中放开".formatted(task.getName(), action.chinese()));
        }
    }

    /** What the diagram allows at the task. */
    List<OfficeAction> allowed(Task task) {
        return properties.words(task, TaskProperties.ACTIONS).stream()
                .map(OfficeAction::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The groups to which the task is offered. */
    List<String> groups(Task task) {
        return engine.call(() -> tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList());
    }

    void requireLogin() {
        if (List.of(CurrentActor.SYSTEM, CurrentActor.PUBLIC).contains(actor.userId())) {
            throw Refusal.forbidden("请先登录");
        }
    }

    /** The number of the case or round that the task belongs to. */
    static String caseOf(Task task) {
        return task.getDescription() == null ? "" : task.getDescription();
    }

    static Refusal unknown() {
        return Refusal.notFound("任务不存在、已办结或不由您办理");
    }
}
