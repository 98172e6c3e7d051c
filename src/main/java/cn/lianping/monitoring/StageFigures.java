package cn.lianping.monitoring;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one stage, area, division or other part. {@code in + again = waiting + out + back + ended}.
 *
 * @param id what it is of
 * @param in came in for the first time
 * @param again came in once more
 * @param waiting are there now
 * @param overdue of these, with an overdue task
 * @param out went on
 * @param back went back
 * @param ended ended here
 * @param median working days of those that left, nearest rank
 * @param p90 the same for 90 per cent
 * @param oldest working days of the one that waits longest
 * @param oldestCase its number
 * @param share of those that came in, how many came again
 */
record StageFigures(
        String id,
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
        @Nullable String oldestCase,
        BigDecimal share) {}
