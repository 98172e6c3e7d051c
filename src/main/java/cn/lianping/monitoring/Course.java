package cn.lianping.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Plays the rest of a round many times. Each alliance goes through the first three stages by itself; the last three are
 * acts of the whole round and begin when the last alliance has got there. Places and lengths in minutes of office time.
 */
final class Course {

    /** How many stages an alliance passes by itself. */
    static final int OWN = 3;

    static final int STAGES = 6;

    /** A case that is sent back this often in one play goes on: no round ends in a loop. */
    private static final int MOST_RETURNS = 5;

    /**
     * A case that is not over.
     *
     * @param stage 0 to 5
     * @param entered when it came there
     * @param again whether it was sent back there
     */
    record Open(String area, int stage, double entered, boolean again) {}

    /**
     * What a whole-round stage takes after the last case has come there.
     *
     * @param seen of earlier rounds
     * @param planned by the policy's periods, where no earlier round is known
     * @param least what the law demands
     */
    record Act(List<Double> seen, double planned, double least) {}

    /**
     * What is known at the moment of the forecast.
     *
     * @param intakeEnds when the intake closes; self-evaluations that have not been sent back end then
     * @param returns for each of the first three stages the part of leavings that went back to self-evaluation
     * @param reached when the last case came to each stage so far; null where nobody has
     */
    record Known(
            double now,
            double intakeEnds,
            List<Open> open,
            List<WaitingTimes> first,
            List<WaitingTimes> again,
            double[] returns,
            List<Act> acts,
            @Nullable Double[] reached) {}

    private final Known known;
    private final RandomGenerator random;

    Course(Known known, RandomGenerator random) {
        this.known = known;
        this.random = random;
    }

    /** When each stage ended in each play, sorted: [stage][play]; the present for a stage that is over. */
    double[][] play(int times) {
        double[][] ends = new double[STAGES][times];
        for (int n = 0; n < times; n++) {
            double[] one = once();
            for (int stage = 0; stage < STAGES; stage++) {
                ends[stage][n] = one[stage];
            }
        }
        Arrays.stream(ends).forEach(Arrays::sort);
        return ends;
    }

    private double[] once() {
        List<WaitingTimes> all = new ArrayList<>(known.first());
        all.addAll(known.again());
        all.stream().distinct().forEach(times -> times.resample(random));
        double[] ends = new double[STAGES];
        Arrays.fill(ends, known.now());
        known.open().stream().filter(one -> one.stage() < OWN).forEach(one -> walk(one, ends));
        double last = ends[OWN - 1];
        boolean ahead = known.open().stream().anyMatch(one -> one.stage() < OWN);
        for (int stage = OWN; stage < STAGES; stage++) {
            int here = stage;
            boolean someHere = known.open().stream().anyMatch(one -> one.stage() == here);
            if (!ahead && !someHere) {
                continue;
            }
            Double came = known.reached()[stage];
            double began = ahead || came == null ? last : came;
            last = act(known.acts().get(stage - OWN), began);
            ends[stage] = last;
            ahead = true;
        }
        return ends;
    }

    private void walk(Open one, double[] ends) {
        int stage = one.stage();
        double entered = one.entered();
        boolean again = one.again();
        double already = Math.max(0, known.now() - entered);
        int returned = 0;
        while (stage < OWN) {
            WaitingTimes times = (again ? known.again() : known.first()).get(stage);
            double left = entered + times.draw(one.area(), already, random);
            if (stage == 0 && !again) {
                left = Math.min(left, Math.max(known.now(), known.intakeEnds()));
            }
            ends[stage] = Math.max(ends[stage], left);
            already = 0;
            entered = left;
            if (stage > 0 && returned < MOST_RETURNS && random.nextDouble() < known.returns()[stage]) {
                returned++;
                again = true;
                stage = 0;
            } else {
                stage++;
            }
        }
    }

    private double act(Act act, double began) {
        double already = Math.max(0, known.now() - began);
        for (int attempt = 0; attempt < 20; attempt++) {
            double takes = Math.max(act.least(), length(act));
            if (takes > already) {
                return began + takes;
            }
        }
        // longer than anything expected: half a period more
        return known.now() + Math.max(act.least(), act.planned()) * random.nextDouble();
    }

    /** Of an earlier round, give or take a fifth; the periods of the policy where there is none. */
    private double length(Act act) {
        if (act.seen().isEmpty()) {
            return act.planned() * (0.5 + 0.7 * random.nextDouble());
        }
        double mean =
                act.seen().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double[] logs =
                act.seen().stream().mapToDouble(x -> Math.log(Math.max(1, x))).toArray();
        double centre = Arrays.stream(logs).average().orElseThrow();
        int n = logs.length;
        double spread =
                Arrays.stream(logs).map(x -> (x - centre) * (x - centre)).sum();
        // a spread of a fifth counts as much as three rounds, for few rounds say little of how they differ
        double sd = Math.sqrt((spread + 3 * 0.04) / (n + 2));
        double t = random.nextGaussian() / Math.sqrt(gamma(n + 2) / (n + 2));
        return mean <= 1 ? mean : Math.exp(centre + sd * Math.sqrt(1 + 1.0 / n) * t);
    }

    /** Chi-square of that many degrees. */
    private double gamma(int degrees) {
        double sum = 0;
        for (int i = 0; i < degrees; i++) {
            double z = random.nextGaussian();
            sum += z * z;
        }
        return sum;
    }
}
