package cn.lianping.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Who did a step before. A step that is done anew goes to that person, as far as they are still responsible for it: not to
 * whoever started the case, nor to whoever sent it back.
 */
@Component
class FormerPeople {

    /** Stands for the one instance of a step that is not multiple. */
    private static final String ONLY = "";

    private final HistoryService history;
    private final TaskService tasks;
    private final IdentityService identities;
    private final ActedInstances instances;

    FormerPeople(
            @Lazy HistoryService history,
            @Lazy TaskService tasks,
            @Lazy IdentityService identities,
            ActedInstances instances) {
        this.history = history;
        this.tasks = tasks;
        this.identities = identities;
        this.instances = instances;
    }

    /** The last person who finished each instance of the step, by the value that tells its instances apart. */
    Map<String, String> of(String instanceId, String businessKey, FlowNode step) {
        String variable = DiagramSteps.elementVariable(step);
        Map<String, Object> values = variable == null ? Map.of() : instances.of(businessKey);
        Map<String, String> people = new HashMap<>();
        for (HistoricTaskInstance done : history.createHistoricTaskInstanceQuery()
                .processInstanceId(instanceId)
                .taskDefinitionKey(step.getId())
                .finished()
                .orderByHistoricTaskInstanceEndTime()
                .asc()
                .list()) {
            String who = done.getAssignee();
            if (who != null && "completed".equals(done.getDeleteReason())) {
                people.put(variable == null ? ONLY : String.valueOf(values.getOrDefault(done.getId(), ONLY)), who);
            }
        }
        return people;
    }

    /** Assigns the new tasks of the step to the people who did them before. */
    void giveBack(Collection<Task> open, FlowNode step, Map<String, String> people) {
        String variable = DiagramSteps.elementVariable(step);
        for (Task task : open) {
            String key = variable == null ? ONLY : String.valueOf(tasks.getVariable(task.getId(), variable));
            String who = people.get(key);
            if (who != null && task.getAssignee() == null && isResponsible(task, who)) {
                tasks.setAssignee(task.getId(), who);
            }
        }
    }

    private boolean isResponsible(Task task, String who) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
        return !groups.isEmpty()
                && identities
                                .createGroupQuery()
                                .groupMember(who)
                                .groupIdIn(groups.toArray(String[]::new))
                                .count()
                        > 0;
    }
}
