package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves the clock of the demonstration as time would pass: whatever becomes due on the way happens at its own time, in
 * order, before the call returns. The moved clock outlives a restart.
 */
@Component
@Profile("demo")
public class DemoTime {

    private static final Logger LOG = LoggerFactory.getLogger(DemoTime.class);
    private static final int AT_ONCE = 50;

    private final PlatformClock clock;
    private final DemoTimeMapper mapper;
    private final CurrentActor actor;
    private final ProcessEngine engine;

    DemoTime(PlatformClock clock, DemoTimeMapper mapper, CurrentActor actor, @Lazy ProcessEngine engine) {
        this.clock = clock;
        this.mapper = mapper;
        this.actor = actor;
        this.engine = engine;
    }

    /** Takes up the time where it stood before the restart; to be called before the engine looks for due jobs. */
    void resume() {
        Long ahead = mapper.aheadMillis();
        if (ahead != null) {
            clock.moveTo(Instant.now().plusMillis(ahead));
        }
    }

    /**
     * Moves to the target. Backwards only while nothing has happened in any round.
     *
     * @param target the new time
     */
    public synchronized void moveTo(Instant target) {
        boolean back = target.isBefore(clock.instant());
        if (back && mapper.countRounds() > 0) {
            throw Refusal.conflict("演示时钟只能向前拨:现在是 " + OffsetDateTime.now(clock).withNano(0) + ",已有批次在办");
        }
        var executor = configuration().getJobExecutor();
        boolean active = executor.isActive();
        if (active) {
            // the jobs of the way are done here, one after the other
            executor.shutdown();
        }
        try {
            if (!back) {
                passUntil(target);
            }
            clock.moveTo(target);
            mapper.deleteAhead();
            mapper.insertAhead(clock.aheadMillis());
        } finally {
            if (active) {
                executor.start();
            }
        }
    }

    private void passUntil(Instant target) {
        doDueJobs();
        for (Optional<Instant> next = nextTimer(target); next.isPresent(); next = nextTimer(target)) {
            clock.moveTo(next.get());
            doDueJobs();
        }
    }

    private void doDueJobs() {
        Set<String> tried = new HashSet<>();
        for (List<String> due = dueJobs(); tried.addAll(due); due = dueJobs()) {
            due.forEach(this::run);
        }
    }

    private void run(String job) {
        try {
            actor.callAs(CurrentActor.SYSTEM, () -> {
                engine.getManagementService().executeJob(job);
                return job;
            });
        } catch (RuntimeException e) {
            // the engine has noted the failure and tries again, as without a moved clock
            LOG.warn("拨动时钟时任务 {} 未成功:{}", job, e.getMessage());
        }
    }

    private List<String> dueJobs() {
        Command<List<String>> find =
                context -> context.getJobManager().findNextJobsToExecute(new Page(0, AT_ONCE)).stream()
                        .map(AcquirableJobEntity::getId)
                        .toList();
        return configuration().getCommandExecutorTxRequired().execute(find);
    }

    private Optional<Instant> nextTimer(Instant target) {
        List<Job> next = engine.getManagementService()
                .createJobQuery()
                .withRetriesLeft()
                .active()
                .duedateHigherThan(Date.from(clock.instant()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return next.stream()
                .map(job -> job.getDuedate().toInstant())
                .filter(due -> !due.isAfter(target))
                .findFirst();
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
