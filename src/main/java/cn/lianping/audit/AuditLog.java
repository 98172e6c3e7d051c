package cn.lianping.audit;

import cn.lianping.identity.CurrentActor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appends acts to the log. Entries stand in the same transaction as what they record: both are kept or neither is.
 *
 * <p>Entries are held back until just before the commit. Then the heads of the chains are locked, the platform's first
 * and the others by name; so a chain is held for the length of a commit alone, and two transactions never wait for
 * each other in a circle. A new chain's head is inserted under the lock of the platform chain, which has to say that
 * the chain was opened anyway; so two transactions never insert the same head.
 */
@Component
public class AuditLog {

    /** Act in the platform chain that names, as its subject, a chain that now exists. */
    static final String CHAIN_OPENED = "chain opened";

    private static final Pattern CHAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final int LONGEST_ACT = 100;
    private static final int LONGEST_SUBJECT = 255;

    private final AuditMapper mapper;
    private final CurrentActor actor;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AuditLog(AuditMapper mapper, CurrentActor actor, Clock clock, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.actor = actor;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Records an act of the current actor, now. Within a transaction it is written when that commits and lost when it
     * rolls back; without one it is written at once.
     *
     * @param chain case number, round number or {@link AuditChain#PLATFORM}
     * @param act what was done, at most 100 characters
     * @param subject what it was done to, at most 255 characters
     * @param details what else has to be known, before and after; no floating point numbers
     */
    public void record(String chain, String act, String subject, Map<String, ?> details) {
        if (!CHAIN.matcher(chain).matches()) {
            throw new IllegalArgumentException("not the name of a chain: " + chain);
        }
        if (act.length() > LONGEST_ACT || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("act or subject is too long: " + act + ", " + subject);
        }
        Pending entry = new Pending(chain, clock.millis(), actor.userId(), act, subject, CanonicalJson.write(details));
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            batch().add(entry);
        } else {
            transaction.executeWithoutResult(status -> write(List.of(entry)));
        }
    }

    private Batch batch() {
        for (TransactionSynchronization registered : TransactionSynchronizationManager.getSynchronizations()) {
            if (registered instanceof Batch batch && batch.belongsTo(this)) {
                return batch;
            }
        }
        Batch batch = new Batch();
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    private void write(List<Pending> entries) {
        Map<String, List<Pending>> byChain = new TreeMap<>();
        entries.forEach(entry -> byChain.computeIfAbsent(entry.chain(), chain -> new ArrayList<>())
                .add(entry));
        Map<String, AuditChain> heads = new LinkedHashMap<>();
        boolean opens = byChain.keySet().stream().anyMatch(chain -> mapper.findChain(chain) == null);
        if (opens || byChain.containsKey(AuditChain.PLATFORM)) {
            heads.put(AuditChain.PLATFORM, platformHead());
        }
        for (String chain : byChain.keySet()) {
            if (!chain.equals(AuditChain.PLATFORM)) {
                AuditChain head = mapper.lockChain(chain);
                heads.put(chain, head == null ? open(chain, heads) : head);
            }
        }
        byChain.forEach((chain, pending) -> pending.forEach(entry -> append(heads, entry)));
        heads.values().forEach(mapper::advanceChain);
    }

    private AuditChain platformHead() {
        AuditChain head = mapper.lockChain(AuditChain.PLATFORM);
        if (head == null) {
            throw new IllegalStateException("the head of the platform chain is gone: run bin/audit verify");
        }
        return head;
    }

    private AuditChain open(String chain, Map<String, AuditChain> heads) {
        AuditChain head = new AuditChain(chain, 0, AuditChain.GENESIS);
        mapper.insertChain(head);
        append(heads, new Pending(AuditChain.PLATFORM, clock.millis(), CurrentActor.SYSTEM, CHAIN_OPENED, chain, "{}"));
        return head;
    }

    private void append(Map<String, AuditChain> heads, Pending entry) {
        heads.compute(entry.chain(), (chain, head) -> {
            if (head == null) {
                throw new IllegalStateException("chain was not locked: " + chain);
            }
            AuditEntry placed =
                    AuditEntry.after(head, entry.at(), entry.actor(), entry.act(), entry.subject(), entry.details());
            mapper.insertEntry(placed);
            return head.next(placed);
        });
    }

    private record Pending(String chain, long at, String actor, String act, String subject, String details) {}

    /** The entries of one transaction, until it commits. */
    private final class Batch implements TransactionSynchronization, Ordered {

        private final List<Pending> entries = new ArrayList<>();
        private boolean written;

        boolean belongsTo(AuditLog log) {
            return AuditLog.this == log;
        }

        void add(Pending entry) {
            if (written) {
                // another participant acts while the transaction is about to commit
                write(List.of(entry));
            } else {
                entries.add(entry);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write(entries);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }
}
