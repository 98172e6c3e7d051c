package cn.lianping.engine;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * Gathers what happens to tasks and stages in a transaction. The times are taken from the very events that become the
 * engine's history, so that a later look into the history finds the same; what the history does not say (which element,
 * which group) comes from the listener under every user task.
 */
@Component
class RunEvents implements HistoryEventHandler {

    private static final String END_EVENT = "noneEndEvent";
    private static final String ADD = "add";
    private static final Pattern ELEMENT_NO = Pattern.compile("[0-9]{1,2}");

    private final RunBatches batches;
    private final ActedInstances instances;
    // a deployed version never changes
    private final Map<String, DiagramStages> diagrams = new ConcurrentHashMap<>();

    RunEvents(RunBatches batches, ActedInstances instances) {
        this.batches = batches;
        this.instances = instances;
    }

    /** The listener under every user task; the history's own event has come before it. */
    void created(DelegateTask task) {
        ExecutionEntity instance = ((ExecutionEntity) task.getExecution()).getProcessInstance();
        String key = instance.getBusinessKey();
        DiagramStages.TaskPlace place = diagram(task.getProcessDefinitionId()).task(task.getTaskDefinitionKey());
        String group = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .sorted()
                .findFirst()
                .orElse(null);
        // an element is told apart from the others of its step by its number, a member or a division by its code
        Integer element = instances
                .of(task)
                .map(String::valueOf)
                .filter(value -> ELEMENT_NO.matcher(value).matches())
                .map(Integer::valueOf)
                .orElse(null);
        batches.gather(batch -> batch.task(task.getId())
                .begin(at -> new BegunTask(
                        key == null ? "" : key,
                        instance.getSuperExecutionId() != null,
                        ((ExecutionEntity) task.getExecution())
                                .getProcessDefinition()
                                .getKey(),
                        task.getProcessDefinitionId(),
                        task.getProcessInstanceId(),
                        task.getTaskDefinitionKey(),
                        element,
                        place,
                        group,
                        place.assigned() ? task.getAssignee() : null,
                        at)));
    }

    /** A task was completed with this choice. */
    void decided(String taskId, String decision) {
        batches.gather(batch -> batch.task(taskId).decide(decision));
    }

    /** The person at the task sends the case back; the task ends in this transaction. */
    void returned(String taskId) {
        batches.gather(batch -> batch.task(taskId).end(TaskEnding.RETURNED));
    }

    /** The person who had completed the task takes that back. */
    void takenBack(String taskId) {
        batches.gather(batch -> batch.task(taskId).end(TaskEnding.TAKEN_BACK));
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            handle(task);
        } else if (event instanceof HistoricIdentityLinkLogEventEntity link) {
            handle(link);
        } else if (event instanceof HistoricActivityInstanceEventEntity activity) {
            handle(activity);
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void handle(HistoricTaskInstanceEventEntity event) {
        if (event.getProcessInstanceId() == null) {
            return;
        }
        String assignee = event.getAssignee();
        Date due = event.getDueDate();
        batches.gather(batch -> {
            RunBatches.Gathered task = batch.task(event.getTaskId());
            task.see(assignee, due);
            if (isType(event, HistoryEvent.TASK_EVENT_TYPE_CREATE)) {
                task.startedAt(event.getStartTime());
            } else if (event.getEndTime() != null) {
                task.endedAt(event.getEndTime(), "completed".equals(event.getDeleteReason()));
            }
        });
    }

    private void handle(HistoricIdentityLinkLogEventEntity event) {
        if (event.getTaskId() != null
                && IdentityLinkType.ASSIGNEE.equals(event.getType())
                && ADD.equals(event.getOperationType())) {
            Date at = event.getTime();
            batches.gather(batch -> batch.task(event.getTaskId()).assignedAt(at));
        }
    }

    private void handle(HistoricActivityInstanceEventEntity event) {
        if (event.getProcessDefinitionId() == null) {
            return;
        }
        DiagramStages diagram = diagram(event.getProcessDefinitionId());
        if (!diagram.ofCases()) {
            return;
        }
        boolean start = isType(event, HistoryEvent.ACTIVITY_EVENT_TYPE_START);
        boolean end = isType(event, HistoryEvent.ACTIVITY_EVENT_TYPE_END);
        if (end && END_EVENT.equals(event.getActivityType())) {
            batches.gather(
                    batch -> batch.step(new StageStep.Finished(event.getProcessInstanceId(), event.getActivityId())));
        }
        diagram.stage(event.getActivityId()).ifPresent(stage -> {
            if (start) {
                batches.gather(batch -> batch.step(new StageStep.Entered(
                        event.getProcessInstanceId(),
                        event.getId(),
                        businessKey(event.getProcessInstanceId()),
                        event.getProcessDefinitionId(),
                        event.getActivityId(),
                        stage,
                        event.getStartTime().toInstant())));
            } else if (end) {
                batches.gather(batch -> batch.step(new StageStep.Left(
                        event.getProcessInstanceId(),
                        event.getId(),
                        stage,
                        event.getEndTime().toInstant(),
                        event.isCanceled())));
            }
        });
    }

    private static boolean isType(HistoryEvent event, String type) {
        return type.equals(event.getEventType());
    }

    private static String businessKey(String instanceId) {
        ExecutionEntity instance =
                Context.getCommandContext().getExecutionManager().findExecutionById(instanceId);
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }

    private DiagramStages diagram(String definitionId) {
        return diagrams.computeIfAbsent(
                definitionId,
                id -> new DiagramStages(Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findBpmnModelInstanceForProcessDefinition(id)));
    }
}
