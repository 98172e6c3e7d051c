package cn.lianping.monitoring;

import cn.lianping.Refusal;
import cn.lianping.engine.DiagramReader;
import cn.lianping.engine.DiagramStages;
import cn.lianping.engine.EvaluationStage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Figures for each element of a diagram: the heat map, and one run against all others. */
@Component
class NodeFigures {

    private final Tallies tallies;
    private final Figures figures;
    private final FigureMapper mapper;
    private final DiagramReader diagrams;
    private final MonitoringAccess access;
    private final Snapshot snapshot;
    private final Days days;

    NodeFigures(
            Tallies tallies,
            Figures figures,
            FigureMapper mapper,
            DiagramReader diagrams,
            MonitoringAccess access,
            Snapshot snapshot,
            Days days) {
        this.tallies = tallies;
        this.figures = figures;
        this.mapper = mapper;
        this.diagrams = diagrams;
        this.access = access;
        this.snapshot = snapshot;
        this.days = days;
    }

    /** An element of the diagram; {@code returns} is the share of those that came again. */
    record Node(
            String id,
            String name,
            long count,
            long waiting,
            long overdue,
            @Nullable BigDecimal median,
            @Nullable BigDecimal p90,
            @Nullable BigDecimal oldest,
            BigDecimal returns) {}

    record HeatMap(String definition, List<Node> nodes) {}

    /** An element in one run; {@code factor} is its time a visit against the median of the others. */
    record Visited(
            String id,
            String name,
            int visits,
            BigDecimal days,
            boolean open,
            @Nullable BigDecimal median,
            @Nullable BigDecimal p90,
            @Nullable BigDecimal factor) {}

    record Run(String processInstanceId, String definition, String caseNo, List<Visited> nodes) {}

    /** The elements of the newest version of the process that are measured; a department does not narrow them. */
    HeatMap of(String definitionKey, Filter wanted) {
        Filter filter = wanted.withDepartment(Filter.ALL);
        DiagramStages diagram =
                diagrams.newest(definitionKey).orElseThrow(() -> Refusal.notFound("没有流程“%s”".formatted(definitionKey)));
        return snapshot.read(() -> {
            Map<String, FigureMapper.NodeState> open = new HashMap<>();
            mapper.nodes(definitionKey, filter, days.now()).forEach(one -> open.put(one.taskKey(), one));
            Map<String, SummaryKey> keys = new LinkedHashMap<>();
            Map<String, StageFigures> stages = new HashMap<>();
            if (diagram.ofCases()) {
                figures.stages(filter).forEach(one -> stages.put(one.figures().id(), one.figures()));
            }
            new TreeMap<>(diagram.measured()).forEach((id, name) -> {
                if (diagram.stage(id).isEmpty()) {
                    keys.put(id, new SummaryKey(SummaryKey.Kind.NODE, definitionKey + "/" + id, filter));
                }
            });
            Map<SummaryKey, Tally> found = tallies.of(keys.values());
            List<Node> nodes = new ArrayList<>();
            new TreeMap<>(diagram.measured()).forEach((id, name) -> {
                EvaluationStage stage = diagram.stage(id).orElse(null);
                nodes.add(
                        stage != null
                                ? node(id, Objects.requireNonNull(stages.get(stage.code())))
                                : node(
                                        id,
                                        name,
                                        Objects.requireNonNull(found.get(Objects.requireNonNull(keys.get(id)))),
                                        open.get(id)));
            });
            return new HeatMap(definitionKey, nodes);
        });
    }

    private static Node node(String id, StageFigures stage) {
        return new Node(
                id,
                stage.name(),
                stage.in() + stage.again(),
                stage.waiting(),
                stage.overdue(),
                stage.median(),
                stage.p90(),
                stage.oldest(),
                stage.share());
    }

    private Node node(String id, String name, Tally tally, FigureMapper.@Nullable NodeState open) {
        return new Node(
                id,
                name,
                tally.entered(),
                open == null ? 0 : open.waiting(),
                open == null ? 0 : open.overdue(),
                days.percentile(tally.durations, 50),
                days.percentile(tally.durations, 90),
                open == null ? null : days.since(open.oldestWm()),
                Days.share(tally.again, tally.entered()));
    }

    /** The times of one run, against those of all others of all rounds. */
    Run ofInstance(String processInstanceId) {
        List<TaskFact> tasks = mapper.tasksOfInstance(processInstanceId);
        List<Passage> passages = mapper.passagesOfInstance(processInstanceId);
        if (tasks.isEmpty() && passages.isEmpty()) {
            throw Refusal.notFound("没有这个流程实例的记录");
        }
        access.requireArea(
                tasks.isEmpty() ? passages.get(0).area() : tasks.get(0).area());
        return snapshot.read(() -> {
            Map<String, Times> own = new LinkedHashMap<>();
            for (Passage passage : passages) {
                own.computeIfAbsent(
                                passage.activityId(),
                                id -> new Times(
                                        OverdueTasks.stageName(passage.stage()),
                                        new SummaryKey(SummaryKey.Kind.STAGE, passage.stage(), Filter.NONE)))
                        .add(passage.enteredWm(), passage.leftWm(), passage.outcome());
            }
            for (TaskFact task : tasks) {
                own.computeIfAbsent(
                                task.taskKey(),
                                id -> new Times(
                                        name(task), new SummaryKey(SummaryKey.Kind.NODE, task.node(), Filter.NONE)))
                        .add(task.enteredWm(), task.leftWm(), task.outcome());
            }
            Map<SummaryKey, Tally> all =
                    tallies.of(own.values().stream().map(times -> times.key).toList());
            List<Visited> nodes = new ArrayList<>();
            own.forEach(
                    (id, times) -> nodes.add(visited(id, times, Objects.requireNonNull(all.get(times.key)).durations)));
            String definition =
                    tasks.isEmpty() ? "alliance-evaluation" : tasks.get(0).definitionKey();
            String caseNo =
                    tasks.isEmpty() ? passages.get(0).caseNo() : tasks.get(0).businessKey();
            return new Run(processInstanceId, definition, caseNo, nodes);
        });
    }

    private String name(TaskFact task) {
        return diagrams.version(task.definitionId())
                .map(diagram -> diagram.nameOf(task.taskKey()))
                .orElse(task.taskKey());
    }

    private Visited visited(String id, Times own, Durations others) {
        others.remove(own.settled);
        BigDecimal median = days.percentile(others, 50);
        BigDecimal each = days.each(own.minutes, own.visits);
        BigDecimal factor = median == null || median.signum() == 0 || each == null
                ? null
                : each.divide(median, 1, RoundingMode.HALF_UP);
        return new Visited(
                id, own.name, own.visits, days.of(own.minutes), own.open, median, days.percentile(others, 90), factor);
    }

    /** The time of one run at one element. */
    private final class Times {

        private final String name;
        private final SummaryKey key;
        private final Durations settled = new Durations();
        private int visits;
        private long minutes;
        private boolean open;

        Times(String name, SummaryKey key) {
            this.name = name;
            this.key = key;
        }

        void add(long enteredWm, @Nullable Long leftWm, Outcome outcome) {
            visits++;
            long spent = (leftWm == null ? Math.max(days.nowWm(), enteredWm) : leftWm) - enteredWm;
            minutes += spent;
            if (leftWm == null) {
                open = true;
            } else if (outcome.kind() != Outcome.Kind.BROKEN) {
                settled.add(days.tenths(spent), 1);
            }
        }
    }
}
