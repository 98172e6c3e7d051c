package cn.lianping.rehearsal;

import org.jspecify.annotations.Nullable;

/**
 * How far a rehearsal has come. Times are epoch milliseconds.
 *
 * @param state WAITING, RUNNING, DONE or FAILED
 * @param contentHash of the files that were rehearsed, see {@link Rehearsals#contentHash}
 * @param passed whether it found nothing that forbids putting the files in force
 * @param percent of the work that is done
 * @param text what is being done, or how it ended, in Chinese
 */
public record RehearsalState(
        String id,
        String state,
        String contentHash,
        boolean passed,
        long startedAt,
        @Nullable Long endedAt,
        int percent,
        String text) {}
