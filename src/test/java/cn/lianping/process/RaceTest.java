package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.MySqlPlatformTest;
import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.engine.Collisions;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundCourse;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** People who finish at the same moment, on a real MySQL: one consistent state, nothing twice and nothing lost. */
@MySqlPlatformTest
@DisplayName("同时办结")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RaceTest {

    private static final int TIMES = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final Cases cases;
    private final RoundCourse course;
    private final Scores scores;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final JdbcTemplate sql;

    @Autowired
    RaceTest(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            Cases cases,
            RoundCourse course,
            Scores scores,
            ManagementService management,
            RuntimeService runtime,
            JdbcTemplate sql) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.cases = cases;
        this.course = course;
        this.scores = scores;
        this.management = management;
        this.runtime = runtime;
        this.sql = sql;
    }

    @AfterAll
    void endThreads() {
        threads.shutdownNow();
    }

    /** Everybody starts at the same moment; the answer is what went wrong. */
    private List<Throwable> atOnce(List<Runnable> acts) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(acts.size());
        List<Future<?>> running = new ArrayList<>();
        for (Runnable act : acts) {
            running.add(threads.submit(() -> {
                start.await();
                act.run();
                return null;
            }));
        }
        List<Throwable> problems = new ArrayList<>();
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                problems.add(e.getCause());
            }
        }
        return problems;
    }

    /** As two nodes would: every job that is left, by several threads at once, until none is left. */
    private void drain(String... caseNos) throws InterruptedException {
        for (List<Job> left = jobsOf(caseNos); !left.isEmpty(); left = jobsOf(caseNos)) {
            atOnce(left.stream()
                            .limit(4)
                            .<Runnable>map(job -> () -> management.executeJob(job.getId()))
                            .toList())
                    // a job that collided is rolled back as a whole and stays; what counts is where everything ends
                    .forEach(problem -> assertThat(problem).isInstanceOf(ProcessEngineException.class));
        }
    }

    private List<Job> jobsOf(String... caseNos) {
        List<Job> found = new ArrayList<>();
        for (String caseNo : caseNos) {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNo)
                    .list()
                    .forEach(instance -> found.addAll(management
                            .createJobQuery()
                            .processInstanceId(instance.getId())
                            .messages()
                            .list()));
        }
        return found;
    }

    private int entries(String caseNo, String act) {
        Integer count = sql.queryForObject(
                "SELECT COUNT(*) FROM audit_entry WHERE chain = ? AND act = ?", Integer.class, caseNo, act);
        return count == null ? 0 : count;
    }

    /** A case of which all but the last {@code open} experts have handed in. */
    private List<Task> lastExperts(String caseNo, int open) {
        steps.toPreliminaryReview(caseNo);
        steps.toComprehensiveEvaluation(caseNo);
        steps.giveOpinions(caseNo);
        steps.confirmPanel(caseNo);
        List<Task> experts = desk.open(caseNo, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT);
        int done = experts.size() - open;
        experts.subList(0, done).forEach(task -> desk.complete(task, CaseSteps.review(8)));
        jobs.runAll(caseNo);
        return experts.subList(done, experts.size());
    }

    private void assertScoredOnce(String caseNo) {
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.AWAITING_DELIBERATION);
        assertThat(scores.latest(caseNo).orElseThrow().computationNo()).isEqualTo(1);
        assertThat(entries(caseNo, "计算得分")).isEqualTo(1);
        assertThat(entries(caseNo, "提交评审表")).isEqualTo(7);
        assertThat(desk.open(caseNo, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT))
                .isEmpty();
    }

    @RepeatedTest(TIMES)
    @DisplayName("最后两位专家")
    void lastTwoExperts() throws InterruptedException {
        String caseNo = steps.apply(rounds.open());
        List<Task> last = lastExperts(caseNo, 2);
        assertThat(atOnce(last.stream()
                        .<Runnable>map(task -> () -> desk.complete(task, CaseSteps.review(8)))
                        .toList()))
                .isEmpty();
        drain(caseNo);
        assertScoredOnce(caseNo);
    }

    @RepeatedTest(TIMES)
    @DisplayName("两个部门")
    void twoDepartments() throws InterruptedException {
        String caseNo = steps.apply(rounds.open());
        steps.toPreliminaryReview(caseNo);
        Task science = desk.task(caseNo, PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT);
        Task industry = desk.task(caseNo, PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT);
        assertThat(atOnce(List.of(
                        () -> desk.complete(science, CaseSteps.pass()),
                        () -> desk.complete(industry, CaseSteps.pass()))))
                .isEmpty();
        drain(caseNo);
        assertThat(desk.open(caseNo, PreliminaryReviewProcess.RECOMMEND)).hasSize(1);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.PRELIMINARY_REVIEW);
    }

    @RepeatedTest(TIMES)
    @DisplayName("两个案卷同时办完")
    void twoCasesAtOnce() throws InterruptedException {
        String roundNo = rounds.open();
        String one = steps.apply(roundNo);
        String other = steps.apply(roundNo);
        List<Task> last = new ArrayList<>(lastExperts(one, 1));
        last.addAll(lastExperts(other, 1));
        assertThat(atOnce(last.stream()
                        .<Runnable>map(task -> () -> desk.complete(task, CaseSteps.review(8)))
                        .toList()))
                .isEmpty();
        drain(one, other);
        assertScoredOnce(one);
        assertScoredOnce(other);
    }

    @RepeatedTest(TIMES)
    @DisplayName("撤回申报与在途的系统步骤")
    void withdrawalAmidJobs() throws InterruptedException {
        String caseNo = steps.apply(rounds.open());
        desk.open(caseNo, SelfEvaluationProcess.SELF_EVALUATE_ELEMENT).stream()
                .limit(3)
                .forEach(task -> desk.complete(task, steps.element(task, "1")));
        String lead = FixtureRegistry.personOf(cases.require(caseNo).leadCode());
        List<Job> left = jobsOf(caseNo);
        assertThat(left).hasSize(3);
        AtomicReference<Throwable> refused = new AtomicReference<>();
        List<Runnable> acts = new ArrayList<>();
        acts.add(() -> desk.as(lead, () -> {
            try {
                Collisions.retry(() -> course.withdraw(caseNo, "联盟重组"));
            } catch (RuntimeException e) {
                refused.set(e);
            }
        }));
        left.forEach(job -> acts.add(() -> management.executeJob(job.getId())));
        atOnce(acts)
                // what collided with the withdrawal, or belonged to what it ended
                .forEach(problem -> assertThat(problem).isInstanceOf(ProcessEngineException.class));
        assertThat(refused.get()).isNull();
        drain(caseNo);
        assertThat(cases.require(caseNo).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .count())
                .isZero();
        assertThat(entries(caseNo, "登记撤回")).isEqualTo(1);
    }

    @RepeatedTest(TIMES)
    @DisplayName("同一任务办两次:一次成功,一次被拒")
    void oneTaskTwice() throws InterruptedException {
        String caseNo = steps.apply(rounds.open());
        Task last = lastExperts(caseNo, 1).get(0);
        Map<String, Object> sheet = CaseSteps.review(8);
        String expert = desk.responsible(last);
        assertThat(atOnce(List.of(() -> desk.complete(expert, last, sheet), () -> desk.complete(expert, last, sheet))))
                .hasSize(1);
        drain(caseNo);
        assertScoredOnce(caseNo);
    }
}
