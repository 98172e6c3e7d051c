package cn.lianping.rehearsal.act;

import cn.lianping.rehearsal.RehearsalOnly;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** Acts with the rights of a login, through the same forms as people. */
@RehearsalOnly
public class Desk {

    private final IdentityService identities;
    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService repository;

    Desk(IdentityService identities, FormService forms, TaskService tasks, RepositoryService repository) {
        this.identities = identities;
        this.forms = forms;
        this.tasks = tasks;
        this.repository = repository;
    }

    /** Does something with the rights of this login. */
    public <T extends @Nullable Object> T as(String person, Supplier<T> act) {
        List<String> groups = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identities.setAuthentication(person, groups);
        try {
            return act.get();
        } finally {
            identities.clearAuthentication();
        }
    }

    /** The same without an answer. */
    public void as(String person, Runnable act) {
        as(person, () -> {
            act.run();
            return true;
        });
    }

    /** Starts the newest version of a process through its form: the area's own where there is one, else the province's. */
    public ProcessInstance start(String person, String processKey, @Nullable String area, Map<String, Object> form) {
        ProcessDefinition own = area == null
                ? null
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .tenantIdIn(area)
                        .latestVersion()
                        .singleResult();
        ProcessDefinition definition = own != null
                ? own
                : repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processKey)
                        .withoutTenantId()
                        .latestVersion()
                        .singleResult();
        return as(person, () -> forms.submitStartForm(definition.getId(), submitted(form)));
    }

    /** What the form of the task shows to this person. */
    public Map<String, Object> shown(String person, Task task) {
        Map<String, Object> plain = new HashMap<>();
        Map<String, Object> shown = as(person, () -> forms.getTaskFormVariables(task.getId(), null, true));
        shown.forEach((key, value) -> plain.put(key, Plain.of(value)));
        return plain;
    }

    /** Completes the task as this person. */
    public void complete(String person, Task task, Map<String, Object> form) {
        as(person, () -> forms.submitTaskForm(task.getId(), submitted(form)));
    }

    /** Takes the task up. */
    public void claim(String person, String taskId) {
        tasks.claim(taskId, person);
    }

    /** Who is to do the task: its assignee, or a member of a group that it is offered to; empty if that is nobody. */
    public Optional<String> responsible(Task task) {
        if (task.getAssignee() != null) {
            return Optional.of(task.getAssignee());
        }
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
        return links.stream()
                .map(IdentityLink::getUserId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> links.stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .flatMap(group -> members(group).stream())
                        .findFirst());
    }

    /** The groups that the task is offered to. */
    public List<String> offeredTo(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    private List<String> members(String group) {
        return identities.createUserQuery().memberOfGroup(group).orderByUserId().asc().list().stream()
                .map(User::getId)
                .toList();
    }

    /** Makes the person a member of the group, and both exist, as far as they are not. */
    public void enrol(String person, String name, String group) {
        if (identities.createUserQuery().userId(person).count() == 0) {
            User user = identities.newUser(person);
            user.setFirstName(name);
            user.setLastName("");
            identities.saveUser(user);
        }
        if (identities.createGroupQuery().groupId(group).count() == 0) {
            Group created = identities.newGroup(group);
            created.setName(group);
            created.setType("WORKFLOW");
            identities.saveGroup(created);
        }
        if (identities.createUserQuery().userId(person).memberOfGroup(group).count() == 0) {
            identities.createMembership(person, group);
        }
    }

    /** Several choices travel as JSON, as the browser sends them. */
    private static Map<String, Object> submitted(Map<String, Object> form) {
        Map<String, Object> typed = new HashMap<>();
        form.forEach((key, value) -> typed.put(
                key,
                value instanceof Collection<?> many
                        ? SpinValues.jsonValue(Plain.json(many)).create()
                        : value));
        return typed;
    }
}
