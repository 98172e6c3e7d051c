package cn.lianping.engine;

import org.jspecify.annotations.Nullable;

/**
 * A run passed an element of its diagram.
 *
 * @param element id of a node or sequence flow
 * @param node whether it is a node, not a flow
 * @param cancelled whether the node was broken off instead of being left
 * @param actor who acted, or {@code system}
 * @param at epoch milliseconds of the engine's clock
 */
public record Walk(
        String process,
        String element,
        boolean node,
        boolean cancelled,
        String processInstanceId,
        @Nullable String businessKey,
        String actor,
        long at) {}
