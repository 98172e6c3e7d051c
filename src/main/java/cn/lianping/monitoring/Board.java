package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 阶段看板: where the round stands, at one look. */
@Component
class Board {

    static final String DEFINITION = "时长按官方工作日历的工作时间计,8 个工作小时为 1 个工作日,四舍五入到 0.1 日;中位数和 90% 分位取最近秩(第 ⌈p×n⌉ 小的数),"
            + "只计已离开该环节的件,撤回和终止的除外;最久在办指仍在该环节中等待时间最长的一件;逾期指有任务已过办理期限。";

    private static final int LONGEST_TREND = 60;
    private static final int MOST_OVERDUE = 20;

    private final Figures figures;
    private final FigureMapper mapper;
    private final OverdueTasks overdue;
    private final Snapshot snapshot;
    private final Days days;
    private final Clock clock;

    Board(Figures figures, FigureMapper mapper, OverdueTasks overdue, Snapshot snapshot, Days days, Clock clock) {
        this.figures = figures;
        this.mapper = mapper;
        this.overdue = overdue;
        this.snapshot = snapshot;
        this.days = days;
        this.clock = clock;
    }

    /** What came and went in a stage on a day, and how many were there at its end. */
    record Flow(long in, long out, long waiting) {}

    record TrendDay(LocalDate day, Map<String, Flow> stages) {}

    /**
     * The whole board.
     *
     * @param unit case, or task where a department was chosen
     * @param slowest the stage with the highest 90th percentile; null where nothing was measured
     */
    record View(
            Instant at,
            String unit,
            String definition,
            List<Stage> stages,
            @Nullable String slowest,
            List<TrendDay> trend,
            List<OverdueTasks.Row> overdue) {}

    /** A stage of the funnel; see {@link StageFigures}. */
    record Stage(
            String stage,
            String name,
            long in,
            long again,
            long waiting,
            long overdue,
            long out,
            long back,
            long ended,
            @Nullable BigDecimal median,
            @Nullable BigDecimal p90,
            @Nullable BigDecimal oldest,
            @Nullable String oldestCase) {}

    View of(Filter filter) {
        return snapshot.read(() -> {
            List<Figures.Counted> counted = figures.stages(filter);
            return new View(
                    clock.instant(),
                    Figures.countsCases(filter) ? "case" : "task",
                    DEFINITION,
                    counted.stream().map(one -> stage(one.figures())).toList(),
                    slowest(counted),
                    trend(counted),
                    overdue.rows(mapper.overdue(filter, days.now(), MOST_OVERDUE)));
        });
    }

    private static Stage stage(StageFigures one) {
        return new Stage(
                one.id(),
                one.name(),
                one.in(),
                one.again(),
                one.waiting(),
                one.overdue(),
                one.out(),
                one.back(),
                one.ended(),
                one.median(),
                one.p90(),
                one.oldest(),
                one.oldestCase());
    }

    static @Nullable String slowest(List<Figures.Counted> counted) {
        return counted.stream()
                .map(Figures.Counted::figures)
                .filter(one -> one.p90() != null)
                .max(Comparator.comparing((StageFigures one) -> Objects.requireNonNull(one.p90()))
                        .thenComparing(one -> Objects.requireNonNull(one.median())))
                .map(StageFigures::id)
                .orElse(null);
    }

    private static List<TrendDay> trend(List<Figures.Counted> counted) {
        TreeMap<Integer, Map<String, Flow>> found = new TreeMap<>();
        counted.forEach(one -> one.tally().days.keySet().forEach(day -> found.put(day, new LinkedHashMap<>())));
        Map<String, Long> waiting = new HashMap<>();
        found.forEach((number, flows) -> {
            for (EvaluationStage stage : EvaluationStage.values()) {
                Tally.Day day = counted.get(stage.ordinal()).tally().days.get(number);
                long in = day == null ? 0 : day.in;
                long out = day == null ? 0 : day.out;
                flows.put(stage.code(), new Flow(in, out, waiting.merge(stage.code(), in - out, Long::sum)));
            }
        });
        List<TrendDay> all = new ArrayList<>();
        found.forEach((number, flows) -> all.add(new TrendDay(LocalDate.ofEpochDay(number), flows)));
        return all.subList(Math.max(0, all.size() - LONGEST_TREND), all.size());
    }
}
