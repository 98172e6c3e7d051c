package cn.lianping.rehearsal.report;

import org.jspecify.annotations.Nullable;

/**
 * A value as recorded and as replayed.
 *
 * @param before null where there was none
 * @param after null where there was none
 */
public record Change<T>(@Nullable T before, @Nullable T after) {}
