package cn.lianping.monitoring;

import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.BegunTask;
import cn.lianping.engine.DiagramStages;
import cn.lianping.engine.StageStep;
import cn.lianping.engine.TaskChange;
import cn.lianping.engine.TaskEnding;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads out of the history what the listeners were told when it happened, in the same form. */
final class PastRuns {

    /** The title that {@code SelfEvaluateElementRule} gives; the history keeps the element nowhere else for an open task. */
    private static final Pattern ELEMENT = Pattern.compile("^自评:(\\d+) .*");

    /** A task is offered to its groups in the moment it comes up; what an administrator adds later is no such offer. */
    private static final int SECONDS_OF_CREATION = 2;

    private final HistoryMapper history;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, DiagramStages> diagrams = new HashMap<>();

    PastRuns(HistoryMapper history) {
        this.history = history;
        history.diagrams().stream()
                .filter(one -> new String(one.bytes(), StandardCharsets.UTF_8).contains("bpmn"))
                .forEach(one -> diagrams.put(one.id(), DiagramStages.read(new ByteArrayInputStream(one.bytes()))));
    }

    /** The tasks of these cases and rounds, in the order in which they came up. */
    List<TaskChange> tasks(Collection<String> businessKeys) {
        Map<String, List<HistoryMapper.PastLink>> links = new HashMap<>();
        history.links(businessKeys)
                .forEach(link -> links.computeIfAbsent(link.taskId(), id -> new ArrayList<>())
                        .add(link));
        Map<String, String> decisions = new HashMap<>();
        history.decisions(businessKeys).forEach(one -> decisions.put(one.taskId(), one.outcome()));
        Set<String> returned = new HashSet<>();
        Set<String> takenBack = new HashSet<>();
        for (HistoryMapper.PastAct act : history.acts(businessKeys)) {
            JsonNode details = read(act.details());
            if (act.act().startsWith("退回")) {
                returned.add(details.path("taskId").asText());
            } else if (details.has("done")) {
                takenBack.add(details.path("done").asText());
            }
        }
        return history.tasks(businessKeys).stream()
                .map(task -> change(
                        task,
                        links.getOrDefault(task.id(), List.of()),
                        ending(task, returned, takenBack),
                        decisions.get(task.id())))
                .sorted(ByBirth.of(
                        change -> Optional.ofNullable(change.begun())
                                .orElseThrow()
                                .at(),
                        TaskChange::taskId))
                .toList();
    }

    private TaskChange change(
            HistoryMapper.PastTask task,
            List<HistoryMapper.PastLink> links,
            @Nullable TaskEnding ending,
            @Nullable String decision) {
        DiagramStages diagram = diagrams.get(task.definitionId());
        DiagramStages.TaskPlace place = diagram == null
                ? new DiagramStages.TaskPlace(task.taskKey(), "other", false)
                : diagram.task(task.taskKey());
        List<HistoryMapper.PastLink> assigned =
                links.stream().filter(link -> link.type().equals("assignee")).toList();
        int skip = place.assigned() ? 1 : 0;
        BegunTask begun = new BegunTask(
                task.businessKey() == null ? "" : task.businessKey(),
                task.superInstance() != null,
                task.definitionKey(),
                task.definitionId(),
                task.instanceId(),
                task.taskKey(),
                element(task),
                place,
                group(task, links),
                place.assigned() && !assigned.isEmpty() ? assigned.get(0).userId() : null,
                instant(task.startTime()));
        return new TaskChange(
                task.id(),
                begun,
                true,
                task.assignee(),
                task.dueDate() == null ? null : instant(task.dueDate()),
                assigned.size() > skip ? instant(assigned.get(skip).at()) : null,
                task.endTime() == null ? null : instant(task.endTime()),
                ending,
                ending == TaskEnding.COMPLETED || ending == TaskEnding.TAKEN_BACK ? decision : null);
    }

    private static @Nullable TaskEnding ending(
            HistoryMapper.PastTask task, Set<String> returned, Set<String> takenBack) {
        if (task.endTime() == null) {
            return null;
        }
        if ("completed".equals(task.deleteReason())) {
            return takenBack.contains(task.id()) ? TaskEnding.TAKEN_BACK : TaskEnding.COMPLETED;
        }
        return returned.contains(task.id()) ? TaskEnding.RETURNED : TaskEnding.CANCELLED;
    }

    private static @Nullable Integer element(HistoryMapper.PastTask task) {
        if (!SelfEvaluationProcess.SELF_EVALUATE_ELEMENT.equals(task.taskKey()) || task.name() == null) {
            return null;
        }
        Matcher title = ELEMENT.matcher(task.name());
        return title.matches() ? Integer.valueOf(title.group(1)) : null;
    }

    private static @Nullable String group(HistoryMapper.PastTask task, List<HistoryMapper.PastLink> links) {
        LocalDateTime until = task.startTime().plusSeconds(SECONDS_OF_CREATION);
        return links.stream()
                .filter(link -> link.type().equals("candidate")
                        && link.groupId() != null
                        && !link.at().isAfter(until))
                .map(link -> String.valueOf(link.groupId()))
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log of acts holds JSON", e);
        }
    }

    /** The engine writes its times in the zone of the platform. */
    static Instant instant(LocalDateTime local) {
        return local.atZone(OfficialCalendar.ZONE).toInstant();
    }

    /** The stages of these cases, as steps in their order, one case after the other. */
    List<StageStep> steps(Collection<String> businessKeys) {
        Set<String> ofCases = new HashSet<>();
        diagrams.forEach((id, diagram) -> {
            if (diagram.ofCases()) {
                ofCases.add(id);
            }
        });
        if (ofCases.isEmpty()) {
            return List.of();
        }
        return new PastSteps(diagrams).of(history.activities(businessKeys, ofCases));
    }
}
