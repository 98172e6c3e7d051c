package cn.lianping.monitoring;

import cn.lianping.engine.EvaluationStage;
import cn.lianping.monitoring.ForecastMapper.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** What a round and those before it teach about the rest of it. */
final class Learnt {

    /** More do not make it better, only slower. */
    private static final int MOST_STAYS = 4000;

    /** With fewer that have come back, those of the first time speak for them too. */
    private static final int ENOUGH_AGAIN = 15;

    /** With fewer that are over, the periods of the policy speak beside them. */
    private static final int ENOUGH = 5;

    private static final double[] OF_A_PERIOD = {0.5, 0.7, 0.85, 1.0, 1.2};

    private final String roundNo;
    private final List<Seen> seen;
    private final double now;
    private final double[] planned;

    /**
     * @param now the present place on the line of office time
     * @param planned minutes that the policy's periods give each stage
     */
    Learnt(String roundNo, List<Seen> seen, double now, double[] planned) {
        this.roundNo = roundNo;
        this.seen = seen;
        this.now = now;
        this.planned = planned;
    }

    static int stageOf(Seen one) {
        return EvaluationStage.of(one.stage()).orElseThrow().ordinal();
    }

    private boolean ofRound(Seen one) {
        return one.roundNo().equals(roundNo);
    }

    /** The cases of the round that are not over. */
    List<Course.Open> open() {
        return seen.stream()
                .filter(one -> ofRound(one) && one.leftWm() == null)
                .map(one -> new Course.Open(one.area(), stageOf(one), one.enteredWm(), one.visit() > 1))
                .toList();
    }

    /** When somebody last came to each stage. */
    Double[] reached() {
        Double[] last = new Double[Course.STAGES];
        seen.stream().filter(this::ofRound).forEach(one -> {
            int stage = stageOf(one);
            Double known = last[stage];
            last[stage] = known == null ? one.enteredWm() : Math.max(known, one.enteredWm());
        });
        return last;
    }

    /** When each stage was left for the last time. */
    Double[] left() {
        Double[] last = new Double[Course.STAGES];
        seen.stream().filter(this::ofRound).forEach(one -> {
            Long left = one.leftWm();
            int stage = stageOf(one);
            Double known = last[stage];
            if (left != null) {
                last[stage] = known == null ? left : Math.max(known, left);
            }
        });
        return last;
    }

    List<WaitingTimes> first() {
        List<WaitingTimes> found = new ArrayList<>();
        for (int stage = 0; stage < Course.OWN; stage++) {
            found.add(new WaitingTimes(withPeriods(stays(stage, false), stage)));
        }
        return found;
    }

    List<WaitingTimes> again(List<WaitingTimes> first) {
        List<WaitingTimes> found = new ArrayList<>();
        for (int stage = 0; stage < Course.OWN; stage++) {
            List<WaitingTimes.Stay> stays = stays(stage, true);
            found.add(settled(stays) < ENOUGH_AGAIN ? first.get(stage) : new WaitingTimes(stays));
        }
        return found;
    }

    private static long settled(List<WaitingTimes.Stay> stays) {
        return stays.stream().filter(WaitingTimes.Stay::settled).count();
    }

    private List<WaitingTimes.Stay> withPeriods(List<WaitingTimes.Stay> stays, int stage) {
        if (settled(stays) >= ENOUGH) {
            return stays;
        }
        List<WaitingTimes.Stay> all = new ArrayList<>(stays);
        for (double part : OF_A_PERIOD) {
            all.add(new WaitingTimes.Stay("", part * planned[stage], true));
        }
        return all;
    }

    /** A stay that was broken off (撤回, 批次终止) says only that it would have lasted longer. */
    private List<WaitingTimes.Stay> stays(int stage, boolean again) {
        List<WaitingTimes.Stay> found = seen.stream()
                .filter(one -> stageOf(one) == stage && one.visit() > 1 == again)
                .map(one -> {
                    Long left = one.leftWm();
                    boolean settled = left != null && one.outcome().kind() != Outcome.Kind.BROKEN;
                    return new WaitingTimes.Stay(
                            one.area(), Math.max(0, (left == null ? now : left) - one.enteredWm()), settled);
                })
                .toList();
        int step = (found.size() + MOST_STAYS - 1) / MOST_STAYS;
        List<WaitingTimes.Stay> some = new ArrayList<>();
        for (int i = 0; i < found.size(); i += step) {
            some.add(found.get(i));
        }
        return some;
    }

    /** For each of the first three stages the part of leavings that went back; a little more than nothing where none did. */
    double[] returns() {
        double[] returns = new double[Course.OWN];
        for (int stage = 0; stage < Course.OWN; stage++) {
            int here = stage;
            long left = seen.stream()
                    .filter(one -> stageOf(one) == here && one.leftWm() != null)
                    .count();
            long back = seen.stream()
                    .filter(one -> stageOf(one) == here && one.outcome() == Outcome.BACK)
                    .count();
            returns[stage] = (back + 0.5) / (left + 5.0);
        }
        return returns;
    }

    /** What the acts of the whole round took in earlier rounds, from when the last case had come. */
    List<Course.Act> acts(double leastPublicity) {
        List<Course.Act> acts = new ArrayList<>();
        for (int stage = Course.OWN; stage < Course.STAGES; stage++) {
            boolean publicity = stage == EvaluationStage.PUBLICITY.ordinal();
            acts.add(new Course.Act(lags(stage), planned[stage], publicity ? leastPublicity : 0));
        }
        return acts;
    }

    private List<Double> lags(int stage) {
        Map<String, List<Seen>> byRound = new HashMap<>();
        seen.stream()
                .filter(one -> !ofRound(one) && stageOf(one) == stage)
                .forEach(one -> byRound.computeIfAbsent(one.roundNo(), round -> new ArrayList<>())
                        .add(one));
        return byRound.values().stream()
                .filter(stays -> stays.stream().noneMatch(one -> one.leftWm() == null))
                .map(Learnt::lag)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    private static OptionalDouble lag(List<Seen> stays) {
        long came = stays.stream().mapToLong(Seen::enteredWm).max().orElseThrow();
        return stays.stream()
                .filter(one -> one.outcome().kind() != Outcome.Kind.BROKEN)
                .mapToDouble(one -> Math.max(0, Objects.requireNonNull(one.leftWm()) - came))
                .max();
    }
}
