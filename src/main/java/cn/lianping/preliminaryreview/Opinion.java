package cn.lianping.preliminaryreview;

import java.util.List;

/**
 * One department's opinion on one attempt.
 *
 * @param department science or industry
 * @param elements the elements to be corrected, for a return
 */
public record Opinion(
        int attempt,
        String department,
        Outcome outcome,
        boolean authentic,
        boolean complete,
        List<Integer> elements,
        String reason,
        String reviewedBy) {}
