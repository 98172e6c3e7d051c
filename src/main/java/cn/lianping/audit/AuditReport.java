package cn.lianping.audit;

import java.util.List;

/**
 * What a verification found.
 *
 * @param chains number of chains walked, the platform's included
 * @param entries number of entries read
 * @param breaks every place that does not fit, the first of each chain first; empty if the log is whole
 */
public record AuditReport(int chains, long entries, List<Break> breaks) {

    /**
     * A place where the log does not fit.
     *
     * @param chain the chain
     * @param seq the place in it, 0 for the chain as a whole
     * @param reason Chinese: what does not fit
     */
    public record Break(String chain, long seq, String reason) {

        /** One line for people. */
        public String line() {
            return seq == 0 ? "链 " + chain + ":" + reason : "链 " + chain + " 第 " + seq + " 条:" + reason;
        }
    }

    /** Whether nothing was changed, removed or put in. */
    public boolean whole() {
        return breaks.isEmpty();
    }
}
