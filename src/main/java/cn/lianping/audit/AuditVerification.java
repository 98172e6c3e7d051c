package cn.lianping.audit;

import cn.lianping.audit.AuditReport.Break;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks every chain and names each place where an entry was changed, removed or put in. Reads only. */
@Component
public class AuditVerification {

    /** Entries read at once: memory stays the same however long the log is. */
    private static final int PAGE = 1000;

    private final AuditMapper mapper;

    AuditVerification(AuditMapper mapper) {
        this.mapper = mapper;
    }

    /** Reads the whole log; best called when nothing is being written, or within one transaction. */
    public AuditReport verify() {
        // openings are read before and after the names: chains that are opened meanwhile are then no break
        Set<String> openedBefore = openedChains();
        Set<String> chains = new TreeSet<>(mapper.chainNames());
        Set<String> opened = openedChains();
        List<Break> breaks = new ArrayList<>();
        long entries = 0;
        for (String chain : chains) {
            Walk walk = new Walk(chain, breaks);
            entries += walk.run();
            if (!chain.equals(AuditChain.PLATFORM) && !opened.contains(chain)) {
                breaks.add(new Break(chain, 0, "总链(platform)中没有它的开立记录:整链为插入,或总链的记录被删除"));
            }
        }
        for (String chain : openedBefore) {
            if (!chains.contains(chain)) {
                breaks.add(new Break(chain, 0, "总链(platform)记有开立,但整链已不存在:整链被删除"));
            }
        }
        if (!chains.contains(AuditChain.PLATFORM)) {
            breaks.add(new Break(AuditChain.PLATFORM, 0, "总链已不存在:整链被删除"));
        }
        return new AuditReport(chains.size(), entries, List.copyOf(breaks));
    }

    private Set<String> openedChains() {
        return new TreeSet<>(mapper.subjectsOf(AuditChain.PLATFORM, AuditLog.CHAIN_OPENED));
    }

    /** One chain from its first entry to its head. */
    private final class Walk {

        private final String chain;
        private final List<Break> breaks;
        private long seq;
        private String hash = AuditChain.GENESIS;
        private long count;

        Walk(String chain, List<Break> breaks) {
            this.chain = chain;
            this.breaks = breaks;
        }

        long run() {
            // the head is read first: entries that arrive while reading are then no break
            @Nullable AuditChain head = mapper.findChain(chain);
            long end = head == null ? Long.MAX_VALUE : head.lastSeq();
            List<AuditEntry> page;
            do {
                page = mapper.entriesAfter(chain, seq, PAGE);
                page.forEach(entry -> step(entry, head, end));
            } while (page.size() == PAGE);
            checkHead(head);
            return count;
        }

        private void step(AuditEntry entry, @Nullable AuditChain head, long end) {
            count++;
            if (entry.seq() > seq + 1) {
                found(seq + 1, missing(seq + 1, entry.seq() - 1));
            } else if (!entry.previousHash().equals(hash)) {
                found(entry.seq(), "与前一条不相接:前一条被改动或替换,或本条为插入");
            }
            if (!entry.computedHash().equals(entry.hash())) {
                found(entry.seq(), "内容与其指纹不符:被改动");
            }
            if (head != null && entry.seq() == end && !entry.hash().equals(head.lastHash())) {
                found(entry.seq(), "与链尾登记的指纹不符:末条被替换");
            }
            seq = entry.seq();
            hash = entry.hash();
        }

        private void checkHead(@Nullable AuditChain head) {
            if (head == null) {
                found(0, "没有链尾登记:登记被删除,或整链为插入");
            } else if (count == 0 && head.lastSeq() == 0 && !chain.equals(AuditChain.PLATFORM)) {
                found(0, "没有任何记录,而链一经开立即有记录:全部记录被删除");
            } else if (head.lastSeq() > seq) {
                found(seq + 1, missing(seq + 1, head.lastSeq()) + "(链尾登记 " + head.lastSeq() + " 条)");
            } else if (head.lastSeq() < seq) {
                extra(head);
            }
        }

        private void extra(AuditChain head) {
            // a head that others have moved meanwhile is fine; one that stayed behind is not
            AuditChain now = mapper.findChain(chain);
            if (now == null || now.lastSeq() < seq) {
                found(head.lastSeq() + 1, "链尾登记只有 " + head.lastSeq() + " 条,实有 " + seq + " 条:其后为插入");
            }
        }

        private void found(long place, String reason) {
            breaks.add(new Break(chain, place, reason));
        }

        private static String missing(long first, long last) {
            return first == last ? "缺失:被删除" : "第 " + first + " 至 " + last + " 条缺失:被删除";
        }
    }
}
