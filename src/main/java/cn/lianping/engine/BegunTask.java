package cn.lianping.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user task that has come up.
 *
 * @param businessKey number of the case or of the round
 * @param called whether another process called the one it stands in
 * @param element number of the element that it is about (article 4), if it is about one
 * @param place what the diagram says of it
 * @param group the group it is offered to; the first by id where there are several
 * @param person whom the diagram named to do it
 * @param at when it came up, as the engine's history says
 */
public record BegunTask(
        String businessKey,
        boolean called,
        String definitionKey,
        String definitionId,
        String processInstanceId,
        String taskKey,
        @Nullable Integer element,
        DiagramStages.TaskPlace place,
        @Nullable String group,
        @Nullable String person,
        Instant at) {}
