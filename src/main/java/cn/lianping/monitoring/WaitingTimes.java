package cn.lianping.monitoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How long cases stay in a stage, learnt from those seen: the Kaplan-Meier estimate, so that a case that still waits counts
 * as long as it has waited, with an exponential tail beyond its ninth decile, so that something longer than anything seen
 * so far is possible. Each resampling gives every observation a random weight (Bayesian bootstrap): few observations make
 * an uncertain forecast. Durations in any one unit.
 *
 * <p>E. L. Kaplan, P. Meier, Nonparametric Estimation from Incomplete Observations, 1958; D. B. Rubin, The Bayesian
 * Bootstrap, 1981.
 */
final class WaitingTimes {

    private static final double TAIL_FROM = 0.9;

    /** Observations of one's own are believed as much as this many of all together. */
    private static final double PRIOR = 4;

    /**
     * One stay.
     *
     * @param settled whether it is over; otherwise it has lasted so long already
     */
    record Stay(String group, double length, boolean settled) {}

    /** The lengths of one resampling, all groups brought to the same level. */
    @SuppressWarnings("ArrayRecordComponent") // never handed out
    private record Curve(double[] lengths, double[] reached, double tailFrom, double tailMean) {}

    private final double[] lengths;
    private final boolean[] settled;
    private final Map<String, double[]> levels = new HashMap<>();
    private Curve curve;
    private final Map<String, Double> drawn = new HashMap<>();

    /** @param stays at least one of which is settled */
    WaitingTimes(List<Stay> stays) {
        double mean = meanLog(stays);
        double variance = variance(stays, mean);
        stays.stream()
                .filter(Stay::settled)
                .collect(Collectors.groupingBy(Stay::group))
                .forEach((group, own) -> {
                    double weight = own.size() / (own.size() + PRIOR);
                    levels.put(group, new double[] {
                        weight * (meanLog(own) - mean), Math.sqrt(variance / (own.size() + PRIOR))
                    });
                });
        List<Stay> sorted = stays.stream()
                .map(stay -> new Stay(stay.group(), stay.length() / Math.exp(level(stay.group())), stay.settled()))
                .sorted(Comparator.comparingDouble(Stay::length))
                .toList();
        lengths = sorted.stream().mapToDouble(Stay::length).toArray();
        settled = new boolean[lengths.length];
        for (int i = 0; i < settled.length; i++) {
            settled[i] = sorted.get(i).settled();
        }
        double[] even = new double[lengths.length];
        Arrays.fill(even, 1);
        curve = curve(even);
    }

    private double level(String group) {
        double[] found = levels.get(group);
        return found == null ? 0 : found[0];
    }

    private static double meanLog(List<Stay> stays) {
        return stays.stream()
                .filter(Stay::settled)
                .mapToDouble(stay -> Math.log(Math.max(1, stay.length())))
                .average()
                .orElseThrow();
    }

    private static double variance(List<Stay> stays, double mean) {
        return stays.stream()
                .filter(Stay::settled)
                .mapToDouble(stay -> Math.pow(Math.log(Math.max(1, stay.length())) - mean, 2))
                .average()
                .orElseThrow();
    }

    /** Gives every observation another weight, and every group another level, as uncertain as they are. */
    void resample(RandomGenerator random) {
        double[] weights = new double[lengths.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextExponential();
        }
        curve = curve(weights);
        drawn.clear();
        levels.forEach((group, level) -> drawn.put(group, level[0] + level[1] * random.nextGaussian()));
    }

    private Curve curve(double[] weights) {
        double atRisk = Arrays.stream(weights).sum();
        double alive = 1;
        double[] reached = new double[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            if (settled[i] && atRisk > 0) {
                alive *= Math.max(0, 1 - weights[i] / atRisk);
            }
            atRisk -= weights[i];
            reached[i] = 1 - alive;
        }
        int start = 0;
        while (start < reached.length - 1 && reached[start] < TAIL_FROM) {
            start++;
        }
        double from = lengths[start];
        double excess = 0;
        double events = 0;
        for (int i = start; i < lengths.length; i++) {
            excess += weights[i] * (lengths[i] - from);
            events += settled[i] ? weights[i] : 0;
        }
        // too few lie beyond: the mean of all is as good a scale as any
        double mean = events > 0 && excess > 0 ? excess / events : from / 2;
        return new Curve(lengths, reached, from, Math.max(mean, from / 20));
    }

    /** A length for a case of the group that has lasted that long already. */
    double draw(String group, double already, RandomGenerator random) {
        double factor = Math.exp(drawn.containsKey(group) ? drawn.get(group) : level(group));
        return factor * beyond(already / factor, random);
    }

    private double beyond(double already, RandomGenerator random) {
        if (already >= curve.tailFrom()) {
            return already + curve.tailMean() * random.nextExponential();
        }
        int index = Arrays.binarySearch(curve.lengths(), already);
        int first = index >= 0 ? index : -index - 1;
        double before = first == 0 ? 0 : curve.reached()[first - 1];
        double u = before + (1 - before) * random.nextDouble();
        if (u >= TAIL_FROM || u >= curve.reached()[curve.reached().length - 1]) {
            return Math.max(already, curve.tailFrom()) + curve.tailMean() * random.nextExponential();
        }
        int at = Arrays.binarySearch(curve.reached(), u);
        at = at >= 0 ? at : Math.min(-at - 1, curve.lengths().length - 1);
        // anywhere between this observation and the one before
        double low = Math.max(already, at == 0 ? 0 : curve.lengths()[at - 1]);
        double high = Math.max(low, curve.lengths()[at]);
        return low + (high - low) * random.nextDouble();
    }
}
