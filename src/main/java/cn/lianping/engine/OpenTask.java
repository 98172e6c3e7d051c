package cn.lianping.engine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a list shows it.
 *
 * @param key number of the case, or of the round; empty where the task belongs to neither
 * @param stage name of the process that the task stands in
 * @param offeredTo names of the groups it is offered to
 */
public record OpenTask(
        String taskId,
        String name,
        String key,
        String stage,
        @Nullable String assignee,
        List<String> offeredTo,
        @Nullable Instant due,
        @Nullable Instant followUp) {}
