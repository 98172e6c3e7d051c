package cn.lianping.audit;

/**
 * The head of a chain: where the next entry goes.
 *
 * @param chain case number, round number or {@link #PLATFORM}
 * @param lastSeq number of entries, 0 for an empty chain
 * @param lastHash hash of the last entry, {@link #GENESIS} for an empty chain
 */
public record AuditChain(String chain, long lastSeq, String lastHash) {

    /** The chain of what belongs to no case and no round; it also says which chains were opened. */
    public static final String PLATFORM = "platform";

    /** What the first entry of a chain carries as the hash of the one before it. */
    public static final String GENESIS = "0".repeat(64);

    AuditChain next(AuditEntry entry) {
        return new AuditChain(chain, entry.seq(), entry.hash());
    }
}
