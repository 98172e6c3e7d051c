package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 加签 and 减签. A task waits for the opinions that were asked for before it is completed, except when its form declines:
 * an added signer never holds up a refusal. The opinions bind nobody; whoever holds the task decides.
 */
@Service
@Transactional
public class Signers {

    private static final int MOST = 10;

    private final OfficeMapper mapper;
    private final HeldTasks held;
    private final Colleagues colleagues;
    private final ProcessMessages processes;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unrestricted engine;
    private final OfficeNotices notices;
    private final People people;
    private final CurrentActor actor;
    private final OfficeActs acts;
    private final Clock clock;

    Signers(
            OfficeMapper mapper,
            HeldTasks held,
            Colleagues colleagues,
            ProcessMessages processes,
            @Lazy RuntimeService runtime,
            @Lazy TaskService tasks,
            Unrestricted engine,
            OfficeNotices notices,
            People people,
            CurrentActor actor,
            OfficeActs acts,
            Clock clock) {
        this.mapper = mapper;
        this.held = held;
        this.colleagues = colleagues;
        this.processes = processes;
        this.runtime = runtime;
        this.tasks = tasks;
        this.engine = engine;
        this.notices = notices;
        this.people = people;
        this.actor = actor;
        this.acts = acts;
        this.clock = clock;
    }

    /** Everybody who was asked at the task, in order. */
    @Transactional(readOnly = true)
    public List<Signer> of(String taskId) {
        return mapper.signers(taskId);
    }

    /** Asks somebody for an opinion. */
    public void add(String taskId, String who, @Nullable String question) {
        Task task = held.held(taskId, OfficeAction.SIGN);
        String words = Opinion.required(question, OfficeAction.SIGN);
        Colleagues.Colleague colleague = colleagues.involved(who);
        List<Signer> asked =
                mapper.signers(taskId).stream().filter(Signer::waits).toList();
        if (asked.stream().anyMatch(one -> one.signer().equals(who))) {
            throw Refusal.conflict(colleague.name() + "已在加签名单中,尚未答复");
        }
        if (asked.size() == MOST) {
            throw Refusal.conflict("一项任务最多同时加签 " + MOST + " 人");
        }
        String id = UUID.randomUUID().toString();
        String caseNo = HeldTasks.caseOf(task);
        mapper.insertSigner(new Signer(
                id,
                taskId,
                caseNo,
                task.getName(),
                who,
                actor.userId(),
                words,
                clock.millis(),
                Signer.ASKED,
                null,
                null));
        String round =
                engine.call(() -> String.valueOf(tasks.getVariable(taskId, EvaluationVariables.ROUND_NO.name())));
        processes.startProcess(
                ConsultationProcess.KEY,
                caseNo,
                Map.of(
                        EvaluationVariables.ROUND_NO.name(), round,
                        ConsultationProcess.SIGNER.name(), who,
                        ConsultationProcess.SIGNER_ID.name(), id));
        record(task, "加签", words, who);
        notices.tell(who, OfficeAction.SIGN, task, words);
    }

    /** Asks somebody no longer. */
    public void remove(String taskId, String signerId, @Nullable String reason) {
        Task task = held.held(taskId, OfficeAction.SIGN);
        String words = Opinion.required(reason, OfficeAction.SIGN);
        Signer signer = mapper.signers(taskId).stream()
                .filter(one -> one.id().equals(signerId) && one.waits())
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("该人不在待签名单中,可能刚刚已答复;请刷新"));
        dismiss(signer, words);
        record(task, "减签", words, signer.signer());
    }

    /** Asks nobody at the task any longer, because it is over. */
    void dismissAll(String taskId, String reason) {
        mapper.signers(taskId).stream().filter(Signer::waits).forEach(one -> dismiss(one, reason));
    }

    private void dismiss(Signer signer, String reason) {
        if (mapper.closeSigner(signer.id(), Signer.DISMISSED, reason, clock.millis()) == 0) {
            throw Refusal.conflict("该人刚刚已答复,请刷新");
        }
        engine.run(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(ConsultationProcess.KEY)
                .variableValueEquals(ConsultationProcess.SIGNER_ID.name(), signer.id())
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason)));
    }

    /** What the person was asked; refuses an entry that is closed. */
    Signer asked(String signerId) {
        Signer signer = mapper.signer(signerId);
        if (signer == null || !signer.waits()) {
            throw Refusal.conflict("加签已撤销或已答复");
        }
        return signer;
    }

    /** Stores the opinion of the person who was asked. */
    void answer(String signerId, boolean agrees, String opinion) {
        Signer signer = asked(signerId);
        mapper.closeSigner(signerId, agrees ? Signer.AGREED : Signer.DISAGREED, opinion, clock.millis());
        engine.call(() -> tasks.createTaskQuery().taskId(signer.taskId()).list())
                .forEach(task ->
                        notices.tell(signer.askedBy(), OfficeAction.SIGN, task, (agrees ? "同意:" : "不同意:") + opinion));
    }

    /** Refuses to go on while somebody who was asked has not answered. */
    void requireAnswered(List<Signer> waiting) {
        if (!waiting.isEmpty()) {
            throw Refusal.conflict(
                    waiting.stream().map(one -> people.nameOf(one.signer())).collect(Collectors.joining("、"))
                            + "的加签意见尚未答复;请等待、催办,或减签后再办结");
        }
    }

    private void record(Task task, String act, String words, String who) {
        String name = people.nameOf(who);
        acts.record(task, OfficeAction.SIGN, act, name, words, Map.of("who", who, "whoName", name));
    }
}
