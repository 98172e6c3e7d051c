package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.engine.TaskDrafts;
import cn.lianping.identity.CurrentActor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 暂存: what was entered into a form and not sent yet. It is shown again to whoever holds the task, on any machine. */
@Service
@Transactional
class Drafts implements TaskDrafts {

    private static final int LONGEST = 200_000;

    private final OfficeMapper mapper;
    private final HeldTasks held;
    private final CurrentActor actor;
    private final ObjectMapper json;
    private final Clock clock;

    Drafts(OfficeMapper mapper, HeldTasks held, CurrentActor actor, ObjectMapper json, Clock clock) {
        this.mapper = mapper;
        this.held = held;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /** When the entries were kept, and by whom. */
    record Kept(String keptBy, String entries, long keptAt) {}

    /** Keeps the entries of the person who has claimed the task. */
    long keep(String taskId, Map<String, Object> entries) {
        Task task = held.visible(taskId);
        if (!actor.userId().equals(task.getAssignee())) {
            throw Refusal.conflict("请先认领任务,再暂存");
        }
        keep(taskId, entries, actor.userId());
        return clock.millis();
    }

    @Override
    public void keep(String taskId, Map<String, Object> entries, String who) {
        try {
            String text = json.writeValueAsString(entries);
            if (text.length() > LONGEST) {
                throw Refusal.invalid("填写的内容过长,不能暂存;请精简");
            }
            if (mapper.updateDraft(taskId, who, text, clock.millis()) == 0) {
                mapper.insertDraft(taskId, who, text, clock.millis());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entries of a form are plain values", e);
        }
    }

    /** When and by whom entries were kept for the task, for who holds it. */
    @Transactional(readOnly = true)
    Optional<Kept> kept(String taskId) {
        return Optional.ofNullable(mapper.draft(taskId));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> of(String taskId) {
        Kept kept = mapper.draft(taskId);
        if (kept == null) {
            return Map.of();
        }
        try {
            return json.readValue(kept.entries(), new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept entries cannot be read: " + taskId, e);
        }
    }

    /** Throws the entries away. */
    void discard(String taskId) {
        held.visible(taskId);
        mapper.deleteDraft(taskId);
    }
}
