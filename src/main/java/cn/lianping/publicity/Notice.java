package cn.lianping.publicity;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A public notice (article 6.4). Its list and dates never change once it is published.
 *
 * @param seq 1 for the first notice of the round, more for supplementary ones
 * @param endsOn the last day; the period runs to 24:00 of it
 * @param endsAt epoch milliseconds of 00:00 (Asia/Shanghai) of the day after the last, exclusive
 * @param status PREPARED (not public), PUBLISHED or ENDED
 */
public record Notice(
        String noticeId,
        String roundNo,
        int seq,
        String title,
        LocalDate startsOn,
        LocalDate endsOn,
        long endsAt,
        String status) {

    /** Dates are set, the list is not frozen yet; nobody outside sees it. */
    public static final String PREPARED = "PREPARED";

    /** On the public page; its period may be still to come, running or over while objections are open. */
    public static final String PUBLISHED = "PUBLISHED";

    /** The period is over and the notice waits for nothing. */
    public static final String ENDED = "ENDED";

    /** Whether it follows an earlier notice of the round. */
    public boolean supplementary() {
        return seq > 1;
    }

    /** Whether the period is over: not yet at 23:59:59 of the last day, but at 00:00 of the next. */
    public boolean overAt(Instant now) {
        return now.toEpochMilli() >= endsAt;
    }

    /** The period as people read it. */
    public String period() {
        return startsOn + " 至 " + endsOn + " 24 时";
    }
}
