package cn.lianping.rehearsal.explore;

import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.CONFIRM_PANEL;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT;
import static cn.lianping.deliberation.DeliberationProcess.COMPILE_AGENDA;
import static cn.lianping.deliberation.DeliberationProcess.RECORD_DELIBERATION;
import static cn.lianping.jointrelease.JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
import static cn.lianping.jointrelease.JointReleaseProcess.DRAFT_RELEASE;
import static cn.lianping.jointrelease.JointReleaseProcess.SIGN_BY_SCIENCE;
import static cn.lianping.pilot.PilotProcess.ACCEPT_PROJECT;
import static cn.lianping.pilot.PilotProcess.DRAFT_FUND_USE_PLAN;
import static cn.lianping.pilot.PilotProcess.FILE_PROJECT;
import static cn.lianping.pilot.PilotProcess.REPORT_FINAL;
import static cn.lianping.pilot.PilotProcess.REPORT_MIDTERM;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.RECOMMEND;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
import static cn.lianping.publicity.PublicityProcess.ACCEPT_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.DECIDE_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.INVESTIGATE_OBJECTION;
import static cn.lianping.publicity.PublicityProcess.ISSUE_NOTICE;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SEAL_REPORT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SUBMIT_REPORT;

import cn.lianping.audit.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** What has to be done before what (articles 6 and 8). */
final class Orders {

    /**
     * Before a step another one has been done.
     *
     * @param anew since the step was done last, not only once
     */
    private record Before(String step, String needs, boolean anew) {}

    static final Orders OF_CASES = new Orders(List.of(
            new Before(SEAL_REPORT, SELF_EVALUATE_ELEMENT, false),
            new Before(SUBMIT_REPORT, SELF_EVALUATE_ELEMENT, true),
            new Before(REVIEW_BY_SCIENCE_DEPARTMENT, SEAL_REPORT, false),
            new Before(REVIEW_BY_SCIENCE_DEPARTMENT, SUBMIT_REPORT, false),
            new Before(REVIEW_BY_INDUSTRY_DEPARTMENT, SUBMIT_REPORT, false),
            new Before(RECOMMEND, REVIEW_BY_SCIENCE_DEPARTMENT, true),
            new Before(RECOMMEND, REVIEW_BY_INDUSTRY_DEPARTMENT, true),
            new Before(GIVE_MANAGEMENT_OPINION, RECOMMEND, false),
            new Before(CONFIRM_PANEL, Norms.DRAWN, false),
            new Before(REVIEW_BY_EXPERT, RECOMMEND, false),
            new Before(REVIEW_BY_EXPERT, CONFIRM_PANEL, false),
            new Before(Norms.SCORED, GIVE_MANAGEMENT_OPINION, false),
            new Before(Norms.SCORED, REVIEW_BY_EXPERT, false),
            new Before(INVESTIGATE_OBJECTION, ACCEPT_OBJECTION, true),
            new Before(DECIDE_OBJECTION, INVESTIGATE_OBJECTION, true),
            new Before(Norms.OBJECTION_CLOSED, ACCEPT_OBJECTION, true),
            new Before(FILE_PROJECT, DRAFT_FUND_USE_PLAN, true),
            new Before(REPORT_MIDTERM, FILE_PROJECT, false),
            new Before(REPORT_FINAL, REPORT_MIDTERM, false),
            new Before(ACCEPT_PROJECT, REPORT_FINAL, true)));

    static final Orders OF_ROUNDS = new Orders(List.of(
            new Before(RECORD_DELIBERATION, COMPILE_AGENDA, true),
            new Before(Norms.DECISIONS_APPLIED, RECORD_DELIBERATION, true),
            new Before(ISSUE_NOTICE, Norms.DECISIONS_APPLIED, true),
            new Before(Norms.NOTICE_PUBLISHED, ISSUE_NOTICE, true),
            new Before(Norms.NOTICE_ENDED, Norms.NOTICE_PUBLISHED, true),
            new Before(DRAFT_RELEASE, Norms.NOTICE_ENDED, false),
            new Before(COUNTERSIGN_BY_INDUSTRY, DRAFT_RELEASE, true),
            new Before(SIGN_BY_SCIENCE, COUNTERSIGN_BY_INDUSTRY, true),
            new Before(Norms.RELEASED, SIGN_BY_SCIENCE, true)));

    private static final String DONE = "办结任务:";

    private final List<Before> rules;

    private Orders(List<Before> rules) {
        this.rules = rules;
    }

    /** Tells of every step that came too early. */
    void check(List<AuditEntry> trail, BiConsumer<String, String> tell) {
        List<String> acts = new ArrayList<>();
        for (AuditEntry entry : trail) {
            boolean task = entry.act().startsWith(DONE);
            String act = task ? entry.subject() : entry.act();
            for (Before rule : rules) {
                if (rule.step().equals(act) && !met(rule, acts)) {
                    tell.accept(act, "这一步之前应先有“%s”,实际没有".formatted(rule.needs()));
                }
            }
            acts.add(act);
        }
    }

    private static boolean met(Before rule, List<String> acts) {
        int from = rule.anew() ? acts.lastIndexOf(rule.step()) + 1 : 0;
        return acts.subList(from, acts.size()).contains(rule.needs());
    }
}
