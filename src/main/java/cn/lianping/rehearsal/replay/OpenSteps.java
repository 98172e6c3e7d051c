package cn.lianping.rehearsal.replay;

import cn.lianping.rehearsal.RehearsalOnly;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/** Finds the open task that a recorded act belongs to. */
@RehearsalOnly
class OpenSteps {

    private final TaskService tasks;
    private final RepositoryService repository;
    private final Map<String, String> variables = new HashMap<>();

    OpenSteps(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    /**
     * The task.
     *
     * @param instance which of several, such as the element or the member unit; empty where there is one
     */
    Optional<Task> find(String businessKey, String taskKey, String instance, String person) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(taskKey)
                .list();
        return open.stream()
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(person))
                .filter(task -> instance.isEmpty() || instance.equals(instanceOf(task)))
                .min(Comparator.comparing(Task::getCreateTime));
    }

    /** The open tasks of the case or round. */
    List<Task> of(String businessKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private String instanceOf(Task task) {
        String name = variables.computeIfAbsent(
                task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(), key -> elementVariable(task));
        return name.isEmpty() ? "" : String.valueOf(tasks.getVariable(task.getId(), name));
    }

    private String elementVariable(Task task) {
        Activity activity = repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics loop
                        && loop.getCamundaElementVariable() != null
                ? loop.getCamundaElementVariable()
                : "";
    }

    /** A variable as seen from the task. */
    String variable(Task task, String name) {
        return String.valueOf(tasks.getVariable(task.getId(), name));
    }
}
