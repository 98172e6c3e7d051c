package cn.lianping.office;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody acts for somebody else during an absence (代理).
 *
 * @param startsOn first day
 * @param endsOn last day, included
 * @param revokedAt milliseconds since 1970; null while it holds
 */
record StandIn(
        String id,
        String principal,
        String deputy,
        LocalDate startsOn,
        LocalDate endsOn,
        String reason,
        long createdAt,
        @Nullable Long revokedAt) {}
