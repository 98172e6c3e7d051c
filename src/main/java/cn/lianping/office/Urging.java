package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.engine.DueTimeOfTask;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 催办: whoever holds a task is asked to hurry, at most once in four working hours a task and person; always logged. */
@Service
@Transactional
public class Urging {

    private static final Duration PAUSE = Duration.ofHours(4);

    private final OfficeMapper mapper;
    private final HeldTasks held;
    private final Colleagues colleagues;
    private final TaskService tasks;
    private final Cases cases;
    private final Unrestricted engine;
    private final OfficeHours hours;
    private final OfficeNotices notices;
    private final CurrentActor actor;
    private final OfficeActs acts;
    private final Clock clock;

    Urging(
            OfficeMapper mapper,
            HeldTasks held,
            Colleagues colleagues,
            @Lazy TaskService tasks,
            Cases cases,
            Unrestricted engine,
            OfficeHours hours,
            OfficeNotices notices,
            CurrentActor actor,
            OfficeActs acts,
            Clock clock) {
        this.mapper = mapper;
        this.held = held;
        this.colleagues = colleagues;
        this.tasks = tasks;
        this.cases = cases;
        this.engine = engine;
        this.hours = hours;
        this.notices = notices;
        this.actor = actor;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * An open task that this person may urge.
     *
     * @param holders the people or offices it waits for; nobody's name where an expert holds it
     * @param urgedAt when anybody urged it last; null if nobody did
     */
    public record Waiting(
            String taskId,
            String taskKey,
            String name,
            String holders,
            @Nullable Instant due,
            @Nullable Instant urgedAt) {}

    /** The open tasks of the case that this person may urge. */
    @Transactional(readOnly = true)
    public List<Waiting> of(String caseNo) {
        held.requireLogin();
        requireSomeRight(caseNo);
        return engine
                .call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNo)
                        .list())
                .stream()
                .filter(task -> !actor.userId().equals(task.getAssignee()) && mayUrge(task, caseNo))
                .map(task -> new Waiting(
                        task.getId(),
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        holders(task),
                        DueTimeOfTask.of(task),
                        lastUrged(task.getId())))
                .toList();
    }

    private @Nullable Instant lastUrged(String taskId) {
        Long last = mapper.lastUrged(taskId, null);
        return last == null ? null : Instant.ofEpochMilli(last);
    }

    /** The open task of one member's seal, for who may urge it. */
    @Transactional(readOnly = true)
    public Optional<String> sealTask(String caseNo, String member) {
        return engine
                .call(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(caseNo)
                        .taskDefinitionKey(SelfEvaluationProcess.SEAL_REPORT)
                        .taskCandidateGroup(Groups.org(member))
                        .includeAssignedTasks()
                        .list())
                .stream()
                .findFirst()
                .filter(task -> mayUrge(task, caseNo))
                .map(Task::getId);
    }

    /** Asks whoever holds the task to hurry. */
    public void urge(String taskId, @Nullable String note) {
        held.requireLogin();
        Task task = engine.call(() -> tasks.createTaskQuery().taskId(taskId).singleResult());
        if (task == null || actor.userId().equals(task.getAssignee()) || !mayUrge(task, HeldTasks.caseOf(task))) {
            throw HeldTasks.unknown();
        }
        held.requireAllowed(task, OfficeAction.URGE);
        String words = Opinion.required(note, OfficeAction.URGE);
        Long last = mapper.lastUrged(taskId, actor.userId());
        if (last != null) {
            Duration since = hours.between(Instant.ofEpochMilli(last), clock.instant());
            if (since.compareTo(PAUSE) < 0) {
                long left = PAUSE.minus(since).toMinutes() + 1;
                throw Refusal.conflict(
                        "您已催办过这项任务,4 个工作小时内只能催办一次;请 %d 小时 %d 分(工作时间)后再催".formatted(left / 60, left % 60));
            }
        }
        String caseNo = HeldTasks.caseOf(task);
        mapper.insertUrging(UUID.randomUUID().toString(), taskId, caseNo, actor.userId(), words, clock.millis());
        recipients(task).forEach(who -> notices.tell(who, OfficeAction.URGE, task, words));
        acts.record(task, OfficeAction.URGE, "催办", holders(task), words, Map.of());
    }

    private void requireSomeRight(String caseNo) {
        boolean any = actor.isMemberOf(Groups.PROVINCE_OFFICE)
                || actor.isMemberOf(Groups.MANAGER)
                || cases.find(caseNo)
                        .filter(found -> actor.isMemberOf(Groups.science(found.areaCode()))
                                || actor.isMemberOf(Groups.industry(found.areaCode()))
                                || actor.isMemberOf(Groups.manager(found.areaCode()))
                                || actor.isMemberOf(Groups.org(found.leadCode())))
                        .isPresent();
        if (!any) {
            throw Refusal.forbidden("您不能催办本案卷的任务");
        }
    }

    private List<String> recipients(Task task) {
        return task.getAssignee() != null
                ? List.of(task.getAssignee())
                : colleagues.membersOf(held.groups(task)).stream()
                        .map(Colleagues.Colleague::id)
                        .toList();
    }

    /** Offices for whom it waits; an expert's name is told to nobody. */
    private String holders(Task task) {
        return held.groups(task).stream()
                .map(colleagues::officeOf)
                .findFirst()
                .orElse(
                        ConsultationProcess.GIVE_CONSULTED_OPINION.equals(task.getTaskDefinitionKey())
                                ? "加签人"
                                : "评审专家");
    }

    /**
     * The province's office and managers urge anything of any case; a lead enterprise its own alliance's people; an area's
     * departments each other, and their alliances; an area's managers whatever concerns the area.
     */
    private boolean mayUrge(Task task, String caseNo) {
        if (actor.isMemberOf(Groups.PROVINCE_OFFICE) || actor.isMemberOf(Groups.MANAGER)) {
            return true;
        }
        EvaluationCase found = cases.find(caseNo).orElse(null);
        if (found == null) {
            return false;
        }
        if (actor.isMemberOf(Groups.manager(found.areaCode()))) {
            return true;
        }
        List<String> waited = held.groups(task);
        boolean units = waited.stream().anyMatch(group -> group.startsWith(Groups.org("")));
        boolean departments =
                waited.contains(Groups.science(found.areaCode())) || waited.contains(Groups.industry(found.areaCode()));
        if (actor.isMemberOf(Groups.science(found.areaCode())) || actor.isMemberOf(Groups.industry(found.areaCode()))) {
            return units || departments;
        }
        return actor.isMemberOf(Groups.org(found.leadCode())) && units;
    }
}
