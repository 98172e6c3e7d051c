package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.DueTimeOfTask;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What somebody who leaves still holds, and who could take it over. */
@Component
class HandOvers {

    private static final int SHOWN = 50;

    private final IdentityService identities;
    private final TaskService tasks;
    private final HeldTasks held;
    private final Colleagues colleagues;
    private final Unrestricted engine;
    private final CurrentActor actor;

    HandOvers(
            @Lazy IdentityService identities,
            @Lazy TaskService tasks,
            HeldTasks held,
            Colleagues colleagues,
            Unrestricted engine,
            CurrentActor actor) {
        this.identities = identities;
        this.tasks = tasks;
        this.held = held;
        this.colleagues = colleagues;
        this.engine = engine;
        this.actor = actor;
    }

    /** Somebody found by name or login, with the number of tasks held. */
    record Holder(String id, String name, long count) {}

    /** A task held, as the page lists it. */
    record HeldTask(String caseNo, String title, String due, String offices) {}

    /** Somebody who leaves: what they hold and who else is responsible for at least one of these tasks. */
    record Leaver(String id, String name, List<HeldTask> held, List<Colleagues.Colleague> successors) {}

    /** @throws Refusal (forbidden) for everybody but administrators */
    void requireAdministrator() {
        if (!actor.isMemberOf(Groups.CAMUNDA_ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以移交离岗人员的任务");
        }
    }

    /** People whose name holds the text or whose login it is, who hold most first; at most 50. */
    List<Holder> people(String text) {
        return engine.call(() -> {
            List<User> found = new ArrayList<>(identities
                    .createUserQuery()
                    .userFirstNameLike("%" + text.replace("%", "").replace("_", "") + "%")
                    .listPage(0, SHOWN));
            identities.createUserQuery().userId(text).list().stream()
                    .filter(user -> found.stream().noneMatch(one -> one.getId().equals(user.getId())))
                    .forEach(found::add);
            return found.stream()
                    .map(user -> new Holder(user.getId(), Colleagues.name(user), count(user.getId())))
                    .sorted(Comparator.comparingLong(Holder::count).reversed().thenComparing(Holder::id))
                    .toList();
        });
    }

    private long count(String user) {
        return tasks.createTaskQuery().taskAssignee(user).count();
    }

    /** @throws Refusal (not found) when there is nobody of this login */
    Leaver leaver(String id) {
        User user = engine.call(() -> identities.createUserQuery().userId(id).singleResult());
        if (user == null) {
            throw Refusal.notFound("没有用户“" + id + "”,请返回重新查找");
        }
        List<Task> open = engine.call(() ->
                tasks.createTaskQuery().taskAssignee(id).orderByDueDate().asc().list());
        List<String> groups = open.stream()
                .flatMap(task -> held.groups(task).stream())
                .distinct()
                .toList();
        return new Leaver(
                id,
                Colleagues.name(user),
                open.stream().map(this::line).toList(),
                colleagues.membersOf(groups).stream()
                        .filter(one -> !one.id().equals(id))
                        .toList());
    }

    private HeldTask line(Task task) {
        String offices = held.groups(task).stream().map(colleagues::officeOf).collect(Collectors.joining("、"));
        return new HeldTask(
                HeldTasks.caseOf(task),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                lastDay(DueTimeOfTask.of(task)),
                offices);
    }

    /** What is due at 24:00 is due on the day that ends then. */
    private static String lastDay(@Nullable Instant due) {
        return due == null
                ? ""
                : due.minusMillis(1).atZone(OfficialCalendar.ZONE).toLocalDate().toString();
    }
}
