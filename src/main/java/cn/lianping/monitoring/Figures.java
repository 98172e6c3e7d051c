package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts together what is counted beforehand and what depends on now. With a department the tasks of that office are
 * counted, otherwise cases.
 */
@Component
class Figures {

    private final Tallies tallies;
    private final FigureMapper mapper;
    private final Days days;

    Figures(Tallies tallies, FigureMapper mapper, Days days) {
        this.tallies = tallies;
        this.mapper = mapper;
        this.days = days;
    }

    /**
     * One of those that are put side by side.
     *
     * @param filter narrows to it
     */
    record Part(String id, String name, Filter filter) {}

    /** A part's figures in a stage, with what they are made of. */
    record Counted(StageFigures figures, Tally tally) {}

    /** Whether cases are counted, not tasks. */
    static boolean countsCases(Filter filter) {
        return filter.department().equals(Filter.ALL);
    }

    private static SummaryKey key(Filter filter, String stage) {
        return new SummaryKey(countsCases(filter) ? SummaryKey.Kind.STAGE : SummaryKey.Kind.WORK, stage, filter);
    }

    /** The six stages, in their order. */
    List<Counted> stages(Filter filter) {
        Map<String, Part> parts = new LinkedHashMap<>();
        for (EvaluationStage stage : EvaluationStage.values()) {
            parts.put(stage.code(), new Part(stage.code(), stage.chinese(), filter));
        }
        Map<String, SummaryKey> keys = new LinkedHashMap<>();
        parts.forEach((code, part) -> keys.put(code, key(filter, code)));
        Map<String, Long> late = late(filter, "NONE", null);
        return counted(parts.values(), keys, late, Map.of());
    }

    /**
     * The same stage for several parts.
     *
     * @param by AREA, FIELD, DEPARTMENT, or ROUND
     */
    List<Counted> parts(Filter filter, String stage, String by, Collection<Part> parts) {
        Map<String, SummaryKey> keys = new LinkedHashMap<>();
        parts.forEach(part -> keys.put(part.id(), key(part.filter(), stage)));
        Filter counting = parts.stream().map(Part::filter).findFirst().orElse(filter);
        Map<String, Long> late = new HashMap<>();
        if (by.equals("ROUND")) {
            parts.forEach(part ->
                    late.put(part.id(), late(part.filter(), "NONE", stage).getOrDefault(stage, 0L)));
        } else {
            // tasks are counted where the parts are offices
            late.putAll(
                    late(countsCases(counting) ? filter : filter.withDepartment(department(counting, by)), by, stage));
        }
        Map<String, String> stages = new HashMap<>();
        parts.forEach(part -> stages.put(part.id(), stage));
        return counted(parts, keys, late, stages);
    }

    /** A department that all parts share narrows; one that tells them apart does not. */
    private static String department(Filter part, String by) {
        return by.equals("DEPARTMENT") ? Filter.ALL : part.department();
    }

    private List<Counted> counted(
            Collection<Part> parts, Map<String, SummaryKey> keys, Map<String, Long> late, Map<String, String> stages) {
        Map<SummaryKey, Tally> found = tallies.of(keys.values());
        Map<String, FigureMapper.Oldest> oldest = oldest(parts, stages);
        List<Counted> counted = new ArrayList<>();
        for (Part part : parts) {
            Tally tally = Objects.requireNonNull(found.get(keys.get(part.id())));
            FigureMapper.Oldest first = oldest.get(part.id());
            counted.add(new Counted(
                    new StageFigures(
                            part.id(),
                            part.name(),
                            tally.first,
                            tally.again,
                            tally.waiting(),
                            late.getOrDefault(part.id(), 0L),
                            tally.out,
                            tally.back,
                            tally.ended,
                            days.percentile(tally.durations, 50),
                            days.percentile(tally.durations, 90),
                            days.since(first == null ? null : Long.valueOf(first.enteredWm())),
                            first == null ? null : first.caseNo(),
                            Days.share(tally.again, tally.entered())),
                    tally));
        }
        return counted;
    }

    private Map<String, FigureMapper.Oldest> oldest(Collection<Part> parts, Map<String, String> stages) {
        if (parts.isEmpty()) {
            return Map.of();
        }
        List<FigureMapper.Probe> ofCases = new ArrayList<>();
        List<FigureMapper.Probe> ofTasks = new ArrayList<>();
        for (Part part : parts) {
            Filter filter = part.filter();
            (countsCases(filter) ? ofCases : ofTasks)
                    .add(new FigureMapper.Probe(
                            part.id(),
                            stages.getOrDefault(part.id(), part.id()),
                            filter.roundOrNull(),
                            filter.areaOrNull(),
                            filter.fieldOrNull(),
                            filter.departmentOrNull()));
        }
        Map<String, FigureMapper.Oldest> found = new HashMap<>();
        if (!ofCases.isEmpty()) {
            mapper.oldestPassages(ofCases).forEach(one -> found.put(one.id().strip(), one));
        }
        if (!ofTasks.isEmpty()) {
            mapper.oldestTasks(ofTasks).forEach(one -> found.put(one.id().strip(), one));
        }
        return found;
    }

    /**
     * How many are overdue, by stage ({@code NONE}) or by what is compared. A case is overdue in a stage when a task of its
     * own there is, or one of its whole round that it waits for.
     */
    Map<String, Long> late(Filter filter, String by, @Nullable String stage) {
        long now = days.now();
        boolean tasks = !countsCases(filter) || by.equals("DEPARTMENT");
        Map<String, Long> late = new HashMap<>();
        Set<List<String>> whole = new HashSet<>();
        if (!tasks) {
            for (FigureMapper.Late held : mapper.lateRounds(filter.roundOrNull(), now)) {
                if (stage == null || stage.equals(held.stage())) {
                    whole.add(List.of(held.roundNo(), held.stage()));
                    mapper.waiting(filter, held.roundNo(), held.stage(), by)
                            .forEach(one -> late.merge(one.id(), one.count(), Long::sum));
                }
            }
        }
        mapper.late(filter, now, by, stage, tasks).stream()
                .filter(one -> !whole.contains(List.of(one.roundNo(), one.stage())))
                .forEach(one -> late.merge(one.id(), one.count(), Long::sum));
        return late;
    }
}
