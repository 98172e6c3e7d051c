package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.lianping.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/** Acts as people do: with the rights of a login, through the forms. */
public class Desk {

    private final IdentityService identities;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    public Desk(
            IdentityService identities,
            FormService forms,
            TaskService tasks,
            RuntimeService runtime,
            RepositoryService repository) {
        this.identities = identities;
        this.forms = forms;
        this.tasks = tasks;
        this.runtime = runtime;
        this.repository = repository;
    }

    /** Does something with the rights of this login. */
    public <T> T as(String person, Supplier<T> act) {
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

    /** Starts the province's process through its form; the answer is the business key. */
    public String start(String person, String processKey, Map<String, Object> form) {
        return start(person, newest(processKey).withoutTenantId(), form);
    }

    /** Starts a city's own process through its form; the answer is the business key. */
    public String startIn(String area, String person, String processKey, Map<String, Object> form) {
        return start(person, newest(processKey).tenantIdIn(area), form);
    }

    /** The values that a choice of the start form offers to this person; of the city's own process unless area is null. */
    public List<String> offered(String person, @Nullable String area, String processKey, String field) {
        var which = area == null
                ? newest(processKey).withoutTenantId()
                : newest(processKey).tenantIdIn(area);
        String definition = which.singleResult().getId();
        Object shown =
                Objects.requireNonNull(as(person, () -> forms.getStartFormVariables(definition, List.of(field), true))
                        .get(field));
        List<String> values = new ArrayList<>();
        ((SpinJsonNode) shown)
                .elements()
                .forEach(option -> values.add(option.prop("value").stringValue()));
        return values;
    }

    private ProcessDefinitionQuery newest(String processKey) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion();
    }

    private String start(String person, ProcessDefinitionQuery which, Map<String, Object> form) {
        String definition = which.singleResult().getId();
        return as(
                person, () -> forms.submitStartForm(definition, submitted(form)).getBusinessKey());
    }

    /** The one open task of this kind of a case or round; fails when there is none or more than one. */
    public Task task(String businessKey, String taskKey) {
        List<Task> found = open(businessKey, taskKey);
        assertThat(found)
                .as("open tasks %s of %s (all: %s)", taskKey, businessKey, names(businessKey))
                .hasSize(1);
        return found.get(0);
    }

    /** The open tasks of this kind of a case or round. */
    public List<Task> open(String businessKey, String taskKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(businessKey)
                .taskDefinitionKey(taskKey)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    private List<String> names(String businessKey) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** Completes the one open task of this kind as somebody who is responsible for it. */
    public void complete(String businessKey, String taskKey, Map<String, Object> form) {
        complete(task(businessKey, taskKey), form);
    }

    /** Completes the task as somebody who is responsible for it. */
    public void complete(Task task, Map<String, Object> form) {
        complete(responsible(task), task, form);
    }

    /** Completes the task as this person. */
    public void complete(String person, Task task, Map<String, Object> form) {
        as(person, () -> forms.submitTaskForm(task.getId(), submitted(form)));
    }

    /** Tries to complete the task as somebody responsible and expects a refusal, which leaves the task open. */
    public Refusal refused(Task task, Map<String, Object> form) {
        Refusal refusal = refused(() -> complete(task, form));
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count())
                .as("the task is still open")
                .isEqualTo(1);
        return refusal;
    }

    /** Does something that must be refused. */
    public static Refusal refused(Runnable act) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act::run);
        assertThat(refusal).as("nothing was refused").isNotNull();
        return refusal;
    }

    /** Somebody who belongs to several groups, as in the one bureau of the Shenfu zone. */
    public String newPerson(String... groups) {
        String id = "person" + identities.createUserQuery().count();
        User user = identities.newUser(id);
        user.setFirstName("身兼数职");
        user.setPassword("demo");
        identities.saveUser(user);
        List.of(groups).forEach(group -> identities.createMembership(id, group));
        return id;
    }

    /** Who is to do the task: its assignee, or a member of its candidate group. */
    public String responsible(Task task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(groups)
                .as("candidate groups of %s", task.getTaskDefinitionKey())
                .hasSize(1);
        var people = identities
                .createUserQuery()
                .memberOfGroup(groups.get(0))
                .orderByUserId()
                .desc()
                .list();
        assertThat(people).as("members of %s", groups.get(0)).isNotEmpty();
        return people.get(0).getId();
    }

    /** What the form of the task shows to the person responsible. */
    public Map<String, Object> shown(Task task) {
        return as(responsible(task), () -> forms.getTaskFormVariables(task.getId(), null, true));
    }

    /** A variable as seen from the task. */
    public Object variable(Task task, String name) {
        return runtime.getVariable(task.getExecutionId(), name);
    }

    /** Several choices travel as JSON, as the browser sends them. */
    private static Map<String, Object> submitted(Map<String, Object> form) {
        Map<String, Object> typed = new HashMap<>();
        form.forEach((key, value) -> typed.put(key, value instanceof Collection<?> many ? json(many) : value));
        return typed;
    }

    private static Object json(Collection<?> values) {
        String items = values.stream().map(v -> "\"" + v + "\"").collect(java.util.stream.Collectors.joining(","));
        return SpinValues.jsonValue("[" + items + "]").create();
    }
}
