package cn.lianping.rehearsal.explore;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.calendar.OfficialCalendar;
import cn.lianping.engine.PlatformClock;
import cn.lianping.pilot.Pilot;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.pilot.Pilots;
import cn.lianping.policy.Publicity;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.report.Step;
import cn.lianping.round.RoundProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Periods end when policy and official calendar say, to the minute: neither by hand, nor late. */
@RehearsalOnly
class Periods {

    private static final Duration A_MOMENT = Duration.ofMinutes(2);

    private final World world;
    private final Walks walks;
    private final CalendarRepository calendars;
    private final Pilots pilots;

    Periods(World world, Walks walks, CalendarRepository calendars, Pilots pilots) {
        this.world = world;
        this.walks = walks;
        this.calendars = calendars;
        this.pilots = pilots;
    }

    void check(Play play, Failures failures) {
        Instant intake = OfficialCalendar.endOfDay(play.plan().closes());
        ends(play.roundNo(), RoundProcess.KEY, "event_intakeClosed")
                .forEach(at -> compare(RoundProcess.KEY, "event_intakeClosed", "申报应在截止日 24 时截止", intake, at, failures));
        notices(play, failures);
        for (CaseScript script : play.script().cases()) {
            if (script.hasApplied()) {
                pilots.ofRound(play.roundNo()).stream()
                        .filter(pilot -> pilot.caseNo().equals(script.caseNo()))
                        .forEach(pilot -> terms(pilot, failures));
            }
        }
    }

    private void notices(Play play, Failures failures) {
        Publicity rule = play.plan().policy().publicity();
        List<Notice> notices = world.notices().ofRound(play.roundNo()).stream()
                .sorted(Comparator.comparingInt(Notice::seq))
                .toList();
        List<Instant> ended = ends(play.roundNo(), PublicityProcess.KEY, "event_periodEnded");
        for (int i = 0; i < notices.size(); i++) {
            Instant expected = calendars
                    .calendar()
                    .period(
                            notices.get(i).startsOn(),
                            rule.length().value(),
                            rule.unit().value(),
                            rule.firstDayCounted().value())
                    .endsAt();
            if (i < ended.size()) {
                compare(
                        PublicityProcess.KEY,
                        "event_periodEnded",
                        "公示期应为政策规定的 %d 天(%s)"
                                .formatted(rule.length().value(), rule.unit().value()),
                        expected,
                        ended.get(i),
                        failures);
            } else {
                failures.add(PublicityProcess.KEY, "event_periodEnded", "公示没有等到期满(第六条第4项)", "恢复公示期的定时事件");
            }
        }
    }

    private void terms(Pilot pilot, Failures failures) {
        LocalDate start = pilot.planStartsOn();
        LocalDate end = pilot.planEndsOn();
        if (start == null || end == null) {
            return;
        }
        Instant middle = OfficialCalendar.startOfDay(start.plusDays(ChronoUnit.DAYS.between(start, end) / 2));
        ends(pilot.caseNo(), PilotProcess.KEY, "event_midterm")
                .forEach(at -> compare(PilotProcess.KEY, "event_midterm", "中期应在执行期过半时", middle, at, failures));
        ends(pilot.caseNo(), PilotProcess.KEY, "event_termEnded")
                .forEach(at -> compare(
                        PilotProcess.KEY,
                        "event_termEnded",
                        "执行期应在计划的末日 24 时届满",
                        OfficialCalendar.endOfDay(end),
                        at,
                        failures));
    }

    private List<Instant> ends(String businessKey, String process, String element) {
        return walks.steps(businessKey).stream()
                .filter(step -> step.diagram().equals(process) && step.element().equals(element))
                .map(Step::at)
                .map(at -> at.toInstant())
                .toList();
    }

    private static void compare(
            String process, String element, String what, Instant expected, Instant actual, Failures failures) {
        if (Duration.between(expected, actual).abs().compareTo(A_MOMENT) > 0) {
            failures.add(
                    process,
                    element,
                    "%s:应在 %s,实际在 %s".formatted(what, local(expected), local(actual)),
                    "定时用平台提供的表达式,按工作日历计算");
        }
    }

    private static String local(Instant instant) {
        return instant.atZone(PlatformClock.ZONE)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
