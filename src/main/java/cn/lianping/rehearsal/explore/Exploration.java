package cn.lianping.rehearsal.explore;

import cn.lianping.calendar.CalendarRepository;
import cn.lianping.policy.Policy;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.report.CoverageReport;
import cn.lianping.rehearsal.report.Played;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Plays generated rounds until every branch was walked, and judges what came of them. */
@RehearsalOnly
public class Exploration {

    private static final int MOST_VARIATIONS = 10;

    private final Tools tools;
    private final Invented invented;
    private final Tables tables;
    private final Drawings drawings;
    private final CalendarRepository calendars;
    private boolean made;

    Exploration(Tools tools, Invented invented, Tables tables, Drawings drawings, CalendarRepository calendars) {
        this.tools = tools;
        this.invented = invented;
        this.tables = tables;
        this.drawings = drawings;
        this.calendars = calendars;
    }

    /** What was found. */
    public record Found(List<Played> cases, Failures failures, CoverageReport coverage) {}

    /**
     * Plays.
     *
     * @param drawn everything that is deployed
     * @param area the city whose rounds they are, null for the province
     * @param staffed groups that have members on the platform
     * @param failFast whether the first failure ends it
     * @param progress is told how much of it is done, and what is being played
     */
    public Found explore(
            Drawn drawn,
            Policy policy,
            @Nullable String area,
            Set<String> staffed,
            boolean failFast,
            BiConsumer<Double, String> progress) {
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
        Plan plan = new Plan(area, policy, firstDay(), new Choices(drawn), staffed, failFast);
        List<Played> cases = new ArrayList<>();
        Variations variations = new Variations(drawn);
        List<Script> scripts = RoundRepertoire.all(policy);
        double done = 0;
        double all = scripts.size() + 1.0;
        for (int more = 0; !scripts.isEmpty() && more <= MOST_VARIATIONS; more++) {
            for (Script script : scripts) {
                progress.accept(Math.min(1, done++ / all), script.title());
                Play play = new Play(tools, script, plan, failures);
                play.run();
                cases.addAll(played(play, script, cases.size()));
                if (failFast && failures.size() > 0) {
                    return new Found(cases, failures, new Coverage(drawn, tools.walks()).report(List.of()));
                }
            }
            scripts = variations.next(plan.choices());
        }
        Coverage coverage = new Coverage(drawn, tools.walks());
        coverage.missed()
                .forEach(missed -> failures.add(
                        missed.process(),
                        missed.flow(),
                        "没有任何案例走到这条分支(从“%s”出发)".formatted(drawn.nameOf(missed.process(), missed.source())),
                        "检查分支条件的变量和取值;确实用不到的分支请删去"));
        return new Found(cases, failures, coverage.report(tables.ask(drawn.files(), policy, failures)));
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
                play.breakdowns().of(play.roundNo()),
                tools.walks().steps(play.roundNo())));
        for (CaseScript one : script.cases()) {
            if (one.hasApplied()) {
                found.add(new Played(
                        "G%02d".formatted(before + found.size() + 1),
                        one.title(),
                        play.outcome(one.caseNo()),
                        play.breakdowns().of(one.caseNo()),
                        tools.walks().steps(one.caseNo())));
            }
        }
        return found;
    }
}
