package cn.lianping.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import cn.lianping.TestDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class AuditLogTest {

    private final TestDatabase database = new TestDatabase();
    private final AuditLog log = AuditFixtures.log(database);
    private final AuditTrail trail = AuditFixtures.trail(database);
    private final AuditVerification verification = AuditFixtures.verification(database);
    private final TransactionTemplate transaction = new TransactionTemplate(database.transactions());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entriesOfAChainStandInTheOrderOfTheActs() {
        database.actor().callAs("zhang", () -> {
            log.record("2026-01-0007", "task.completed", "userTask_submitReport", Map.of("seals", 6));
            return null;
        });
        log.record("2026-01-0007", "score.computed", "2026-01-0007", Map.of("total", new BigDecimal("8.430")));

        assertThat(trail.entries("2026-01-0007"))
                .extracting(AuditEntry::seq, AuditEntry::actor, AuditEntry::act, AuditEntry::details)
                .containsExactly(
                        tuple(1L, "zhang", "task.completed", "{\"seals\":6}"),
                        tuple(2L, "system", "score.computed", "{\"total\":8.43}"));
        assertThat(trail.entries("platform"))
                .extracting(AuditEntry::act, AuditEntry::subject)
                .containsExactly(tuple(AuditLog.CHAIN_OPENED, "2026-01-0007"));
        assertThat(verification.verify()).isEqualTo(new AuditReport(2, 3, List.of()));
    }

    @Test
    void nothingIsWrittenWhenTheTransactionRollsBack() {
        transaction.executeWithoutResult(status -> {
            log.record("2026-01-0001", "a", "s", Map.of());
            status.setRollbackOnly();
        });

        assertThat(trail.entries("2026-01-0001")).isEmpty();
        assertThat(trail.entries("platform")).isEmpty();
        assertThat(verification.verify().whole()).isTrue();
    }

    @Test
    void nothingIsWrittenBeforeTheTransactionCommits() {
        transaction.executeWithoutResult(status -> {
            log.record("2026-01-0001", "a", "s", Map.of());
            log.record("platform", "b", "s", Map.of());
            log.record("2026-01-0002", "c", "s", Map.of());
            assertThat(trail.entries("2026-01-0001")).isEmpty();
        });

        assertThat(trail.entries("2026-01-0001")).hasSize(1);
        assertThat(trail.entries("platform")).hasSize(3);
        assertThat(verification.verify()).isEqualTo(new AuditReport(3, 5, List.of()));
    }

    @Test
    void floatingPointDetailsAreRefused() {
        assertThatThrownBy(() -> log.record("platform", "a", "s", Map.of("score", 7.825)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(trail.entries("platform")).isEmpty();
    }

    @Test
    void anUnfitChainNameIsRefused() {
        assertThatThrownBy(() -> log.record("two words", "a", "s", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(verification.verify().entries()).isZero();
    }

    @Test
    void eightThreadsOnTheSameAndOnDifferentChainsLeaveTheLogWhole() throws Exception {
        int threads = 8;
        int rounds = 60;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                String own = "own-" + thread;
                boolean upwards = thread % 2 == 0;
                work.add(() -> {
                    for (int round = 0; round < rounds; round++) {
                        // every round all threads open the same new chain at the same moment
                        together.await();
                        String fresh = "fresh-" + round;
                        transaction.executeWithoutResult(status -> {
                            log.record(upwards ? own : "shared", "act", fresh, Map.of("n", 1));
                            log.record(fresh, "act", own, Map.of());
                            log.record(upwards ? "shared" : own, "act", fresh, Map.of("n", 2));
                        });
                    }
                    return null;
                });
            }
            for (Future<Void> done : workers.invokeAll(work)) {
                done.get();
            }
        } finally {
            workers.shutdownNow();
        }

        AuditReport report = verification.verify();
        assertThat(report.breaks()).isEmpty();
        assertThat(report.chains()).isEqualTo(1 + 1 + threads + rounds);
        assertThat(report.entries()).isEqualTo(threads * rounds * 3L + 1 + threads + rounds);
        assertThat(trail.entries("fresh-0")).hasSize(threads);
        assertThat(trail.entries("platform")).hasSize(1 + threads + rounds);
    }
}
