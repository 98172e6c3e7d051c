package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks as rows that managers can act on: who holds them, how long they are late, and what urging needs. */
@Component
class OverdueTasks {

    private final NameMapper names;
    private final Options options;
    private final Holders holders;
    private final DiagramNames diagrams;
    private final Days days;

    OverdueTasks(NameMapper names, Options options, Holders holders, DiagramNames diagrams, Days days) {
        this.names = names;
        this.options = options;
        this.holders = holders;
        this.diagrams = diagrams;
        this.days = days;
    }

    /** An open task; {@code caseNo} is the round's number where the whole round waits. */
    record Row(
            String taskId,
            String caseNo,
            String alliance,
            String area,
            String areaName,
            String stage,
            String stageName,
            String taskKey,
            String task,
            String holder,
            String holderKind,
            @Nullable Instant due,
            BigDecimal overdueDays,
            BigDecimal waitingDays,
            int visit,
            String processInstanceId,
            String definitionId,
            String definitionKey) {}

    List<Row> rows(Collection<TaskFact> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<String, String> alliances = alliances(tasks);
        Map<String, String> areas = options.areas();
        Map<String, Holders.Holder> holding = holders.of(tasks);
        return tasks.stream()
                .map(task -> row(task, alliances, areas, Objects.requireNonNull(holding.get(task.taskId()))))
                .toList();
    }

    private Map<String, String> alliances(Collection<TaskFact> tasks) {
        Set<String> cases = new LinkedHashSet<>();
        tasks.forEach(task -> cases.add(task.businessKey()));
        Map<String, String> found = new HashMap<>();
        names.alliancesOfCases(cases).forEach(one -> found.put(one.id(), one.name()));
        return found;
    }

    private Row row(TaskFact task, Map<String, String> alliances, Map<String, String> areas, Holders.Holder holder) {
        return new Row(
                task.taskId(),
                task.businessKey(),
                alliances.getOrDefault(task.businessKey(), ""),
                task.area(),
                areas.getOrDefault(task.area(), ""),
                task.stage(),
                stageName(task.stage()),
                task.taskKey(),
                diagrams.nameOf(task.definitionId(), task.taskKey()),
                holder.name(),
                holder.kind(),
                task.dueAt() == null ? null : Instant.ofEpochMilli(task.dueAt()),
                task.dueAt() == null ? BigDecimal.ZERO.setScale(1) : days.sinceInstant(task.dueAt()),
                Objects.requireNonNull(days.since(task.enteredWm())),
                task.visit(),
                task.processInstanceId(),
                task.definitionId(),
                task.definitionKey());
    }

    static String stageName(String code) {
        return EvaluationStage.of(code)
                .map(EvaluationStage::chinese)
                .orElse(code.equals("pilot") ? "试点示范" : code.equals("office") ? "加签" : "其他");
    }
}
