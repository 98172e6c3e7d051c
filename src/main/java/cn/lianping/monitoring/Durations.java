package cn.lianping.monitoring;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many took how long, in tenths of a working day. A percentile by nearest rank of the rounded durations is the rounded
 * percentile of the exact ones, since rounding keeps their order; so nothing is lost at the precision that is shown.
 */
final class Durations {

    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    /** Working minutes as tenths of a day of so many minutes, half up. */
    static int tenths(long minutes, int minutesOfDay) {
        return Math.toIntExact(Math.floorDiv(minutes * 20 + minutesOfDay, 2L * minutesOfDay));
    }

    void add(int tenths, long times) {
        if (counts.merge(tenths, times, Long::sum) == 0) {
            counts.remove(tenths);
        }
    }

    void add(Durations others) {
        others.counts.forEach(this::add);
    }

    /** Takes these out again, which must be among them. */
    void remove(Durations some) {
        some.counts.forEach((tenths, times) -> add(tenths, -times));
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * The smallest duration that at least so many per cent do not exceed (nearest rank); null where there is none.
     *
     * @param percent 1 to 100
     */
    @Nullable
    Integer percentile(int percent) {
        long wanted = (count() * percent + 99) / 100;
        long passed = 0;
        for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= wanted) {
                return entry.getKey();
            }
        }
        return null;
    }

    Map<Integer, Long> counts() {
        return counts;
    }
}
