package cn.lianping.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Many open tasks at once, as far as the engine lets the current person read them; a fixed number of statements. */
@Component
public class OpenTasks {

    /** No more ids are asked for at once. */
    public static final int AT_ONCE = 50;

    private final ProcessEngine engine;
    private final OpenTaskMapper mapper;
    // the name of a deployed version never changes
    private final Map<String, String> stages = new ConcurrentHashMap<>();

    OpenTasks(@Lazy ProcessEngine engine, OpenTaskMapper mapper) {
        this.engine = engine;
        this.mapper = mapper;
    }

    /** Those of the tasks that are open and that the person may read, in the order of the ids. Nothing without a login. */
    public List<OpenTask> readable(Collection<String> taskIds) {
        if (taskIds.isEmpty() || authentication() == null) {
            return List.of();
        }
        Map<String, Task> found = new LinkedHashMap<>();
        engine.getTaskService()
                .createTaskQuery()
                .taskIdIn(taskIds.toArray(String[]::new))
                .list()
                .forEach(task -> found.put(task.getId(), task));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> offers = new LinkedHashMap<>();
        mapper.offers(found.keySet())
                .forEach(offer -> offers.computeIfAbsent(offer.taskId(), id -> new ArrayList<>())
                        .add(offer.groupName()));
        learnStages(found.values());
        return taskIds.stream()
                .distinct()
                .map(found::get)
                .filter(task -> task != null)
                .map(task -> view(task, offers.getOrDefault(task.getId(), List.of())))
                .toList();
    }

    /** Whether the person may read every task there is. */
    public boolean readsAll() {
        Authentication who = authentication();
        return who != null
                && engine.getAuthorizationService()
                        .isUserAuthorized(
                                who.getUserId(),
                                who.getGroupIds(),
                                ProcessDefinitionPermissions.READ_TASK,
                                Resources.PROCESS_DEFINITION);
    }

    private @Nullable Authentication authentication() {
        Authentication who = engine.getIdentityService().getCurrentAuthentication();
        return who == null || who.getUserId() == null ? null : who;
    }

    private void learnStages(Collection<Task> tasks) {
        Set<String> unknown = tasks.stream()
                .map(Task::getProcessDefinitionId)
                .filter(id -> id != null && !stages.containsKey(id))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionIdIn(unknown.toArray(String[]::new))
                    .list()
                    .forEach(found -> stages.put(found.getId(), name(found)));
        }
    }

    private static String name(ProcessDefinition found) {
        return found.getName() == null ? found.getKey() : found.getName();
    }

    private OpenTask view(Task task, List<String> offeredTo) {
        String definition = task.getProcessDefinitionId();
        String key = task.getDescription();
        return new OpenTask(
                task.getId(),
                task.getName() == null ? String.valueOf(task.getTaskDefinitionKey()) : task.getName(),
                key == null ? "" : key,
                definition == null ? "" : stages.getOrDefault(definition, ""),
                task.getAssignee(),
                offeredTo,
                instant(task.getDueDate()),
                instant(task.getFollowUpDate()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
