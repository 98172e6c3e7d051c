package cn.lianping.rehearsal.explore;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.policy.Policy;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.report.Played;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Plays generated rounds until every branch was walked, and judges what came of them. */
@RehearsalOnly
public class Exploration {

    private final Tools tools;
    private final Invented invented;
    private final Drawings drawings;
    private final CalendarRepository calendars;
    private boolean made;

    Exploration(Tools tools, Invented invented, Drawings drawings, CalendarRepository calendars) {
        this.tools = tools;
        this.invented = invented;
        this.drawings = drawings;
        this.calendars = calendars;
    }

    /** What was found. */
    public record Found(List<Played> cases, Failures failures, Coverage coverage) {}

    /**
     * Plays.
     *
     * @param drawn everything that is deployed
     * @param area the city whose rounds they are, null for the province
     * @param failFast whether the first failure ends it
     * @param progress is told how much of it is done, and what is being played
     */
    public Found explore(
            Drawn drawn, Policy policy, @Nullable String area, boolean failFast, BiConsumer<Double, String> progress) {
        if (!made) {
            made = true;
            invented.make(
                    area == null ? List.of("210100", "210200", "SFQ000") : List.of(area),
                    policy.sheets().panelSize().value());
        }
        drawings.use(drawn);
        tools.checks().begin();
        tools.walks().begin(drawn::nameOf);
        Failures failures = new Failures(drawn);
        Play.Plan plan = new Play.Plan(
                area,
                policy,
                firstDay(),
                (task, field, options) -> options.get(0),
                element -> java.util.Map.of(),
                failFast);
        List<Played> cases = new ArrayList<>();
        List<Script> scripts = RoundRepertoire.all(policy);
        int done = 0;
        for (Script script : scripts) {
            progress.accept((double) done++ / scripts.size(), script.title());
            Play play = new Play(tools, script, plan, failures);
            play.run();
            cases.addAll(played(play, script, cases.size()));
            if (failFast && failures.size() > 0) {
                break;
            }
        }
        return new Found(cases, failures, new Coverage(drawn, tools.walks()));
    }

    /** The first working day of the last year with an official calendar. */
    private LocalDate firstDay() {
        LocalDate day = LocalDate.of(calendars.calendar().years().last(), 1, 5);
        while (!calendars.calendar().isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private List<Played> played(Play play, Script script, int before) {
        List<Played> found = new ArrayList<>();
        found.add(new Played(
                "G%02d".formatted(before + 1),
                "批次:" + script.title(),
                play.outcome(play.roundNo()),
                play.failureOf(play.roundNo()),
                tools.walks().steps(play.roundNo())));
        for (CaseScript one : script.cases()) {
            if (one.hasApplied()) {
                found.add(new Played(
                        "G%02d".formatted(before + found.size() + 1),
                        one.title(),
                        play.outcome(one.caseNo()),
                        play.failureOf(one.caseNo()),
                        tools.walks().steps(one.caseNo())));
            }
        }
        return found;
    }
}
