package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import cn.lianping.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 时间去哪了: how the working days of cases are spread over stages, waiting, work and loops. */
@Component
class TimeUse {

    private final Tallies tallies;
    private final Options options;
    private final Findings findings;
    private final ElementNames elements;
    private final Snapshot snapshot;
    private final Days days;

    TimeUse(Tallies tallies, Options options, Findings findings, ElementNames elements, Snapshot snapshot, Days days) {
        this.tallies = tallies;
        this.options = options;
        this.findings = findings;
        this.elements = elements;
        this.snapshot = snapshot;
        this.days = days;
    }

    /**
     * A stage's part.
     *
     * @param days working days of all cases in it, up to now for those that are in it
     * @param share of the whole
     * @param perCase of each case that came into it
     * @param waiting working days of its finished tasks until somebody took them up
     * @param worked and from then on
     */
    record StagePart(
            String stage,
            String name,
            BigDecimal days,
            BigDecimal share,
            @Nullable BigDecimal perCase,
            BigDecimal waiting,
            BigDecimal worked) {}

    record StageLoops(String stage, String name, long count) {}

    record ElementLoops(int element, String name, long count) {}

    /**
     * What had to be done again.
     *
     * @param returned how often a case came back into a stage
     * @param share of all comings
     */
    record Loops(long returned, BigDecimal share, List<StageLoops> byStage, List<ElementLoops> elements) {}

    /** An area or a round: its cases, and the working days of each so far. */
    record Whole(
            String id, String name, long cases, @Nullable BigDecimal perCase) {}

    record View(
            long cases,
            BigDecimal elapsed,
            List<StagePart> stages,
            BigDecimal waiting,
            BigDecimal worked,
            Loops loops,
            List<Whole> areas,
            List<Whole> rounds,
            List<Findings.Finding> findings) {}

    View of(Filter wanted) {
        // a case is not one department's; what offices do with their time is in the comparison
        Filter filter = wanted.withDepartment(Filter.ALL);
        return snapshot.read(() -> {
            Map<SummaryKey, Tally> found = tallies.of(keys(filter));
            long now = days.nowWm();
            long elapsed = 0;
            for (EvaluationStage stage : EvaluationStage.values()) {
                elapsed += stage(found, filter, stage).elapsed(now);
            }
            List<StagePart> parts = new ArrayList<>();
            List<StageLoops> loops = new ArrayList<>();
            long waited = 0;
            long worked = 0;
            long again = 0;
            long came = 0;
            for (EvaluationStage stage : EvaluationStage.values()) {
                Tally tally = stage(found, filter, stage);
                Tally work = get(found, SummaryKey.Kind.WORK, stage.code(), filter);
                long spent = tally.elapsed(now);
                parts.add(new StagePart(
                        stage.code(),
                        stage.chinese(),
                        days.of(spent),
                        Days.share(spent, elapsed),
                        days.each(spent, tally.first),
                        days.of(work.waited),
                        days.of(work.worked)));
                loops.add(new StageLoops(stage.code(), stage.chinese(), tally.again));
                waited += work.waited;
                worked += work.worked;
                again += tally.again;
                came += tally.entered();
            }
            return new View(
                    stage(found, filter, EvaluationStage.SELF_EVALUATION).first,
                    days.of(elapsed),
                    parts,
                    days.of(waited),
                    days.of(worked),
                    new Loops(again, Days.share(again, came), loops, elements(found, filter)),
                    wholes(found, areas(filter), now),
                    wholes(found, rounds(filter), now),
                    findings.of(found, filter, areas(filter), now));
        });
    }

    private static Tally stage(Map<SummaryKey, Tally> found, Filter filter, EvaluationStage stage) {
        return get(found, SummaryKey.Kind.STAGE, stage.code(), filter);
    }

    static Tally get(Map<SummaryKey, Tally> found, SummaryKey.Kind kind, String node, Filter filter) {
        return Objects.requireNonNull(found.get(new SummaryKey(kind, node, filter)));
    }

    private List<SummaryKey> keys(Filter filter) {
        List<SummaryKey> keys = new ArrayList<>();
        for (EvaluationStage stage : EvaluationStage.values()) {
            keys.add(new SummaryKey(SummaryKey.Kind.STAGE, stage.code(), filter));
            keys.add(new SummaryKey(SummaryKey.Kind.WORK, stage.code(), filter));
            areas(filter).forEach(part -> keys.add(new SummaryKey(SummaryKey.Kind.STAGE, stage.code(), part.filter())));
            rounds(filter)
                    .forEach(part -> keys.add(new SummaryKey(SummaryKey.Kind.STAGE, stage.code(), part.filter())));
        }
        for (int element = 1; element <= Policy.ELEMENTS; element++) {
            keys.add(new SummaryKey(SummaryKey.Kind.ELEMENT, String.valueOf(element), filter));
        }
        return keys;
    }

    private List<Figures.Part> areas(Filter filter) {
        List<Figures.Part> parts = new ArrayList<>();
        options.areas().forEach((code, name) -> {
            if (filter.area().equals(Filter.ALL) || filter.area().equals(code)) {
                parts.add(new Figures.Part(code, name, filter.withArea(code)));
            }
        });
        return parts;
    }

    /** Rounds are compared with one another also where one of them is looked at. */
    private List<Figures.Part> rounds(Filter filter) {
        List<Figures.Part> parts = new ArrayList<>();
        options.roundNames().forEach((no, title) -> parts.add(new Figures.Part(no, title, filter.withRound(no))));
        return parts;
    }

    private List<Whole> wholes(Map<SummaryKey, Tally> found, List<Figures.Part> parts, long now) {
        List<Whole> wholes = new ArrayList<>();
        for (Figures.Part part : parts) {
            long cases = stage(found, part.filter(), EvaluationStage.SELF_EVALUATION).first;
            long spent = 0;
            for (EvaluationStage stage : EvaluationStage.values()) {
                spent += stage(found, part.filter(), stage).elapsed(now);
            }
            if (cases > 0) {
                wholes.add(new Whole(part.id(), part.name(), cases, days.each(spent, cases)));
            }
        }
        wholes.sort(Comparator.comparing((Whole whole) -> Objects.requireNonNull(whole.perCase()))
                .reversed()
                .thenComparing(Whole::id));
        return wholes;
    }

    private List<ElementLoops> elements(Map<SummaryKey, Tally> found, Filter filter) {
        Map<Integer, String> names = new HashMap<>(elements.of(filter));
        Map<Integer, Long> counts = new LinkedHashMap<>();
        for (int element = 1; element <= Policy.ELEMENTS; element++) {
            counts.put(element, get(found, SummaryKey.Kind.ELEMENT, String.valueOf(element), filter).again);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<Integer, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new ElementLoops(
                        entry.getKey(), names.getOrDefault(entry.getKey(), "要素" + entry.getKey()), entry.getValue()))
                .toList();
    }
}
