package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes back the last act of a person while nobody has taken up what followed from it (撤回). What the platform itself did
 * since, such as concluding or scoring, is never undone: then the act stands.
 */
@Component
public class ActsTakenBack {

    /** In the diagram's property {@link TaskProperties#ACTIONS}: an act of this task may be taken back. */
    public static final String WITHDRAW = "withdraw";

    /** What the platform passes without deciding anything. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("parallelGateway", "exclusiveGateway", "userTask", "startEvent");

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final TaskService tasks;
    private final TaskRules rules;
    private final TaskProperties properties;
    private final ActedInstances instances;
    private final RunEvents runs;
    private final CurrentActor actor;

    ActsTakenBack(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy HistoryService history,
            @Lazy TaskService tasks,
            TaskRules rules,
            TaskProperties properties,
            ActedInstances instances,
            RunEvents runs,
            CurrentActor actor) {
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.tasks = tasks;
        this.rules = rules;
        this.properties = properties;
        this.instances = instances;
        this.runs = runs;
        this.actor = actor;
    }

    /** Why the act cannot be taken back, as the person reads it; null if it can. */
    public @Nullable String obstacle(String doneTaskId) {
        HistoricTaskInstance done = done(doneTaskId);
        boolean allowed = properties
                .find(done.getProcessDefinitionId(), done.getTaskDefinitionKey(), TaskProperties.ACTIONS)
                .filter(words -> List.of(words.split("\\s*,\\s*", -1)).contains(WITHDRAW))
                .isPresent();
        if (!allowed) {
            return "“" + done.getName() + "”办结后不能撤回";
        }
        ProcessInstance instance = instance(done);
        if (instance == null) {
            return "该环节已经结束,不能撤回;如需更正,请联系下一环节办理人退回";
        }
        DiagramSteps steps = steps(instance);
        FlowNode step = steps.node(done.getTaskDefinitionKey());
        Set<String> following = steps.after(step);
        Date since = done.getEndTime();
        for (HistoricActivityInstance passed : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .startedAfter(new Date(since.getTime() - 1))
                .list()) {
            if (following.contains(passed.getActivityId()) && !WITHOUT_EFFECT.contains(passed.getActivityType())) {
                return "材料已进入下一环节(" + passed.getActivityName() + "),不能撤回;如需更正,请联系下一环节办理人退回";
            }
        }
        boolean worked = history
                .createHistoricTaskInstanceQuery()
                .processInstanceId(instance.getId())
                .finishedAfter(since)
                .list()
                .stream()
                .anyMatch(task -> following.contains(task.getTaskDefinitionKey())
                        && !task.getId().equals(done.getId())
                        && !task.getStartTime().before(since));
        Task taken = tasks.createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .filter(task -> following.contains(task.getTaskDefinitionKey()) && task.getAssignee() != null)
                .filter(task -> !task.getCreateTime().before(since))
                .findFirst()
                .orElse(null);
        if (worked || taken != null) {
            return taken == null ? "后续步骤已有人办理,不能撤回" : "下一步“" + taken.getName() + "”已由他人认领,不能撤回";
        }
        return null;
    }

    /**
     * Takes the act back: the task is open again, with the person who had done it.
     *
     * @throws Refusal when somebody else did it, or when there is an {@link #obstacle}
     */
    public Task takeBack(String doneTaskId, String reason) {
        HistoricTaskInstance done = done(doneTaskId);
        String obstacle = obstacle(doneTaskId);
        if (obstacle != null) {
            throw Refusal.conflict(obstacle);
        }
        ProcessInstance instance = java.util.Objects.requireNonNull(instance(done));
        DiagramSteps steps = steps(instance);
        FlowNode step = steps.node(done.getTaskDefinitionKey());
        String variable = DiagramSteps.elementVariable(step);
        Map<String, Object> own = variable == null ? Map.of() : Map.of(variable, instanceOf(done, instance));
        rules.annul(step.getId(), new Annulment(instance.getBusinessKey(), own, actor.userId(), reason));
        ActivityInstance root = runtime.getActivityInstance(instance.getId());
        String scopeId = DiagramSteps.scopeOf(step);
        ActivityInstance scope = scopeId == null ? root : only(root.getActivityInstances(scopeId));
        ActivityInstance[] bodies = scope.getActivityInstances(step.getId() + DiagramSteps.BODY);
        boolean amongOthers = variable != null && bodies.length == 1;
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(instance.getId());
        var begun = change.startBeforeActivity(step.getId(), amongOthers ? bodies[0].getId() : scope.getId());
        own.forEach(begun::setVariableLocal);
        if (!amongOthers) {
            cancelOne(scope, steps.after(step), change);
        }
        change.execute();
        runs.takenBack(doneTaskId);
        Task open =
                tasks
                        .createTaskQuery()
                        .processInstanceId(instance.getId())
                        .taskDefinitionKey(step.getId())
                        .list()
                        .stream()
                        .filter(task -> variable == null
                                || String.valueOf(own.get(variable))
                                        .equals(String.valueOf(tasks.getVariable(task.getId(), variable))))
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalStateException("the step did not come up again: " + step.getId()));
        tasks.setAssignee(open.getId(), actor.userId());
        return open;
    }

    /** What the act led to: one token, at a join or at the step after it. */
    private static void cancelOne(
            ActivityInstance scope, Set<String> following, ProcessInstanceModificationBuilder change) {
        Stream.concat(
                        Stream.of(scope.getChildActivityInstances())
                                .filter(child ->
                                        following.contains(child.getActivityId().replace(DiagramSteps.BODY, "")))
                                .map(child -> (Runnable) () -> change.cancelActivityInstance(child.getId())),
                        Stream.of(scope.getChildTransitionInstances())
                                .filter(child ->
                                        following.contains(child.getActivityId().replace(DiagramSteps.BODY, "")))
                                .map(TransitionInstance::getId)
                                .map(id -> (Runnable) () -> change.cancelTransitionInstance(id)))
                .findFirst()
                .ifPresent(Runnable::run);
    }

    private HistoricTaskInstance done(String taskId) {
        HistoricTaskInstance done = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .taskAssignee(actor.userId())
                .finished()
                .singleResult();
        if (done == null || done.getProcessDefinitionId() == null) {
            throw Refusal.notFound("没有这项已办事项,或不是您办理的");
        }
        return done;
    }

    private @Nullable ProcessInstance instance(HistoricTaskInstance done) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(done.getProcessInstanceId())
                .singleResult();
    }

    private DiagramSteps steps(ProcessInstance instance) {
        return new DiagramSteps(repository.getBpmnModelInstance(instance.getProcessDefinitionId()));
    }

    private Object instanceOf(HistoricTaskInstance done, ProcessInstance instance) {
        Object value = instances.of(instance.getBusinessKey()).get(done.getId());
        if (value == null) {
            throw Refusal.conflict("该事项的办理记录不完整,不能撤回;请联系流程管理员");
        }
        return value;
    }

    private static ActivityInstance only(ActivityInstance[] found) {
        if (found.length != 1) {
            throw Refusal.conflict("该步骤所在的子流程已经结束,不能撤回");
        }
        return found[0];
    }
}
