package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 抄送: others are told of a task and may read its case from then on; they decide nothing. */
@Service
@Transactional
public class Copies {

    private static final int MOST = 50;

    private final OfficeMapper mapper;
    private final HeldTasks held;
    private final Colleagues colleagues;
    private final OfficeNotices notices;
    private final CurrentActor actor;
    private final OfficeActs acts;
    private final Clock clock;

    Copies(
            OfficeMapper mapper,
            HeldTasks held,
            Colleagues colleagues,
            OfficeNotices notices,
            CurrentActor actor,
            OfficeActs acts,
            Clock clock) {
        this.mapper = mapper;
        this.held = held;
        this.colleagues = colleagues;
        this.notices = notices;
        this.actor = actor;
        this.acts = acts;
        this.clock = clock;
    }

    /** Tells these people of the task. */
    void send(String taskId, List<String> to, @Nullable String note) {
        Task task = held.visible(taskId);
        held.requireAllowed(task, OfficeAction.COPY);
        String words = Opinion.required(note, OfficeAction.COPY);
        if (to.isEmpty() || to.size() > MOST) {
            throw Refusal.invalid("请选择 1 至 " + MOST + " 名抄送对象");
        }
        List<String> names = new ArrayList<>();
        for (String who : new LinkedHashSet<>(to)) {
            names.add(colleagues.involved(who).name());
            mapper.insertCopy(new Copy(
                    UUID.randomUUID().toString(),
                    HeldTasks.caseOf(task),
                    taskId,
                    task.getName(),
                    who,
                    actor.userId(),
                    words,
                    clock.millis(),
                    null,
                    null));
            notices.tell(who, OfficeAction.COPY, task, words);
        }
        acts.record(
                task,
                OfficeAction.COPY,
                "抄送",
                String.join("、", names),
                words,
                Map.of("to", List.copyOf(to), "toNames", names));
    }

    /** Whether the person was told of a task of the case. */
    @Transactional(readOnly = true)
    public boolean received(String caseNo, String who) {
        return mapper.countCopies(caseNo, who) > 0;
    }

    /** What the person was told of, the newest first, whose case, task or alliance contains the text. */
    @Transactional(readOnly = true)
    public List<Copy> to(String who, String search, int offset, int limit) {
        return mapper.copies(who, like(search), offset, limit);
    }

    /** How many {@link #to} finds. */
    @Transactional(readOnly = true)
    public int count(String who, String search) {
        return mapper.countCopiesFound(who, like(search));
    }

    /** Notes that the person has read it. */
    public void markRead(String id) {
        mapper.readCopy(id, actor.userId(), clock.millis());
    }

    private static String like(String search) {
        return "%" + search.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
