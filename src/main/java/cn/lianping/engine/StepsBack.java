package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes a case back to a step that it has passed (退回). Whatever stands behind that step in the same diagram is ended,
 * also what others are still at, and the domain's records of it are annulled and kept; nothing can be skipped this way.
 */
@Component
public class StepsBack {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final TaskService tasks;
    private final TaskRules rules;
    private final TaskProperties properties;
    private final FormerPeople former;
    private final RunEvents runs;
    private final CurrentActor actor;

    StepsBack(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy HistoryService history,
            @Lazy TaskService tasks,
            TaskRules rules,
            TaskProperties properties,
            FormerPeople former,
            RunEvents runs,
            CurrentActor actor) {
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.tasks = tasks;
        this.rules = rules;
        this.properties = properties;
        this.former = former;
        this.runs = runs;
        this.actor = actor;
    }

    /** A step that the case has passed. */
    public record Step(String key, String name) {}

    /** Where a step stands: in this process instance, begun there in this scope. */
    private record Place(String instanceId, String businessKey, DiagramSteps steps, FlowNode step) {}

    /** The steps that the diagram allows the task to be sent back to and that the case has passed. */
    public List<Step> targets(Task task) {
        List<Step> found = new ArrayList<>();
        for (String key : properties.words(task, TaskProperties.RETURN_TO)) {
            Place place = place(task, key);
            if (place != null && passed(place)) {
                String name = place.step().getName();
                found.add(new Step(key, name == null ? key : name));
            }
        }
        return found;
    }

    /**
     * Takes the case back.
     *
     * @param stepKey the user task to be done anew, one of {@link #targets}
     * @return the tasks that are open at that step now
     * @throws Refusal when the diagram does not allow it or the case has not been there
     */
    public List<Task> back(Task task, String stepKey, String reason) {
        if (targets(task).stream().noneMatch(step -> step.key().equals(stepKey))) {
            throw Refusal.invalid("不能退回到这一步:流程图没有允许,或案卷没有经过该步骤;请从列表中重新选择");
        }
        Place place = java.util.Objects.requireNonNull(place(task, stepKey));
        FlowNode beginning = place.steps().beginning(place.step());
        Set<String> undone = place.steps().from(beginning);
        Map<String, String> before = former.of(place.instanceId(), place.businessKey(), place.step());
        annul(task, place, undone, reason);
        ActivityInstance scope = scope(place);
        // begun first: a scope that loses its last step would end before the new one stands in it
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(place.instanceId())
                .startBeforeActivity(DiagramSteps.whole(beginning), scope.getId());
        cancel(scope, undone, change);
        runs.returned(task.getId());
        change.execute();
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(place.instanceId())
                .taskDefinitionKey(stepKey)
                .list();
        former.giveBack(open, place.step(), before);
        return open;
    }

    /** In the task's own process instance, or in one that called it. */
    private @Nullable Place place(Task task, String stepKey) {
        String instanceId = task.getProcessInstanceId();
        while (instanceId != null) {
            ProcessInstance instance = runtime.createProcessInstanceQuery()
                    .processInstanceId(instanceId)
                    .singleResult();
            if (instance == null) {
                return null;
            }
            DiagramSteps steps = new DiagramSteps(repository.getBpmnModelInstance(instance.getProcessDefinitionId()));
            if (steps.has(stepKey) && steps.node(stepKey) instanceof UserTask step) {
                return new Place(instanceId, instance.getBusinessKey(), steps, step);
            }
            ProcessInstance caller = runtime.createProcessInstanceQuery()
                    .subProcessInstanceId(instanceId)
                    .singleResult();
            instanceId = caller == null ? null : caller.getId();
        }
        return null;
    }

    private boolean passed(Place place) {
        return history.createHistoricTaskInstanceQuery()
                        .processInstanceId(place.instanceId())
                        .taskDefinitionKey(place.step().getId())
                        .finished()
                        .count()
                > 0;
    }

    /** The rules of every step that is undone, also within embedded scopes and called processes, take back what they keep. */
    private void annul(Task task, Place place, Set<String> undone, String reason) {
        Set<String> keys = new HashSet<>();
        for (String id : undone) {
            keys.addAll(place.steps().userTasksWithin(id));
        }
        if (!task.getProcessInstanceId().equals(place.instanceId())) {
            new DiagramSteps(repository.getBpmnModelInstance(task.getProcessDefinitionId()))
                    .userTasks()
                    .forEach(keys::add);
        }
        keys.forEach(step -> rules.annul(step, new Annulment(place.businessKey(), Map.of(), actor.userId(), reason)));
    }

    /** The instance of the scope in which the step stands. */
    private ActivityInstance scope(Place place) {
        ActivityInstance root = runtime.getActivityInstance(place.instanceId());
        String scopeId = DiagramSteps.scopeOf(place.step());
        if (scopeId == null) {
            return root;
        }
        ActivityInstance[] found = root.getActivityInstances(scopeId);
        if (found.length != 1) {
            throw Refusal.conflict("该步骤所在的子流程已经结束或有多个,不能单独退回;请联系流程管理员");
        }
        return found[0];
    }

    private static void cancel(ActivityInstance scope, Set<String> undone, ProcessInstanceModificationBuilder change) {
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (undone.contains(child.getActivityId().replace(DiagramSteps.BODY, ""))) {
                change.cancelActivityInstance(child.getId());
            }
        }
        for (TransitionInstance child : scope.getChildTransitionInstances()) {
            if (undone.contains(child.getActivityId().replace(DiagramSteps.BODY, ""))) {
                change.cancelTransitionInstance(child.getId());
            }
        }
    }
}
