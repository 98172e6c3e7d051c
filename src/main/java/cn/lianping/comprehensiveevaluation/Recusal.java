package cn.lianping.comprehensiveevaluation;

/**
 * Somebody stepped back, or had to, from everything that concerns an alliance.
 *
 * @param caseNo the case in which it happened
 * @param recusedAt epoch milliseconds
 * @param recusedBy who declared or ordered it
 */
record Recusal(
        String allianceId,
        String expert,
        String caseNo,
        Ground ground,
        String reason,
        long recusedAt,
        String recusedBy) {

    enum Ground {
        /** The expert asked for it. */
        DECLARED,
        /** Staff ordered it. */
        ORDERED,
        /** An objection was upheld. */
        OBJECTION
    }
}
