package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts facts into the summaries, some time after they were written: acts of people never wait for one another's counts.
 * Each step is one transaction under one lock, so that several nodes may do it; a fact says itself how far it was counted.
 */
@Component
class Folding {

    private static final int AT_ONCE = 1000;

    /** All at once where everything is counted anew: each summary is then written a few times, not hundreds of times. */
    private static final int AT_ONCE_ANEW = 25_000;

    private static final int CHUNK = 200;

    private final FoldMapper mapper;
    private final OfficeHours hours;
    private final TransactionTemplate transaction;

    Folding(FoldMapper mapper, OfficeHours hours, PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.hours = hours;
        this.transaction = new TransactionTemplate(transactions);
    }

    void foldIfPending() {
        if (mapper.countPending() > 0) {
            foldAll();
        }
    }

    /** Counts whatever is pending. */
    void foldAll() {
        foldAll(AT_ONCE);
    }

    private void foldAll(int atOnce) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> foldSome(atOnce)));
        }
    }

    /** Forgets all summaries and counts everything anew. */
    void refold() {
        transaction.executeWithoutResult(status -> {
            lock();
            mapper.deleteAllSummaries();
            mapper.unfoldTasks();
            mapper.unfoldPassages();
        });
        foldAll(AT_ONCE_ANEW);
    }

    private void lock() {
        if (mapper.lock() == 0) {
            mapper.insertLock();
        }
    }

    private boolean foldSome(int atOnce) {
        lock();
        List<TaskFact> facts = mapper.pendingTasks(atOnce);
        // a way out is counted when it is known what it was
        List<Passage> passages = mapper.pendingPassages(atOnce, false);
        if (facts.isEmpty() && passages.isEmpty()) {
            return false;
        }
        Map<SummaryKey, Tally> changes = new HashMap<>();
        Contributions.toAll(changes, hours.minutesOfDay()).add(passages, facts);
        save(changes);
        for (int state = 1; state <= 2; state++) {
            boolean left = state == 2;
            List<String> tasks = facts.stream()
                    .filter(fact -> (fact.leftAt() != null) == left)
                    .map(TaskFact::taskId)
                    .toList();
            List<String> walked = passages.stream()
                    .filter(passage -> (passage.leftAt() != null) == left)
                    .map(Passage::passageId)
                    .toList();
            int reached = state;
            chunks(tasks).forEach(ids -> mapper.foldedTasks(ids, reached));
            chunks(walked).forEach(ids -> mapper.foldedPassages(ids, reached));
        }
        return true;
    }

    private void save(Map<SummaryKey, Tally> changes) {
        Map<String, SummaryKey> byId = new HashMap<>();
        changes.keySet().forEach(key -> byId.put(key.id(), key));
        for (List<String> ids : chunks(byId.keySet().stream().sorted().toList())) {
            Map<String, FoldMapper.Summary> known = new HashMap<>();
            mapper.summaries(ids).forEach(row -> known.put(row.id(), row));
            List<FoldMapper.Summary> rows = new ArrayList<>();
            for (String id : ids) {
                SummaryKey key = java.util.Objects.requireNonNull(byId.get(id));
                Tally tally = java.util.Objects.requireNonNull(changes.get(key));
                FoldMapper.Summary before = known.get(id);
                if (before != null) {
                    tally.add(Tally.parse(before.tally()));
                }
                rows.add(new FoldMapper.Summary(id, key.scope(), tally.text()));
            }
            if (!known.isEmpty()) {
                mapper.deleteSummaries(known.keySet());
            }
            mapper.insertSummaries(rows);
        }
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
        }
        return chunks;
    }
}
