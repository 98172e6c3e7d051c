package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.StandIns;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.identity.People;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代理: a deputy takes over tasks of somebody who is away. The deputy acts in their own name; on whose behalf is recorded.
 * Every rule about who may not act (two departments are two people, recusal) is applied to the deputy.
 */
@Service
@Transactional
class Absences implements StandIns {

    private final OfficeMapper mapper;
    private final HeldTasks held;
    private final Colleagues colleagues;
    private final IdentityService identities;
    private final TaskService tasks;
    private final People people;
    private final Unrestricted engine;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    Absences(
            OfficeMapper mapper,
            HeldTasks held,
            Colleagues colleagues,
            @Lazy IdentityService identities,
            @Lazy TaskService tasks,
            People people,
            Unrestricted engine,
            CurrentActor actor,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.held = held;
        this.colleagues = colleagues;
        this.identities = identities;
        this.tasks = tasks;
        this.people = people;
        this.engine = engine;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Names somebody to act for the person from the first to the last day. */
    String name(String deputy, LocalDate startsOn, LocalDate endsOn, @Nullable String reason) {
        held.requireLogin();
        if (actor.groups().contains(Groups.EXPERT)) {
            throw Refusal.forbidden("专家评审须由本人办理,不能委托代理;不能评审时请申请回避");
        }
        LocalDate today = LocalDate.now(clock);
        if (endsOn.isBefore(startsOn) || endsOn.isBefore(today)) {
            throw Refusal.invalid("代理期间不对:结束日应不早于开始日,也不早于今天(" + today + ")");
        }
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("请填写代理事由");
        }
        Colleagues.Colleague colleague = colleagues.involved(deputy);
        boolean overlaps = mapper.standInsOf(actor.userId()).stream()
                .anyMatch(one -> one.revokedAt() == null
                        && !one.endsOn().isBefore(startsOn)
                        && !one.startsOn().isAfter(endsOn));
        if (overlaps) {
            throw Refusal.conflict("该期间已指定代理人;请先取消原来的代理");
        }
        String id = UUID.randomUUID().toString();
        mapper.insertStandIn(new StandIn(id, actor.userId(), deputy, startsOn, endsOn, words, clock.millis(), null));
        audit.record(
                AuditChain.PLATFORM,
                "指定代理人",
                actor.userId(),
                Map.of(
                        "deputy", deputy,
                        "deputyName", colleague.name(),
                        "from", startsOn.toString(),
                        "to", endsOn.toString(),
                        "reason", words));
        return id;
    }

    /** Ends a deputyship of the person. */
    void revoke(String id) {
        held.requireLogin();
        if (mapper.revokeStandIn(id, actor.userId(), clock.millis()) == 0) {
            throw Refusal.notFound("没有这项代理,或已取消");
        }
        audit.record(AuditChain.PLATFORM, "取消代理人", actor.userId(), Map.of("id", id));
    }

    /** Who acts or acted for the person, the newest first. */
    @Transactional(readOnly = true)
    public List<StandIn> own() {
        return mapper.standInsOf(actor.userId());
    }

    /** For whom the person stands in today. */
    @Transactional(readOnly = true)
    public List<StandIn> today(String deputy) {
        return mapper.standInsBy(deputy, LocalDate.now(clock));
    }

    /** The open tasks that the person may take over today. */
    @Transactional(readOnly = true)
    public List<Task> tasks() {
        held.requireLogin();
        return today(actor.userId()).stream()
                .flatMap(one -> engine.call(() -> open(one.principal()).stream()))
                .distinct()
                .toList();
    }

    private List<Task> open(String principal) {
        List<String> groups = groupsOf(principal);
        List<Task> offered = groups.isEmpty()
                ? List.of()
                : tasks.createTaskQuery().taskCandidateGroupIn(groups).listPage(0, 500);
        return Stream.concat(tasks.createTaskQuery().taskAssignee(principal).list().stream(), offered.stream())
                .toList();
    }

    private List<String> groupsOf(String user) {
        return identities.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    /** Takes over a task of somebody for whom the person stands in today. */
    void takeOver(String taskId) {
        held.requireLogin();
        Task task = engine.call(() -> tasks.createTaskQuery().taskId(taskId).singleResult());
        StandIn standIn = task == null
                ? null
                : today(actor.userId()).stream()
                        .filter(one -> engine.call(() -> belongsTo(task, one.principal())))
                        .findFirst()
                        .orElse(null);
        if (task == null || standIn == null) {
            throw HeldTasks.unknown();
        }
        engine.run(() -> tasks.setAssignee(taskId, actor.userId()));
        mapper.deleteTaskStandIn(taskId);
        mapper.insertTaskStandIn(taskId, standIn.principal(), actor.userId(), clock.millis());
        audit.record(
                HeldTasks.caseOf(task),
                "代理接办:" + task.getName(),
                task.getTaskDefinitionKey(),
                Map.of("onBehalfOf", standIn.principal(), "onBehalfOfName", people.nameOf(standIn.principal())));
    }

    private boolean belongsTo(Task task, String principal) {
        if (task.getAssignee() != null) {
            return task.getAssignee().equals(principal);
        }
        List<String> theirs = groupsOf(principal);
        return held.groups(task).stream().anyMatch(theirs::contains);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayActFor(String who, Collection<String> groups) {
        return today(who).stream()
                .anyMatch(one ->
                        engine.call(() -> groupsOf(one.principal())).stream().anyMatch(groups::contains));
    }

    /**
     * Hands every task of somebody who leaves to a colleague who is responsible for it too, or back to its office where
     * the colleague is not.
     *
     * @param to login of the colleague; empty for nobody in particular
     * @return how many went to the colleague and how many back to the office
     */
    Map<String, Integer> handOver(String from, String to, @Nullable String reason) {
        if (!actor.isMemberOf(Groups.CAMUNDA_ADMIN)) {
            throw Refusal.forbidden("只有系统管理员可以移交离岗人员的任务");
        }
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || from.equals(to)) {
            throw Refusal.invalid("请填写移交事由,并选择与离岗人员不同的接手人");
        }
        if (!to.isEmpty()
                && engine.call(() -> identities.createUserQuery().userId(to).count()) == 0) {
            throw Refusal.invalid("没有用户“" + to + "”,请从列表中选择接手人");
        }
        if (engine.call(() -> groupsOf(from)).contains(Groups.EXPERT)) {
            throw Refusal.conflict("专家的评审不能移交;请在专家组中补派专家");
        }
        int given = 0;
        int freed = 0;
        for (Task task :
                engine.call(() -> tasks.createTaskQuery().taskAssignee(from).list())) {
            List<String> groups = held.groups(task);
            List<String> theirs = engine.call(() -> groupsOf(to));
            boolean responsible = groups.stream().anyMatch(theirs::contains);
            if (groups.isEmpty()) {
                continue;
            }
            engine.run(() -> tasks.setAssignee(task.getId(), responsible ? to : null));
            given += responsible ? 1 : 0;
            freed += responsible ? 0 : 1;
            audit.record(
                    HeldTasks.caseOf(task),
                    "移交任务:" + task.getName(),
                    task.getTaskDefinitionKey(),
                    Map.of("from", from, "to", responsible ? to : "", "opinion", words));
        }
        audit.record(AuditChain.PLATFORM, "移交离岗人员任务", from, Map.of("to", to, "given", given, "freed", freed));
        return Map.of("given", given, "freed", freed);
    }
}
