package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.engine.ActsTakenBack;
import cn.lianping.engine.StepsBack;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 退回, 撤回, 转办, 委派: the task goes to somebody else or the case to an earlier step. Each is one transaction. */
@Service
@Transactional
public class Handling {

    private final HeldTasks held;
    private final Colleagues colleagues;
    private final StepsBack stepsBack;
    private final ActsTakenBack takenBack;
    private final TaskService tasks;
    private final Unrestricted engine;
    private final OfficeNotices notices;
    private final People people;
    private final CurrentActor actor;
    private final OfficeActs acts;

    Handling(
            HeldTasks held,
            Colleagues colleagues,
            StepsBack stepsBack,
            ActsTakenBack takenBack,
            @Lazy TaskService tasks,
            Unrestricted engine,
            OfficeNotices notices,
            People people,
            CurrentActor actor,
            OfficeActs acts) {
        this.held = held;
        this.colleagues = colleagues;
        this.stepsBack = stepsBack;
        this.takenBack = takenBack;
        this.tasks = tasks;
        this.engine = engine;
        this.notices = notices;
        this.people = people;
        this.actor = actor;
        this.acts = acts;
    }

    /** The steps to which the task may be sent back. */
    @Transactional(readOnly = true)
    public List<StepsBack.Step> targets(Task task) {
        return engine.call(() -> stepsBack.targets(task));
    }

    /** Sends the case back to an earlier step; whoever was asked for an opinion here is asked no longer. */
    public void sendBack(String taskId, String step, @Nullable String opinion) {
        Task task = held.held(taskId, OfficeAction.RETURN);
        requireNotDelegated(task);
        String words = Opinion.required(opinion, OfficeAction.RETURN);
        List<Task> open = engine.call(() -> stepsBack.back(task, step, words));
        record(task, OfficeAction.RETURN, "", words, Map.of("to", step));
        open.stream()
                .filter(next -> next.getAssignee() != null)
                .forEach(next -> notices.tell(next.getAssignee(), OfficeAction.RETURN, next, words));
    }

    /** Why the person cannot take back this act; null if they can. */
    @Transactional(readOnly = true)
    public @Nullable String obstacle(String doneTaskId) {
        held.requireLogin();
        return engine.call(() -> takenBack.obstacle(doneTaskId));
    }

    /** Takes back the person's own last act; the answer is the task that is open again. */
    public String takeBack(String doneTaskId, @Nullable String opinion) {
        held.requireLogin();
        String words = Opinion.required(opinion, OfficeAction.WITHDRAW);
        Task open = engine.call(() -> takenBack.takeBack(doneTaskId, words));
        record(open, OfficeAction.WITHDRAW, "", words, Map.of("done", doneTaskId));
        return open.getId();
    }

    /** Gives the task to a colleague who is responsible for it too. */
    public void transfer(String taskId, String to, @Nullable String opinion) {
        Task task = held.held(taskId, OfficeAction.TRANSFER);
        requireNotDelegated(task);
        String words = Opinion.required(opinion, OfficeAction.TRANSFER);
        Colleagues.Colleague colleague = colleagues.responsible(to, held.groups(task));
        engine.run(() -> tasks.setAssignee(taskId, colleague.id()));
        record(
                task,
                OfficeAction.TRANSFER,
                colleague.name(),
                words,
                Map.of("to", colleague.id(), "toName", colleague.name()));
        notices.tell(colleague.id(), OfficeAction.TRANSFER, task, words);
    }

    /** Lets a colleague who is responsible too prepare the task; it comes back to this person. */
    public void delegate(String taskId, String to, @Nullable String opinion) {
        Task task = held.held(taskId, OfficeAction.DELEGATE);
        requireNotDelegated(task);
        String words = Opinion.required(opinion, OfficeAction.DELEGATE);
        Colleagues.Colleague colleague = colleagues.responsible(to, held.groups(task));
        engine.run(() -> {
            tasks.setOwner(taskId, actor.userId());
            tasks.delegateTask(taskId, colleague.id());
        });
        record(
                task,
                OfficeAction.DELEGATE,
                colleague.name(),
                words,
                Map.of("to", colleague.id(), "toName", colleague.name()));
        notices.tell(colleague.id(), OfficeAction.DELEGATE, task, words);
    }

    /** Hands a delegated task back without an entry in its form. */
    public void handBack(String taskId, @Nullable String opinion) {
        Task task = held.held(taskId, OfficeAction.DELEGATE);
        if (task.getDelegationState() != DelegationState.PENDING) {
            throw Refusal.conflict("该任务不是委派给您的,不能交回");
        }
        String words = Opinion.required(opinion, OfficeAction.DELEGATE);
        engine.run(() -> tasks.resolveTask(taskId));
        acts.record(
                task, OfficeAction.DELEGATE, "交回", people.nameOf(task.getOwner()), words, Map.of("handedBack", true));
        notices.handedBack(task.getOwner(), task, words);
    }

    private static void requireNotDelegated(Task task) {
        if (task.getDelegationState() == DelegationState.PENDING) {
            throw Refusal.conflict("该任务是委派给您的,请办理后交回,不能再交他人或退回");
        }
    }

    private void record(Task task, OfficeAction action, String toWhom, String words, Map<String, Object> more) {
        acts.record(task, action, action.chinese(), toWhom, words, more);
    }
}
