package cn.lianping.rehearsal.explore;

import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.CONFIRM_PANEL;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT;
import static cn.lianping.deliberation.DeliberationProcess.COMPILE_AGENDA;
import static cn.lianping.deliberation.DeliberationProcess.RECORD_DELIBERATION;
import static cn.lianping.jointrelease.JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
import static cn.lianping.jointrelease.JointReleaseProcess.DRAFT_RELEASE;
import static cn.lianping.jointrelease.JointReleaseProcess.SIGN_BY_SCIENCE;
import static cn.lianping.office.ConsultationProcess.GIVE_CONSULTED_OPINION;
import static cn.lianping.pilot.PilotProcess.ACCEPT_PROJECT;
import static cn.lianping.pilot.PilotProcess.DRAFT_FUND_USE_PLAN;
import static cn.lianping.pilot.PilotProcess.FILE_PROJECT;
import static cn.lianping.pilot.PilotProcess.REPORT_FINAL;
import static cn.lianping.pilot.PilotProcess.REPORT_MIDTERM;
import static cn.lianping.pilot.PilotProcess.SELECT_PILOTS;
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

import cn.lianping.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How often each thing is done by the measures (article 6) in a case or round that goes straight on. */
final class Norms {

    /** Acts of the platform that leave a record of their own. */
    static final String DRAWN = "抽取专家";

    static final String SCORED = "计算得分";
    static final String NOT_SCORED = "未形成得分";
    static final String REPLACED = "补派专家";
    static final String WITHDRAWN = "登记撤回";
    static final String CLOSED = "登记终止";
    static final String OBJECTION_CLOSED = "办结异议";
    static final String DECISIONS_APPLIED = "下达审议决定";
    static final String NOTICE_PUBLISHED = "发布公示";
    static final String NOTICE_ENDED = "结束公示";
    static final String RELEASED = "联合发布";

    private static final List<String> OF_CASES = List.of(
            SELF_EVALUATE_ELEMENT,
            SEAL_REPORT,
            SUBMIT_REPORT,
            REVIEW_BY_SCIENCE_DEPARTMENT,
            REVIEW_BY_INDUSTRY_DEPARTMENT,
            RECOMMEND,
            GIVE_MANAGEMENT_OPINION,
            CONFIRM_PANEL,
            REVIEW_BY_EXPERT,
            ACCEPT_OBJECTION,
            INVESTIGATE_OBJECTION,
            DECIDE_OBJECTION,
            GIVE_CONSULTED_OPINION,
            DRAFT_FUND_USE_PLAN,
            FILE_PROJECT,
            REPORT_MIDTERM,
            REPORT_FINAL,
            ACCEPT_PROJECT,
            DRAWN,
            SCORED,
            NOT_SCORED,
            REPLACED,
            WITHDRAWN,
            CLOSED,
            OBJECTION_CLOSED);

    private static final List<String> OF_ROUNDS = List.of(
            COMPILE_AGENDA,
            RECORD_DELIBERATION,
            DECISIONS_APPLIED,
            ISSUE_NOTICE,
            NOTICE_PUBLISHED,
            NOTICE_ENDED,
            DRAFT_RELEASE,
            COUNTERSIGN_BY_INDUSTRY,
            SIGN_BY_SCIENCE,
            RELEASED,
            SELECT_PILOTS);

    private Norms() {}

    /** The ids of all user tasks among them. */
    static List<String> tasks() {
        return Stream.concat(OF_CASES.stream(), OF_ROUNDS.stream())
                .filter(key -> key.startsWith("userTask_"))
                .toList();
    }

    /** How often each has to be done for the case, by task or act. */
    static Map<String, Integer> of(CaseScript script, Policy policy) {
        Map<String, Integer> times = new LinkedHashMap<>();
        OF_CASES.forEach(key -> times.put(key, 0));
        if (script.course().compareTo(CaseScript.Course.SELF_EVALUATED) >= 0) {
            times.put(SELF_EVALUATE_ELEMENT, Policy.ELEMENTS);
            times.put(SEAL_REPORT, Invented.MEMBERS);
            times.put(SUBMIT_REPORT, 1);
        }
        if (script.course().compareTo(CaseScript.Course.REVIEWED) >= 0) {
            times.put(REVIEW_BY_SCIENCE_DEPARTMENT, 1);
            times.put(REVIEW_BY_INDUSTRY_DEPARTMENT, 1);
        }
        if (script.course() == CaseScript.Course.FULL) {
            times.put(RECOMMEND, 1);
            times.put(GIVE_MANAGEMENT_OPINION, script.divisions());
            times.put(CONFIRM_PANEL, 1);
            int seats = policy.sheets().panelSize().value();
            times.put(REVIEW_BY_EXPERT, script.asksEveryExpertAgain() ? 2 * seats : seats);
            times.put(DRAWN, 1);
            times.put(SCORED, 1);
        }
        script.differences().forEach((key, more) -> times.merge(key, more, Integer::sum));
        return times;
    }

    /** How often each has to be done in the round itself. */
    static Map<String, Integer> of(Script script) {
        Map<String, Integer> times = new LinkedHashMap<>();
        OF_ROUNDS.forEach(key -> times.put(key, 1));
        times.putAll(script.expected());
        return times;
    }
}
