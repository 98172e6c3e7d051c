package cn.lianping.rehearsal.explore;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.DueDate;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.CurrentActor;
import cn.lianping.policy.DueTime;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Passing;
import cn.lianping.rehearsal.act.Reasons;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;

/** Whether a task that comes up is due, reminded of and offered as measures, policy and calendar have it. */
@RehearsalOnly
class TaskChecks {

    private static final long A_MOMENT = 120;

    private final CalendarRepository calendars;
    private final ManagementService management;
    private final Passing passing;
    private final CurrentActor actor;
    private final World world;
    private final Duties duties;
    private final Set<String> timed = new HashSet<>();

    TaskChecks(
            CalendarRepository calendars,
            ManagementService management,
            TaskService tasks,
            Passing passing,
            CurrentActor actor,
            World world) {
        this.calendars = calendars;
        this.management = management;
        this.passing = passing;
        this.actor = actor;
        this.world = world;
        this.duties = new Duties(world, tasks);
    }

    /** Forgets which steps were reminded of. */
    void begin() {
        timed.clear();
    }

    void check(AtHand task, Failures failures) {
        duties.of(task).ifPresent(group -> {
            List<String> offered = world.desk().offeredTo(task.task());
            if (!offered.equals(List.of(group))) {
                failures.add(
                        task.process(),
                        task.key(),
                        "应由“%s”办理,实际分派给 %s"
                                .formatted(
                                        kind(group),
                                        offered.stream().map(TaskChecks::kind).toList()),
                        "把候选组改回评价办法规定的办理部门");
            }
        });
        DueTime time = task.play().plan().policy().dueTimes().of(task.key());
        LocalDate created = task.task()
                .getCreateTime()
                .toInstant()
                .atZone(PlatformClock.ZONE)
                .toLocalDate();
        OfficialCalendar calendar = calendars.calendar();
        DueDate due = calendar.dueDate(created, time.dueIn());
        Instant expected = due.endsAt();
        if (task.task().getDueDate() == null
                || !task.task().getDueDate().toInstant().equals(expected)) {
            failures.add(
                    task.process(),
                    task.key(),
                    "办理期限应为政策规定的 %d 个工作日,实际不是".formatted(time.dueIn()),
                    "到期时间用 #{dueTimes.due(execution)}");
        }
        if (timed.add(task.process() + "/" + task.key())) {
            timers(task, failures, calendar, due, time);
        }
    }

    private static String kind(String group) {
        return group.replaceFirst("^(org|division|science|industry)-.*", "$1");
    }

    private void timers(AtHand task, Failures failures, OfficialCalendar calendar, DueDate due, DueTime time) {
        Instant morning = calendar.shift(due, -time.reminderBefore())
                .date()
                .atTime(9, 0)
                .atZone(PlatformClock.ZONE)
                .toInstant();
        Instant created = task.task().getCreateTime().toInstant();
        Instant reminder = morning.isAfter(created) ? morning : created.plusSeconds(3600);
        Instant escalation = calendar.shift(due, time.escalationAfter()).endsAt();
        fire(task, reminder, "催办", "临期没有人被提醒", failures);
        fire(task, escalation, "升级", "逾期没有上级知道", failures);
    }

    /** The timer that is due then is there and does its work. */
    private void fire(AtHand task, Instant at, String what, String otherwise, Failures failures) {
        if (at.isBefore(passing.now())) {
            return;
        }
        Optional<Job> timer = management
                .createJobQuery()
                .processInstanceId(task.task().getProcessInstanceId())
                .activityId(task.key())
                .timers()
                .list()
                .stream()
                .filter(job -> Math.abs(job.getDuedate().toInstant().getEpochSecond() - at.getEpochSecond()) < A_MOMENT)
                .findFirst();
        if (timer.isEmpty()) {
            failures.add(
                    task.process(),
                    task.key(),
                    "没有按政策定时的%s:%s".formatted(what, otherwise),
                    "补上%s的超时监听,时间用 dueTimes".formatted(what));
            return;
        }
        Instant now = passing.now();
        passing.set(at.plusSeconds(1));
        try {
            actor.callAs(CurrentActor.SYSTEM, () -> {
                management.executeJob(timer.get().getId());
                return true;
            });
        } catch (RuntimeException e) {
            failures.add(
                    task.process(), task.key(), "%s没有成功:%s".formatted(what, Reasons.of(e)), "检查%s的监听".formatted(what));
        } finally {
            passing.set(now);
        }
        String act = what.equals("催办") ? "到期提醒" : "逾期升级";
        if (world.trail(task.businessKey()).stream()
                .noneMatch(entry -> entry.act().startsWith(act))) {
            failures.add(task.process(), task.key(), "%s定时到了却没有%s".formatted(what, act), "检查%s的监听".formatted(what));
        }
    }
}
