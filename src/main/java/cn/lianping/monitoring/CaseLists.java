package cn.lianping.monitoring;

import cn.lianping.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases behind a number. */
@Component
class CaseLists {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    /** Which number of a stage or node. */
    enum Measure {
        IN,
        AGAIN,
        WAITING,
        OVERDUE,
        OUT,
        BACK,
        ENDED
    }

    private final ListMapper mapper;
    private final NameMapper names;
    private final Options options;
    private final Holders holders;
    private final DiagramNames diagrams;
    private final Days days;

    CaseLists(ListMapper mapper, NameMapper names, Options options, Holders holders, DiagramNames diagrams, Days days) {
        this.mapper = mapper;
        this.names = names;
        this.options = options;
        this.holders = holders;
        this.diagrams = diagrams;
        this.days = days;
    }

    /**
     * A case in a stage, or a task.
     *
     * @param days working days so far, or in all
     * @param holder who holds the task that is due first; empty where none is open
     * @param caseInstanceId the run of the case, whose diagram shows the six stages; null for a round
     */
    record Row(
            String caseNo,
            String alliance,
            String area,
            String areaName,
            String field,
            String round,
            String stage,
            String stageName,
            Instant entered,
            @Nullable Instant left,
            BigDecimal days,
            @Nullable Instant due,
            int visit,
            String holder,
            String holderKind,
            @Nullable String taskId,
            String task,
            String processInstanceId,
            String definitionId,
            @Nullable String caseInstanceId) {}

    record View(long total, int size, int page, List<Row> rows) {}

    static Measure measure(String word) {
        for (Measure measure : Measure.values()) {
            if (measure.name().equals(word.toUpperCase(Locale.ROOT))) {
                return measure;
            }
        }
        throw Refusal.invalid("没有统计项“%s”".formatted(word));
    }

    /**
     * One page of the list.
     *
     * @param stage code of the stage; null with a node
     * @param node process key and id of a user task
     */
    View of(Filter filter, Measure measure, @Nullable String stage, @Nullable String node, int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw Refusal.invalid("页码应为 0 至 %d".formatted(LAST_PAGE));
        }
        if ((stage == null) == (node == null)) {
            throw Refusal.invalid("请指明环节(stage)或流程节点(node)之一");
        }
        long now = days.now();
        if (node == null && Figures.countsCases(filter)) {
            List<Passage> found = mapper.passages(filter, measure, String.valueOf(stage), now, PAGE, page * PAGE);
            return new View(
                    mapper.countPassages(filter, measure, String.valueOf(stage), now), PAGE, page, passages(found));
        }
        String definition = node == null ? null : part(node, 0);
        String key = node == null ? null : part(node, 1);
        List<TaskFact> found = mapper.tasks(filter, measure, stage, definition, key, now, PAGE, page * PAGE);
        return new View(mapper.countTasks(filter, measure, stage, definition, key, now), PAGE, page, tasks(found));
    }

    private static String part(String node, int index) {
        String[] parts = node.split("/", -1);
        if (parts.length != 2) {
            throw Refusal.invalid("节点应写作 流程标识/节点标识");
        }
        return parts[index];
    }

    private List<Row> passages(List<Passage> passages) {
        if (passages.isEmpty()) {
            return List.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        passages.forEach(passage -> {
            keys.add(passage.caseNo());
            keys.add(passage.roundNo());
        });
        Map<List<String>, TaskFact> first = new HashMap<>();
        for (TaskFact task : mapper.openTasks(keys)) {
            first.merge(List.of(task.businessKey(), task.stage()), task, CaseLists::dueFirst);
        }
        Map<String, Holders.Holder> holding = holders.of(first.values());
        Map<String, String> alliances = alliances(keys);
        Map<String, String> areas = options.areas();
        List<Row> rows = new ArrayList<>();
        for (Passage one : passages) {
            TaskFact task = one.leftAt() != null
                    ? null
                    : first.getOrDefault(
                            List.of(one.caseNo(), one.stage()), first.get(List.of(one.roundNo(), one.stage())));
            Holders.Holder holder = task == null ? null : holding.get(task.taskId());
            rows.add(new Row(
                    one.caseNo(),
                    alliances.getOrDefault(one.caseNo(), ""),
                    one.area(),
                    areas.getOrDefault(one.area(), one.area()),
                    one.field(),
                    one.roundNo(),
                    one.stage(),
                    OverdueTasks.stageName(one.stage()),
                    Instant.ofEpochMilli(one.enteredAt()),
                    instant(one.leftAt()),
                    spent(one.enteredWm(), one.leftWm()),
                    task == null ? null : instant(task.dueAt()),
                    one.visit(),
                    holder == null ? "" : holder.name(),
                    holder == null ? "" : holder.kind(),
                    task == null ? null : task.taskId(),
                    task == null ? "" : diagrams.nameOf(task.definitionId(), task.taskKey()),
                    task == null ? one.processInstanceId() : task.processInstanceId(),
                    task == null ? one.definitionId() : task.definitionId(),
                    one.processInstanceId()));
        }
        return rows;
    }

    private static TaskFact dueFirst(TaskFact one, TaskFact other) {
        long a = one.dueAt() == null ? Long.MAX_VALUE : one.dueAt();
        long b = other.dueAt() == null ? Long.MAX_VALUE : other.dueAt();
        return a <= b ? one : other;
    }

    private List<Row> tasks(List<TaskFact> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Set<String> keys = new LinkedHashSet<>();
        tasks.forEach(task -> keys.add(task.businessKey()));
        Map<String, String> alliances = alliances(keys);
        Map<String, String> instances = new HashMap<>();
        mapper.instancesOfCases(keys).forEach(one -> instances.put(one.id(), one.name()));
        Map<String, String> areas = options.areas();
        Map<String, Holders.Holder> holding = holders.of(tasks);
        return tasks.stream()
                .map(task -> {
                    Holders.Holder holder = Objects.requireNonNull(holding.get(task.taskId()));
                    return new Row(
                            task.businessKey(),
                            alliances.getOrDefault(task.businessKey(), ""),
                            task.area(),
                            areas.getOrDefault(task.area(), ""),
                            task.field(),
                            task.roundNo(),
                            task.stage(),
                            OverdueTasks.stageName(task.stage()),
                            Instant.ofEpochMilli(task.enteredAt()),
                            instant(task.leftAt()),
                            spent(task.enteredWm(), task.leftWm()),
                            instant(task.dueAt()),
                            task.visit(),
                            holder.name(),
                            holder.kind(),
                            task.leftAt() == null ? task.taskId() : null,
                            diagrams.nameOf(task.definitionId(), task.taskKey()),
                            task.processInstanceId(),
                            task.definitionId(),
                            instances.get(task.businessKey()));
                })
                .toList();
    }

    private Map<String, String> alliances(Collection<String> keys) {
        Map<String, String> found = new HashMap<>();
        names.alliancesOfCases(keys).forEach(one -> found.put(one.id(), one.name()));
        return found;
    }

    private BigDecimal spent(long enteredWm, @Nullable Long leftWm) {
        return leftWm == null ? Objects.requireNonNull(days.since(enteredWm)) : days.of(leftWm - enteredWm);
    }

    private static @Nullable Instant instant(@Nullable Long at) {
        return at == null ? null : Instant.ofEpochMilli(at);
    }
}
