package cn.lianping.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.engine.EvaluationStage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The forecast of made-up rounds against what then happened in them. They follow four laws, none of which the forecast
 * knows, with cities of different speed, returns, a whole-round factor and one to three rounds before; the moment of the
 * forecast is anywhere in the round.
 */
@DisplayName("预测的回测")
class ForecastBackTest {

    private static final int ROUNDS = 240;
    private static final int PLAYS = 400;
    private static final double DAY = 480;
    private static final double BETWEEN_ROUNDS = 200 * DAY;
    private static final double[] LAGS = {8 * DAY, 9 * DAY, 6 * DAY};
    private static final double[] PLANNED = {30 * DAY, 15 * DAY, 20 * DAY, 10 * DAY, 10 * DAY, 10 * DAY};

    /** How long somebody takes. */
    private enum Law {
        GAMMA,
        LOG_NORMAL,
        WEIBULL,
        /** Most shortly before a deadline, some long after it. */
        DEADLINE;

        double length(double mean, RandomGenerator random) {
            return switch (this) {
                case GAMMA ->
                    mean * (random.nextExponential() + random.nextExponential() + random.nextExponential()) / 3;
                case LOG_NORMAL -> mean * Math.exp(0.6 * random.nextGaussian() - 0.18);
                case WEIBULL -> mean / 0.886 * Math.sqrt(random.nextExponential());
                case DEADLINE ->
                    random.nextDouble() < 0.85
                            ? mean * (0.4 + 0.7 * Math.sqrt(random.nextDouble()))
                            : mean * (1.1 + 0.5 * random.nextExponential());
            };
        }
    }

    /** What makes the rounds of one province alike. */
    private record Habits(Law law, Map<String, Double> speed, double[] means, double returns, int cases) {}

    private record Played(String roundNo, double opens, List<ForecastMapper.Seen> stays, double[] ends) {}

    private static Habits habits(Law law, RandomGenerator random) {
        Map<String, Double> speed = new TreeMap<>();
        for (int city = 0; city < 8; city++) {
            speed.put("C" + city, Math.exp(0.25 * random.nextGaussian()));
        }
        double[] means = {
            (14 + 6 * random.nextDouble()) * DAY,
            (8 + 4 * random.nextDouble()) * DAY,
            (12 + 6 * random.nextDouble()) * DAY
        };
        return new Habits(law, speed, means, 0.05 + 0.1 * random.nextDouble(), 30 + random.nextInt(90));
    }

    private static Played play(String roundNo, double opens, Habits habits, double pace, RandomGenerator random) {
        List<ForecastMapper.Seen> stays = new ArrayList<>();
        double[] ends = new double[Course.STAGES];
        List<String> cities = List.copyOf(habits.speed().keySet());
        List<Double> ready = new ArrayList<>();
        for (int n = 0; n < habits.cases(); n++) {
            String city = cities.get(n % cities.size());
            double at = opens + random.nextDouble() * 10 * DAY;
            int[] visits = new int[Course.OWN];
            int returned = 0;
            for (int stage = 0; stage < Course.OWN; ) {
                visits[stage]++;
                double mean = habits.means()[stage] * speed(habits, city) * pace * (visits[stage] > 1 ? 0.6 : 1);
                double left = at + habits.law().length(mean, random);
                left = stage == 0 && visits[0] == 1 ? Math.min(left, closes(opens)) : left;
                boolean back = stage > 0 && returned < 3 && random.nextDouble() < habits.returns();
                stays.add(stay(roundNo, city, stage, visits[stage], at, left, back ? Outcome.BACK : Outcome.FORWARD));
                ends[stage] = Math.max(ends[stage], left);
                at = left;
                returned += back ? 1 : 0;
                stage = back ? 0 : stage + 1;
            }
            ready.add(at);
        }
        double last = ready.stream().max(Comparator.naturalOrder()).orElseThrow();
        for (int act = 0; act < LAGS.length; act++) {
            int stage = Course.OWN + act;
            double end = last + Math.max(act == 1 ? 5 * DAY : 0, LAGS[act] * Math.exp(0.2 * random.nextGaussian()));
            for (double came : ready) {
                stays.add(stay(roundNo, "C0", stage, 1, act == 0 ? came : last, end, Outcome.FORWARD));
            }
            ends[stage] = end;
            last = end;
        }
        return new Played(roundNo, opens, stays, ends);
    }

    private static double speed(Habits habits, String city) {
        return habits.speed().getOrDefault(city, 1.0);
    }

    private static double closes(double opens) {
        return opens + 30 * DAY;
    }

    private static ForecastMapper.Seen stay(
            String roundNo, String city, int stage, int visit, double from, double to, Outcome outcome) {
        String code = EvaluationStage.values()[stage].code();
        return new ForecastMapper.Seen(roundNo, city, code, visit, (long) from, (long) to, outcome);
    }

    /** What was known at a moment: who came later is not there, who left later still waits. */
    private static List<ForecastMapper.Seen> knownAt(double moment, List<Played> rounds) {
        return rounds.stream()
                .flatMap(round -> round.stays().stream())
                .filter(stay -> stay.enteredWm() <= moment)
                .map(stay -> left(stay) <= moment
                        ? stay
                        : new ForecastMapper.Seen(
                                stay.roundNo(),
                                stay.area(),
                                stay.stage(),
                                stay.visit(),
                                stay.enteredWm(),
                                null,
                                Outcome.OPEN))
                .toList();
    }

    private static long left(ForecastMapper.Seen stay) {
        return Objects.requireNonNull(stay.leftWm());
    }

    private static double[][] forecast(String roundNo, double opens, double moment, List<ForecastMapper.Seen> seen) {
        Learnt learnt = new Learnt(roundNo, seen, moment, PLANNED);
        List<WaitingTimes> first = learnt.first();
        Course.Known known = new Course.Known(
                moment,
                closes(opens),
                learnt.open(),
                first,
                learnt.again(first),
                learnt.returns(),
                learnt.acts(5 * DAY),
                learnt.reached());
        return new Course(known, new SplittableRandom(7)).play(PLAYS);
    }

    private static long day(double place) {
        return (long) Math.ceil(place / DAY);
    }

    @Test
    @DisplayName("90% 日在 85%–95% 的情形中成立,50% 日不偏于一侧")
    void theDaysHold() {
        Map<String, int[]> counts = new TreeMap<>();
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomGenerator random = new SplittableRandom(seed);
            Law law = Law.values()[seed % Law.values().length];
            Habits habits = habits(law, random);
            List<Played> rounds = new ArrayList<>();
            int before = 1 + random.nextInt(3);
            for (int n = 0; n < before; n++) {
                rounds.add(play("R" + n, n * BETWEEN_ROUNDS, habits, 1, random));
            }
            Played now = play("now", before * BETWEEN_ROUNDS, habits, Math.exp(0.05 * random.nextGaussian()), random);
            rounds.add(now);
            // all have applied by then, and something is still open
            double latest = now.ends()[Course.OWN - 1] - now.opens() - 12 * DAY;
            double moment = now.opens() + 11 * DAY + Math.max(0, latest) * random.nextDouble();
            double[][] ends = forecast("now", now.opens(), moment, knownAt(moment, rounds));
            for (int stage = 0; stage < Course.STAGES; stage++) {
                if (now.ends()[stage] > moment) {
                    boolean ninety = day(now.ends()[stage]) <= day(ends[stage][PLAYS * 9 / 10 - 1]);
                    boolean fifty = day(now.ends()[stage]) <= day(ends[stage][PLAYS / 2 - 1]);
                    for (String group : List.of("全部", "分布 " + law, "环节 " + stage)) {
                        int[] count = counts.computeIfAbsent(group, key -> new int[3]);
                        count[0]++;
                        count[1] += ninety ? 1 : 0;
                        count[2] += fifty ? 1 : 0;
                    }
                }
            }
        }
        counts.forEach((group, count) -> System.out.printf(
                "预测回测 %s:%d 次,90%% 日成立 %.1f%%,50%% 日成立 %.1f%%%n",
                group, count[0], 100.0 * count[1] / count[0], 100.0 * count[2] / count[0]));
        int[] all = Objects.requireNonNull(counts.get("全部"));
        assertThat((double) all[1] / all[0]).isBetween(0.85, 0.95);
        assertThat((double) all[2] / all[0]).isBetween(0.35, 0.65);
    }
}
