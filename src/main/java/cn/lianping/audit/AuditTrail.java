package cn.lianping.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/** What happened, in order: the 流转记录 of a case or of a round. */
@Component
public class AuditTrail {

    private final AuditMapper mapper;

    AuditTrail(AuditMapper mapper) {
        this.mapper = mapper;
    }

    /** All entries of the chain, the first act first; empty for a chain that does not exist. */
    public List<AuditEntry> entries(String chain) {
        return mapper.entriesAfter(chain, 0, Integer.MAX_VALUE);
    }

    /** Entries after the given place in the chain, at most {@code limit}: a page. */
    public List<AuditEntry> entriesAfter(String chain, long seq, int limit) {
        return mapper.entriesAfter(chain, seq, limit);
    }

    /** What of the way happened how often in every chain whose name begins so, sorted by chain. */
    public List<Happening> happenings(String prefix) {
        return mapper.happenings(prefix);
    }
}
