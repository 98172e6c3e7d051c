package cn.lianping.rehearsal.explore;

import cn.lianping.audit.AuditEntry;
import cn.lianping.comprehensiveevaluation.Score;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.policy.Policy;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.RoundProcess;
import cn.lianping.scoring.ReviewerSheet;
import cn.lianping.scoring.ScoreResult;
import cn.lianping.scoring.Scoring;
import cn.lianping.scoring.ScoringInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What has to come of a played round by the measures, whatever the diagrams say: where each case ends, what was done how
 * often and in which order, the exact score, the exact ends of periods.
 */
@RehearsalOnly
class Outcomes {

    private static final String DONE = "办结任务:";
    private static final String CASE = RoundProcess.ALLIANCE_EVALUATION;

    private final World world;
    private final Scores scores;
    private final Remains remains;
    private final Periods periods;
    private final Ends ends;
    private final Drawings drawings;

    Outcomes(World world, Scores scores, Remains remains, Periods periods, Ends ends, Drawings drawings) {
        this.world = world;
        this.scores = scores;
        this.remains = remains;
        this.periods = periods;
        this.ends = ends;
        this.drawings = drawings;
    }

    void check(Play play, Failures failures) {
        if (play.breakdowns().has(play.roundNo())) {
            return;
        }
        if (play.breakdowns().isEmpty()) {
            remains.report(failures);
        }
        for (CaseScript script : play.script().cases()) {
            if (script.hasApplied() && !play.breakdowns().has(script.caseNo())) {
                check(play, script, failures);
            }
        }
        if (!play.script().isFree()) {
            Map<String, Integer> counts = counts(play.roundNo());
            String whose = "批次“%s”".formatted(play.script().title());
            Norms.of(play.script()).forEach((key, times) -> compare(whose, key, times, counts, failures));
        }
        Orders.OF_ROUNDS.check(world.trail(play.roundNo()), (key, what) -> add(key, what, failures));
        periods.check(play, failures);
    }

    private void check(Play play, CaseScript script, Failures failures) {
        CaseStatus expected = script.expected();
        CaseStatus actual = play.situation().status(script);
        if (expected != null && actual != expected) {
            failures.add(
                    CASE,
                    "",
                    "案例“%s”应以“%s”结束,实际为“%s”".formatted(script.title(), expected.chinese(), actual.chinese()),
                    "对照该案例的步骤,检查走错的分支条件或连线");
        }
        if (!actual.ended() && remains.hasEnded(script.caseNo())) {
            failures.add(
                    CASE,
                    "",
                    "案例“%s”的流程已走完,案卷却停在“%s”,批次会一直等它".formatted(script.title(), actual.chinese()),
                    "不通过的结果要引到会改变案卷状态的步骤(如复核汇总、审议),不能直接结束");
        }
        ends.check(play, script, failures);
        Orders.OF_CASES.check(world.trail(script.caseNo()), (key, what) -> add(key, what, failures));
        if (script.isFree()) {
            return;
        }
        Map<String, Integer> counts = counts(script.caseNo());
        String whose = "案例“%s”".formatted(script.title());
        Norms.of(script, play.plan().policy()).forEach((key, times) -> compare(whose, key, times, counts, failures));
        if (script.course() == CaseScript.Course.FULL) {
            score(play, script, failures);
        }
    }

    private void compare(String whose, String key, int expected, Map<String, Integer> counts, Failures failures) {
        int actual = counts.getOrDefault(key, 0);
        if (actual != expected) {
            add(key, "%s应有 %d 次,实际 %d 次".formatted(whose, expected, actual), failures);
        }
    }

    private void add(String key, String what, Failures failures) {
        Optional<String> process = drawings.current().all().stream()
                .filter(ways -> ways.has(key))
                .map(ways -> ways.key())
                .findFirst();
        if (process.isPresent()) {
            failures.add(process.get(), key, what, "检查通向这一步的条件、连线和循环");
        } else {
            failures.add("", "", key + ":" + what, "检查完成这件事的步骤是否还在、是否走得到");
        }
    }

    /** How often each task was completed and each act recorded. */
    private Map<String, Integer> counts(String businessKey) {
        Map<String, Integer> counts = new HashMap<>();
        for (AuditEntry entry : world.trail(businessKey)) {
            counts.merge(entry.act().startsWith(DONE) ? entry.subject() : entry.act(), 1, Integer::sum);
        }
        return counts;
    }

    /** The score is the exact one of what the divisions and experts gave. */
    private void score(Play play, CaseScript script, Failures failures) {
        Policy policy = play.plan().policy();
        List<ReviewerSheet> divisions = IntStream.rangeClosed(1, script.divisions())
                .mapToObj(no -> ReviewerSheet.ofTotal("d" + no, script.divisionPoints()))
                .toList();
        List<ReviewerSheet> experts = IntStream.rangeClosed(
                        1, policy.sheets().panelSize().value())
                .mapToObj(seat -> ReviewerSheet.ofTotal("e" + seat, script.pointsOfSeat(seat)))
                .toList();
        if (!(Scoring.compute(policy, new ScoringInput(divisions, divisions.size(), experts))
                instanceof ScoreResult.Scored scored)) {
            return;
        }
        String expected = scored.total().toPlainString();
        String actual = scores.latest(script.caseNo())
                .map(Score::total)
                .map(total -> total.toPlainString())
                .orElse("没有得分");
        if (!actual.equals(expected)) {
            failures.add(
                    "comprehensive-evaluation",
                    "serviceTask_computeScore",
                    "案例“%s”的得分应为 %s,实际为 %s".formatted(script.title(), expected, actual),
                    "两部分评审表都要齐全后才计算得分(第六条第3项)");
        }
    }

    /** Ends whatever is left of the play. */
    void clear() {
        remains.clear();
    }
}
