package cn.lianping.monitoring;

import cn.lianping.Refusal;
import cn.lianping.engine.EvaluationStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One stage of several areas, divisions, expert groups or rounds side by side, the slowest first. */
@Component
class Comparison {

    /** What can be compared: areas, divisions, fields, the expert groups of the fields, rounds. */
    enum By {
        AREA,
        DIVISION,
        FIELD,
        PANEL,
        ROUND
    }

    private final Figures figures;
    private final Options options;
    private final Snapshot snapshot;

    Comparison(Figures figures, Options options, Snapshot snapshot) {
        this.figures = figures;
        this.options = options;
        this.snapshot = snapshot;
    }

    /**
     * The answer.
     *
     * @param stage the one asked for, or the slowest
     * @param unit case, or task where the parts are offices or expert groups
     * @param all of all parts together
     */
    record View(String by, String stage, String stageName, String unit, List<StageFigures> rows, StageFigures all) {}

    /** What can be compared by this word; refused where nothing can. */
    static By by(String word) {
        for (By by : By.values()) {
            if (by.name().equalsIgnoreCase(word)) {
                return by;
            }
        }
        throw Refusal.invalid("只能按 area、division、field、panel 或 round 比较,不能按“%s”".formatted(word));
    }

    View of(Filter filter, By by, @Nullable String wanted) {
        return snapshot.read(() -> {
            EvaluationStage stage = stage(filter, wanted);
            List<Figures.Part> parts = parts(filter, by);
            String column = switch (by) {
                case AREA -> "AREA";
                case DIVISION -> "DEPARTMENT";
                case FIELD, PANEL -> "FIELD";
                case ROUND -> "ROUND";
            };
            Filter common = by == By.PANEL ? filter.withDepartment(TaskFact.EXPERT) : filter;
            List<StageFigures> rows = figures.parts(common, stage.code(), column, parts).stream()
                    .map(Figures.Counted::figures)
                    .filter(row -> row.in() + row.again() > 0)
                    .sorted(SLOWEST_FIRST)
                    .toList();
            StageFigures all = figures.stages(common).get(stage.ordinal()).figures();
            return new View(
                    by.name().toLowerCase(java.util.Locale.ROOT),
                    stage.code(),
                    stage.chinese(),
                    by == By.DIVISION || !Figures.countsCases(common) ? "task" : "case",
                    rows,
                    all);
        });
    }

    private EvaluationStage stage(Filter filter, @Nullable String wanted) {
        if (wanted != null && !wanted.isBlank()) {
            return EvaluationStage.of(wanted).orElseThrow(() -> Refusal.invalid("没有环节“%s”".formatted(wanted)));
        }
        return EvaluationStage.of(Board.slowest(figures.stages(filter))).orElse(EvaluationStage.SELF_EVALUATION);
    }

    private List<Figures.Part> parts(Filter filter, By by) {
        Map<String, String> names = new LinkedHashMap<>();
        switch (by) {
            case AREA -> names.putAll(options.areas());
            case DIVISION -> names.putAll(options.divisions());
            case FIELD, PANEL -> options.fields().forEach(field -> names.put(field, field));
            case ROUND -> names.putAll(options.roundNames());
        }
        List<Figures.Part> parts = new ArrayList<>();
        names.forEach((id, name) -> {
            Filter own = switch (by) {
                case AREA -> filter.withArea(id);
                case DIVISION -> filter.withDepartment(id);
                case FIELD -> filter.withField(id);
                case PANEL -> filter.withField(id).withDepartment(TaskFact.EXPERT);
                case ROUND -> filter.withRound(id);
            };
            if (isWithin(own, filter)) {
                parts.add(new Figures.Part(id, by == By.PANEL ? name + "专家组" : name, own));
            }
        });
        return parts;
    }

    /** A part that the filter has ruled out is not compared. */
    private static boolean isWithin(Filter part, Filter filter) {
        return isWithin(part.area(), filter.area())
                && isWithin(part.field(), filter.field())
                && isWithin(part.round(), filter.round())
                && isWithin(part.department(), filter.department());
    }

    private static boolean isWithin(String part, String set) {
        return set.equals(Filter.ALL) || set.equals(part);
    }

    private static final Comparator<StageFigures> SLOWEST_FIRST = Comparator.comparing(
                    StageFigures::p90, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(StageFigures::oldest, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(row -> Objects.requireNonNull(row.id()));
}
