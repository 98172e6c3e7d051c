package cn.lianping.comprehensiveevaluation;

import org.jspecify.annotations.Nullable;

/**
 * How the panel of a case was drawn.
 *
 * @param seed 64 hexadecimal digits
 * @param pool who could be drawn: one line each, user id, a blank, code of the unit, by user id
 * @param drawnAt epoch milliseconds
 * @param confirmedAt epoch milliseconds, null before the first confirmation
 * @param reason why the confirmed panel differs from the draw
 */
record Panel(
        String caseNo,
        String seed,
        String pool,
        long drawnAt,
        String drawnBy,
        @Nullable Long confirmedAt,
        @Nullable String confirmedBy,
        @Nullable String reason) {}
