package cn.lianping.rehearsal.act;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.CurrentActor;
import cn.lianping.rehearsal.RehearsalOnly;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Lets time pass: whatever the platform does by itself happens in its order, at its own time. */
@RehearsalOnly
public class Passing {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime EVENING = LocalTime.of(17, 0);
    private static final String MANY = "*";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final DueJobs jobs;
    private final PlatformClock clock;
    private final CalendarRepository calendars;
    private final CurrentActor actor;
    private final Map<String, String> businessKeys = new HashMap<>();
    private Set<String> touched = new HashSet<>();
    private boolean stopped;

    Passing(
            ManagementService management,
            RuntimeService runtime,
            DueJobs jobs,
            PlatformClock clock,
            CalendarRepository calendars,
            CurrentActor actor) {
        this.management = management;
        this.runtime = runtime;
        this.jobs = jobs;
        this.clock = clock;
        this.calendars = calendars;
        this.actor = actor;
    }

    /**
     * What the platform worked on by itself.
     *
     * @param everything also what no business key tells, such as messages to many cases
     */
    public record Touched(boolean everything, Set<String> keys) {

        /** Whether it may have gone on with this case or round. */
        public boolean has(String businessKey) {
            return everything || keys.contains(businessKey);
        }
    }

    /** What was worked on since this was asked last. */
    public Touched touched() {
        Set<String> keys = touched;
        touched = new HashSet<>();
        return new Touched(keys.remove(MANY), keys);
    }

    /** Somebody did something in this case or round. */
    public void touch(String businessKey) {
        touched.add(businessKey);
        tick();
    }

    /** From now on the clock stands still while something is done: how long it really takes tells nothing. */
    public void stop() {
        stopped = true;
        clock.stop();
    }

    /** On a clock that stands still nothing would come after anything else. */
    private void tick() {
        if (stopped) {
            clock.moveTo(clock.instant().plusMillis(1));
        }
    }

    /** What the clock says. */
    public Instant now() {
        return clock.instant();
    }

    /** The day that the clock says. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Sets the clock, whatever would have become due on the way. */
    public void set(Instant instant) {
        clock.moveTo(instant);
    }

    /** Does what is due now and answers what failed; what failed is not tried again. */
    public List<JobFailure> work() {
        List<JobFailure> failures = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (List<Job> due = jobs.at(clock.instant()); !due.isEmpty(); due = jobs.at(clock.instant())) {
            boolean any = false;
            for (Job job : due) {
                if (done.add(job.getId())) {
                    any = true;
                    run(job).ifPresent(failures::add);
                }
            }
            if (!any) {
                break;
            }
        }
        return failures;
    }

    private Optional<JobFailure> run(Job job) {
        if (management.createJobQuery().jobId(job.getId()).count() == 0) {
            // another job has ended what this one belonged to
            return Optional.empty();
        }
        touched.add(businessKeyOf(job));
        tick();
        try {
            actor.callAs(CurrentActor.SYSTEM, () -> {
                management.executeJob(job.getId());
                return true;
            });
            return Optional.empty();
        } catch (RuntimeException e) {
            JobFailure failure = failure(job, e);
            management.setJobRetries(job.getId(), 0);
            return Optional.of(failure);
        }
    }

    private String businessKeyOf(Job job) {
        return job.getProcessInstanceId() == null
                ? MANY
                : businessKeys.computeIfAbsent(
                        job.getProcessInstanceId(),
                        id -> Optional.ofNullable(runtime.createProcessInstanceQuery()
                                        .processInstanceId(id)
                                        .singleResult())
                                .map(ProcessInstance::getBusinessKey)
                                .orElse(MANY));
    }

    private JobFailure failure(Job job, RuntimeException e) {
        JobDefinition definition = job.getJobDefinitionId() == null
                ? null
                : management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult();
        ProcessInstance instance = job.getProcessInstanceId() == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(job.getProcessInstanceId())
                        .singleResult();
        return new JobFailure(
                job.getProcessDefinitionKey() == null ? "" : job.getProcessDefinitionKey(),
                definition == null || definition.getActivityId() == null ? "" : definition.getActivityId(),
                instance == null ? null : instance.getBusinessKey(),
                Reasons.of(e));
    }

    /** When the next thing happens by itself. */
    public Optional<Instant> next() {
        return jobs.after(clock.instant());
    }

    /** Lets time pass until the instant; what becomes due on the way is done at its own time. */
    public List<JobFailure> until(Instant target) {
        List<JobFailure> failures = new ArrayList<>(work());
        for (Optional<Instant> next = next(); next.isPresent() && !next.get().isAfter(target); next = next()) {
            clock.moveTo(next.get());
            failures.addAll(work());
        }
        if (clock.instant().isBefore(target)) {
            clock.moveTo(target);
        }
        return failures;
    }

    /** The present moment if offices work now, else the next morning on which they do. */
    public Instant officeTime() {
        ZonedDateTime now = clock.instant().atZone(PlatformClock.ZONE);
        LocalDate day = now.toLocalDate();
        boolean works = calendars.calendar().isWorkingDayAsFarAsKnown(day);
        if (works && !now.toLocalTime().isBefore(MORNING) && now.toLocalTime().isBefore(EVENING)) {
            return now.toInstant();
        }
        if (!(works && now.toLocalTime().isBefore(MORNING))) {
            do {
                day = day.plusDays(1);
            } while (!calendars.calendar().isWorkingDayAsFarAsKnown(day));
        }
        return day.atTime(MORNING).atZone(PlatformClock.ZONE).toInstant();
    }
}
