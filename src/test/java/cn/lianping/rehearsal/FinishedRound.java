package cn.lianping.rehearsal;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.comprehensiveevaluation.Recusals;
import cn.lianping.office.OfficeDesk;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.preliminaryreview.PreliminaryReviewProcess;
import cn.lianping.process.CaseSteps;
import cn.lianping.process.Desk;
import cn.lianping.process.FixtureRegistry;
import cn.lianping.process.Jobs;
import cn.lianping.process.RoundSteps;
import cn.lianping.publicity.Notice;
import cn.lianping.round.Cases;
import cn.lianping.round.RoundCourse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** A round that people brought to its end, over seven weeks: straight cases and all kinds of others. */
@TestComponent
final class FinishedRound {

    private final Desk desk;
    private final Jobs jobs;
    private final CaseSteps steps;
    private final RoundSteps rounds;
    private final OfficeDesk office;
    private final Cases cases;
    private final RoundCourse course;
    private final Recusals recusals;

    FinishedRound(
            Desk desk,
            Jobs jobs,
            CaseSteps steps,
            RoundSteps rounds,
            OfficeDesk office,
            Cases cases,
            RoundCourse course,
            Recusals recusals) {
        this.desk = desk;
        this.jobs = jobs;
        this.steps = steps;
        this.rounds = rounds;
        this.office = office;
        this.cases = cases;
        this.course = course;
        this.recusals = recusals;
    }

    /**
     * The numbers.
     *
     * @param plain divisions 8, experts 8
     * @param praised divisions 10, experts 8
     * @param corrected returned once, one expert steps back; divisions 8, experts 9
     * @param replaced an expert is ordered to step back; divisions 8, experts 8
     * @param objected noticed, and an objection dismissed; divisions 8, experts 8
     * @param rejected by the preliminary review
     * @param withdrawn by its lead enterprise
     * @param late never submitted
     */
    record Numbers(
            String round,
            String plain,
            String praised,
            String corrected,
            String replaced,
            String objected,
            String rejected,
            String withdrawn,
            String late) {

        List<String> released() {
            return List.of(plain, praised, corrected, replaced, objected);
        }

        List<String> others() {
            return List.of(rejected, withdrawn, late);
        }
    }

    /** Plays it. */
    Numbers play() {
        String roundNo = rounds.open();
        Numbers all = new Numbers(
                roundNo,
                steps.apply(roundNo),
                steps.apply(roundNo),
                steps.apply(roundNo),
                steps.apply(roundNo),
                steps.apply(roundNo),
                steps.apply(roundNo),
                steps.apply(roundNo),
                steps.apply(roundNo));
        jobs.moveTo("2026-01-07T10:12:00");
        all.released().forEach(steps::toPreliminaryReview);
        steps.toPreliminaryReview(all.rejected());
        steps.fillElements(all.withdrawn());
        String lead = FixtureRegistry.personOf(cases.require(all.withdrawn()).leadCode());
        desk.as(lead, () -> course.withdraw(all.withdrawn(), "联盟重组"));
        jobs.runAll(all.withdrawn());
        jobs.moveTo("2026-01-09T15:40:00");
        review(all);
        jobs.moveTo("2026-01-13T09:05:00");
        evaluate(all);
        rounds.closeIntake(roundNo);
        jobs.moveTo("2026-01-27T09:30:00");
        rounds.deliberate(roundNo, Map.of());
        jobs.moveTo("2026-02-11T08:00:00");
        publish(all, rounds.issueNotice(roundNo, "2026-02-11"));
        return all;
    }

    private void review(Numbers all) {
        Task signed = desk.task(all.plain(), PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT);
        String reviewer = office.claim(signed);
        office.addSigner(reviewer, signed, "party1");
        office.removeSigner(reviewer, signed);
        List.of(all.plain(), all.praised(), all.replaced(), all.objected()).forEach(steps::toComprehensiveEvaluation);
        desk.complete(
                all.rejected(),
                PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT,
                Map.of("authentic", false, "complete", true, "outcome", "REJECT", "reason", "材料不实"));
        desk.complete(all.rejected(), PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT, CaseSteps.pass());
        jobs.runAll(all.rejected());
        desk.complete(
                all.corrected(),
                PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT,
                CaseSteps.returnForCorrection("3"));
        desk.complete(all.corrected(), PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT, CaseSteps.pass());
        jobs.runAll(all.corrected());
        jobs.moveTo("2026-01-12T14:00:00");
        steps.toPreliminaryReview(all.corrected());
        steps.toComprehensiveEvaluation(all.corrected());
    }

    private void evaluate(Numbers all) {
        for (String caseNo : all.released()) {
            give(caseNo, ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION, caseNo.equals(all.praised()) ? 10 : 8);
            steps.confirmPanel(caseNo);
        }
        desk.complete(
                desk.open(all.corrected(), ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT)
                        .get(0),
                Map.of("decision", "recuse", "recusalReason", "与成员单位有合作"));
        jobs.runAll(all.corrected());
        String seated = steps.seated(all.replaced()).get(0);
        desk.as("office1", () -> recusals.order(all.replaced(), seated, null, "举报属实"));
        jobs.runAll(all.replaced());
        for (String caseNo : List.of(all.corrected(), all.replaced())) {
            if (!desk.open(caseNo, ComprehensiveEvaluationProcess.CONFIRM_PANEL).isEmpty()) {
                steps.confirmPanel(caseNo);
            }
        }
        jobs.moveTo("2026-01-16T16:20:00");
        for (String caseNo : all.released()) {
            give(caseNo, ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT, caseNo.equals(all.corrected()) ? 9 : 8);
        }
    }

    private void give(String caseNo, String task, int points) {
        Map<String, Object> sheet = new HashMap<>(CaseSteps.sheet(points));
        if (task.equals(ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT)) {
            sheet.put("decision", "submit");
        }
        desk.open(caseNo, task).forEach(one -> desk.complete(one, sheet));
        jobs.runAll(caseNo);
    }

    private void publish(Numbers all, Notice notice) {
        jobs.moveTo("2026-02-12T11:00:00");
        rounds.object(notice, all.objected());
        jobs.runAll(all.objected());
        jobs.moveTo("2026-02-13T09:00:00");
        rounds.dismissObjection(all.objected());
        rounds.endPublicity(all.round());
        jobs.moveTo("2026-02-25T10:00:00");
        rounds.release(all.round());
        jobs.moveTo("2026-02-26T10:00:00");
        desk.complete(all.round(), PilotProcess.SELECT_PILOTS, RoundSteps.selection(3_000_000));
        jobs.runAll(all.round());
    }
}
