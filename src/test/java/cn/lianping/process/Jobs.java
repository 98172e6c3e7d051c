package cn.lianping.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.engine.PlatformClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;

/** Runs jobs one by one, since the job executor is off; fails when the expected job is not there. */
public class Jobs {

    private final ManagementService management;
    private final RuntimeService runtime;
    private final PlatformClock clock;

    public Jobs(ManagementService management, RuntimeService runtime, PlatformClock clock) {
        this.management = management;
        this.runtime = runtime;
        this.clock = clock;
    }

    /** Runs the job, or the jobs of all instances, that wait before or after an element. */
    public void run(String businessKey, String element) {
        List<Job> found = of(businessKey, query -> query.messages().activityId(element));
        assertThat(found).as("jobs at %s of %s", element, businessKey).isNotEmpty();
        found.forEach(job -> management.executeJob(job.getId()));
    }

    /** Runs whatever waits for no time, until nothing is left: for the way to the stage that a test is about. */
    public void runAll(String businessKey) {
        List<Job> found = of(businessKey, JobQuery::messages);
        while (!found.isEmpty()) {
            // a job may end the execution that another one belongs to
            management.executeJob(found.get(0).getId());
            found = of(businessKey, JobQuery::messages);
        }
    }

    /** The one timer that waits at an element. */
    public Job timer(String businessKey, String element) {
        List<Job> found = of(businessKey, query -> query.timers().activityId(element));
        assertThat(found).as("timers at %s of %s", element, businessKey).hasSize(1);
        return found.get(0);
    }

    /** Moves the clock to the moment of the timer at the element and fires it. */
    public void fire(String businessKey, String element) {
        fire(timer(businessKey, element));
    }

    /** Moves the clock to the moment of the timer and fires it. */
    public void fire(Job timer) {
        clock.moveTo(timer.getDuedate().toInstant());
        management.executeJob(timer.getId());
    }

    /** The timers of a task (reminder first, then escalation). */
    public List<Job> timers(String businessKey, String element) {
        List<Job> found =
                new ArrayList<>(of(businessKey, query -> query.timers().activityId(element)));
        found.sort(java.util.Comparator.comparing(Job::getDuedate));
        return found;
    }

    /** Delivers what was fanned out to many cases, one job a case. */
    public void deliverFanOut() {
        List<Batch> batches = management.createBatchQuery().list();
        assertThat(batches).as("messages on their way to cases").isNotEmpty();
        for (Batch batch : batches) {
            executeAll(batch.getSeedJobDefinitionId());
            executeAll(batch.getBatchJobDefinitionId());
            executeAll(batch.getMonitorJobDefinitionId());
        }
        assertThat(management.createBatchQuery().count()).as("batches left").isZero();
    }

    private void executeAll(String jobDefinition) {
        List<Job> found =
                management.createJobQuery().jobDefinitionId(jobDefinition).list();
        while (!found.isEmpty()) {
            found.forEach(job -> management.executeJob(job.getId()));
            found = management.createJobQuery().jobDefinitionId(jobDefinition).list();
        }
    }

    /** Executes a job by hand, as an administrator would. */
    public void executeByHand(Job job) {
        management.executeJob(job.getId());
    }

    /** Moves the clock to this date and time in Shenyang. */
    public void moveTo(String dateTime) {
        clock.moveTo(LocalDateTime.parse(dateTime).atZone(PlatformClock.ZONE).toInstant());
    }

    /** What the clock says. */
    public Instant now() {
        return clock.instant();
    }

    /** Sets the clock back to a moment that {@link #now} told. */
    public void moveBackTo(Instant instant) {
        clock.moveTo(instant);
    }

    private List<Job> of(String businessKey, UnaryOperator<JobQuery> narrow) {
        List<Job> found = new ArrayList<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()
                .forEach(instance ->
                        found.addAll(narrow.apply(management.createJobQuery().processInstanceId(instance.getId()))
                                .list()));
        return found;
    }
}
