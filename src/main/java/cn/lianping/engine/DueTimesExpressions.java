package cn.lianping.engine;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.DueDate;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.policy.DueTime;
import cn.lianping.policy.Policy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code dueTimes} of the diagrams: due, reminder and escalation times in working days from the policy. */
@Component("dueTimes")
public class DueTimesExpressions {

    private final PolicyOfRound policies;
    private final CalendarRepository calendars;
    private final Clock clock;

    DueTimesExpressions(PolicyOfRound policies, CalendarRepository calendars, Clock clock) {
        this.policies = policies;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Which policy a round runs by. */
    public interface PolicyOfRound {
        /** The policy pinned to the round. */
        Policy policyOf(String roundNo);
    }

    /** When the current user task is due: 24:00 of its last working day. */
    public Date due(DelegateExecution execution) {
        return Date.from(dueDate(execution).endsAt());
    }

    /** When the responsible people are reminded. */
    public Date reminder(DelegateExecution execution) {
        DueTime time = time(execution);
        LocalDate day =
                calendar().shift(dueDate(execution), -time.reminderBefore()).date();
        Instant morning = day.atTime(9, 0).atZone(PlatformClock.ZONE).toInstant();
        Instant now = clock.instant();
        return Date.from(morning.isAfter(now) ? morning : now.plusSeconds(3600));
    }

    /** When the superior is told that the task is overdue. */
    public Date escalation(DelegateExecution execution) {
        DueTime time = time(execution);
        return Date.from(
                calendar().shift(dueDate(execution), time.escalationAfter()).endsAt());
    }

    private DueDate dueDate(DelegateExecution execution) {
        return calendar().dueDate(LocalDate.now(clock), time(execution).dueIn());
    }

    private DueTime time(DelegateExecution execution) {
        String round = EvaluationVariables.ROUND_NO.require(execution);
        return policies.policyOf(round).dueTimes().of(execution.getCurrentActivityId());
    }

    private OfficialCalendar calendar() {
        return calendars.calendar();
    }
}
