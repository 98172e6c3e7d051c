package cn.lianping.bench;

import cn.lianping.alliance.Registry;
import cn.lianping.engine.PlatformClock;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.round.CaseStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a round with open tasks: of every ten, four are elements that lead enterprises have to fill in, six are reviews of
 * city departments. The former come about as in life, by applications. So does the first case under review; the others
 * get a copy of what it says (claims, report, seals) and a process instance of their own, because sealing thousands of
 * reports one by one would take an hour.
 */
final class OpenTaskSeed {

    private static final int THREADS = 3;
    private static final double REVIEW_CASES_PER_TASK = 0.3;
    private static final double APPLICATIONS_PER_TASK = 0.04;

    private final CaseSteps steps;
    private final Registry registry;
    private final RuntimeService runtime;
    private final JdbcTemplate sql;
    private final Clock clock;
    private final BenchRegistry alliances;
    private final String roundNo;
    private int used;
    private int applications;
    private int underReview;
    private String model = "";

    OpenTaskSeed(
            CaseSteps steps,
            Registry registry,
            RuntimeService runtime,
            JdbcTemplate sql,
            PlatformClock clock,
            BenchRegistry alliances,
            String roundNo) {
        this.steps = steps;
        this.registry = registry;
        this.runtime = runtime;
        this.sql = sql;
        this.clock = clock;
        this.alliances = alliances;
        this.roundNo = roundNo;
    }

    /** How many alliances that many tasks need. */
    static int alliancesFor(int tasks) {
        return (int) Math.ceil(tasks * (REVIEW_CASES_PER_TASK + APPLICATIONS_PER_TASK)) + 1;
    }

    /** Adds cases until that many tasks were opened since the beginning. */
    void growTo(int tasks) {
        for (; applications < Math.round(tasks * APPLICATIONS_PER_TASK); applications++) {
            steps.apply(roundNo, registry.alliance(alliances.alliance(used++)));
        }
        if (model.isEmpty()) {
            model = steps.apply(roundNo, registry.alliance(alliances.alliance(used++)));
            steps.toPreliminaryReview(model);
            underReview++;
        }
        int more = (int) Math.round(tasks * REVIEW_CASES_PER_TASK) - underReview;
        List<Integer> added = IntStream.range(used, used + more).boxed().toList();
        CopiedCases copies = new CopiedCases(sql, clock, alliances, roundNo, model);
        copies.insert(added, CaseStatus.PRELIMINARY_REVIEW.name());
        copies.copySubmission();
        copies.bind(startReviews(added));
        used += more;
        underReview += more;
    }

    private List<Object[]> startReviews(List<Integer> added) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Object[]>> started = new ArrayList<>();
            for (int n : added) {
                started.add(threads.submit(() -> new Object[] {startReview(n), CopiedCases.caseNo(roundNo, n)}));
            }
            List<Object[]> instances = new ArrayList<>();
            for (Future<Object[]> one : started) {
                instances.add(one.get());
            }
            return instances;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private String startReview(int n) {
        return runtime.createProcessInstanceByKey(PreliminaryReviewProcess.KEY)
                .businessKey(CopiedCases.caseNo(roundNo, n))
                .setVariables(Map.of(
                        "roundNo", roundNo,
                        "allianceId", alliances.alliance(n),
                        "leadCode", alliances.leadOf(n),
                        "area", alliances.areaOf(n)))
                .execute()
                .getProcessInstanceId();
    }
}
