package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 怎么办: what would shorten the round most. Each finding says what a case would save on average if one thing were put
 * right, reckoned from the figures alone; the three that save most are told.
 */
@Component
class Findings {

    private static final int MOST = 3;

    /** Fewer do not tell an area from chance. */
    private static final int FEWEST = 5;

    private final Days days;

    Findings(Days days) {
        this.days = days;
    }

    /** What a finding is about. */
    enum Kind {
        /** Tasks lie long until somebody takes them up. */
        WAITING,
        /** One area takes longer than the others. */
        AREA,
        /** Cases come back to a stage. */
        LOOP,
        /** A few cases take much longer than most. */
        TAIL
    }

    /**
     * One of the three.
     *
     * @param savingPerCase working days that a case would save on average
     * @param figures what it is reckoned from
     */
    record Finding(
            int rank,
            Kind kind,
            String title,
            String text,
            BigDecimal savingPerCase,
            String stage,
            @Nullable String area,
            Map<String, BigDecimal> figures) {}

    private record Candidate(
            Kind kind,
            String title,
            String text,
            long minutes,
            EvaluationStage stage,
            @Nullable String area,
            Map<String, BigDecimal> figures) {}

    List<Finding> of(Map<SummaryKey, Tally> found, Filter filter, List<Figures.Part> areas, long now) {
        long cases = TimeUse.get(found, SummaryKey.Kind.STAGE, EvaluationStage.SELF_EVALUATION.code(), filter).first;
        if (cases == 0) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (EvaluationStage stage : EvaluationStage.values()) {
            Tally tally = TimeUse.get(found, SummaryKey.Kind.STAGE, stage.code(), filter);
            waiting(TimeUse.get(found, SummaryKey.Kind.WORK, stage.code(), filter), tally, stage, candidates);
            loops(tally, stage, candidates);
            tail(tally, stage, candidates);
            areas.forEach(part -> area(
                    TimeUse.get(found, SummaryKey.Kind.STAGE, stage.code(), part.filter()),
                    tally,
                    stage,
                    part,
                    candidates));
        }
        candidates.sort(Comparator.comparingLong(Candidate::minutes)
                .reversed()
                .thenComparing(Candidate::stage)
                .thenComparing(Candidate::kind)
                .thenComparing(candidate -> String.valueOf(candidate.area())));
        List<Finding> told = new ArrayList<>();
        for (Candidate one : candidates) {
            BigDecimal saving = days.each(one.minutes(), cases);
            if (told.size() < MOST && saving != null && saving.signum() > 0) {
                told.add(new Finding(
                        told.size() + 1,
                        one.kind(),
                        one.title(),
                        one.text() + "平均每件约可缩短 " + saving + " 个工作日。",
                        saving,
                        one.stage().code(),
                        one.area(),
                        one.figures()));
            }
        }
        return told;
    }

    /** Every finished task was taken up within a working day at the latest: what that would have saved. */
    private void waiting(Tally work, Tally tally, EvaluationStage stage, List<Candidate> candidates) {
        long done = work.out + work.back;
        if (done == 0 || tally.first == 0) {
            return;
        }
        // tasks of a case lie beside one another; the time of the case is that of one of them
        long tasksOfCase = Math.max(1, Math.round((double) done / tally.entered()));
        long each = work.waited / done;
        long saved = (each - days.minutesOfDay()) * (done / tasksOfCase);
        if (saved > 0) {
            BigDecimal average = days.of(each);
            candidates.add(new Candidate(
                    Kind.WAITING,
                    stage.chinese() + ":任务久等无人认领",
                    "“%s”的任务平均等待 %s 个工作日才有人认领,实际办理平均 %s 个工作日(已办 %d 项);如到达后 1 个工作日内认领,"
                            .formatted(stage.chinese(), average, days.of(work.worked / done), done),
                    saved,
                    stage,
                    null,
                    figures("waiting", average, "worked", days.of(work.worked / done), "count", done)));
        }
    }

    /** No case came back: the time of the further visits, at the median of the stage. */
    private void loops(Tally tally, EvaluationStage stage, List<Candidate> candidates) {
        Integer median = tally.durations.percentile(50);
        if (tally.again == 0 || median == null) {
            return;
        }
        BigDecimal middle = BigDecimal.valueOf(median, 1);
        candidates.add(new Candidate(
                Kind.LOOP,
                stage.chinese() + ":反复办理",
                "案卷 %d 次退回或重新进入“%s”(占全部进入的 %s),每次中位用时 %s 个工作日;如一次办成,"
                        .formatted(tally.again, stage.chinese(), percent(tally.again, tally.entered()), middle),
                tally.again * median * days.minutesOfDay() / 10,
                stage,
                null,
                figures("median", middle, "again", BigDecimal.valueOf(tally.again), "count", tally.entered())));
    }

    /** Whatever took longer than 90 per cent of the cases do had taken as long as those: what lies above. */
    private void tail(Tally tally, EvaluationStage stage, List<Candidate> candidates) {
        Integer p90 = tally.durations.percentile(90);
        Integer median = tally.durations.percentile(50);
        if (p90 == null || median == null || tally.durations.count() < FEWEST || p90 <= 2 * median) {
            return;
        }
        long above = 0;
        for (Map.Entry<Integer, Long> entry : tally.durations.counts().entrySet()) {
            above += Math.max(0, entry.getKey() - 2L * median) * entry.getValue();
        }
        candidates.add(new Candidate(
                Kind.TAIL,
                stage.chinese() + ":少数案卷拖得很久",
                "“%s”一半的案卷在 %s 个工作日内办结,而最慢的一成超过 %s 个工作日;如都在中位用时的两倍以内办结,"
                        .formatted(stage.chinese(), BigDecimal.valueOf(median, 1), BigDecimal.valueOf(p90, 1)),
                above * days.minutesOfDay() / 10,
                stage,
                null,
                figures(
                        "median",
                        BigDecimal.valueOf(median, 1),
                        "p90",
                        BigDecimal.valueOf(p90, 1),
                        "count",
                        tally.durations.count())));
    }

    /** The area were as fast as all are in the middle. */
    private void area(Tally own, Tally all, EvaluationStage stage, Figures.Part part, List<Candidate> candidates) {
        Integer mine = own.durations.percentile(50);
        Integer others = all.durations.percentile(50);
        if (mine == null || others == null || own.durations.count() < FEWEST || mine <= others) {
            return;
        }
        candidates.add(new Candidate(
                Kind.AREA,
                part.name() + ":“" + stage.chinese() + "”偏慢",
                "%s在“%s”的中位用时为 %s 个工作日,全部地区为 %s 个工作日(该地区已办 %d 件);如达到全部地区的中位水平,"
                        .formatted(
                                part.name(),
                                stage.chinese(),
                                BigDecimal.valueOf(mine, 1),
                                BigDecimal.valueOf(others, 1),
                                own.durations.count()),
                (long) (mine - others) * own.entered() * days.minutesOfDay() / 10,
                stage,
                part.id(),
                figures(
                        "median",
                        BigDecimal.valueOf(mine, 1),
                        "medianOfAll",
                        BigDecimal.valueOf(others, 1),
                        "count",
                        own.durations.count())));
    }

    private static String percent(long part, long whole) {
        return Days.share(part, whole).movePointRight(2).setScale(0, java.math.RoundingMode.HALF_UP) + "%";
    }

    private static Map<String, BigDecimal> figures(
            String one, BigDecimal first, String two, BigDecimal second, String three, long third) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        figures.put(one, first);
        figures.put(two, second);
        figures.put(three, BigDecimal.valueOf(third));
        return figures;
    }
}
