package cn.lianping.comprehensiveevaluation;

import org.jspecify.annotations.Nullable;

/**
 * One seat of a panel.
 *
 * @param seat from 1
 * @param expert who sits there, null while it is vacant
 * @param drawnExpert who came there by draw or by order of staff; the confirmation explains anything else
 */
public record Seat(
        String caseNo,
        int seat,
        @Nullable String expert,
        @Nullable String drawnExpert) {}
