package cn.lianping.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to a user task. Times are those of the engine's history.
 *
 * @param begun where the transaction began it
 * @param seen whether {@code assignee} and {@code due} were told
 * @param assignee who has it now; null for nobody
 * @param due the end of its last day
 * @param takenUp when somebody got it after it had come up; null if nobody did in this transaction
 * @param ended when it ended; null if it did not
 * @param ending how it ended; {@link TaskEnding#TAKEN_BACK} can come alone, long after the end
 * @param decision what was chosen, as people read it
 */
public record TaskChange(
        String taskId,
        @Nullable BegunTask begun,
        boolean seen,
        @Nullable String assignee,
        @Nullable Instant due,
        @Nullable Instant takenUp,
        @Nullable Instant ended,
        @Nullable TaskEnding ending,
        @Nullable String decision) {}
