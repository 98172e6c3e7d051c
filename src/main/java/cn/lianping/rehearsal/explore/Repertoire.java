package cn.lianping.rehearsal.explore;

import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.CONFIRM_PANEL;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
import static cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT;
import static cn.lianping.office.ConsultationProcess.GIVE_CONSULTED_OPINION;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.RECOMMEND;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_INDUSTRY_DEPARTMENT;
import static cn.lianping.preliminaryreview.PreliminaryReviewProcess.REVIEW_BY_SCIENCE_DEPARTMENT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SEAL_REPORT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
import static cn.lianping.selfevaluation.SelfEvaluationProcess.SUBMIT_REPORT;

import cn.lianping.rehearsal.explore.CaseScript.Course;
import cn.lianping.round.CaseStatus;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.List;
import java.util.Map;

/** Ways in which a case goes from its application to the party group, with what has to come of each (article 6). */
final class Repertoire {

    private Repertoire() {}

    static Map<String, Object> returned(String... elements) {
        return Map.of(
                "authentic",
                true,
                "complete",
                false,
                "outcome",
                "RETURN",
                "returnedElements",
                List.of(elements),
                "reason",
                "试运行:材料不完整");
    }

    static Map<String, Object> rejected() {
        return Map.of("authentic", false, "complete", false, "outcome", "REJECT", "reason", "试运行:不符合条件");
    }

    /** A case that everybody agrees to. */
    static CaseScript straight(String title) {
        return new CaseScript(title).ends(CaseStatus.RELEASED);
    }

    static CaseScript returnedByOneDepartment() {
        return straight("工信部门退回两个要素,更正后通过")
                .answer(REVIEW_BY_INDUSTRY_DEPARTMENT, returned("2", "7"))
                .more(SELF_EVALUATE_ELEMENT, 2)
                .more(SEAL_REPORT, Invented.MEMBERS)
                .more(SUBMIT_REPORT, 1)
                .more(REVIEW_BY_SCIENCE_DEPARTMENT, 1)
                .more(REVIEW_BY_INDUSTRY_DEPARTMENT, 1);
    }

    static CaseScript reopened() {
        return straight("提交前发现要改,重开一个要素,印章重新征集")
                .hold(SEAL_REPORT, (play, me) -> play.attempt(me) > 1)
                .answer(
                        SUBMIT_REPORT,
                        Map.of(
                                "submission",
                                SelfEvaluationProcess.REOPEN,
                                "elements",
                                List.of("3"),
                                "reason",
                                "试运行:补充说明"))
                .more(SELF_EVALUATE_ELEMENT, 1)
                .more(SUBMIT_REPORT, 1);
    }

    static CaseScript rejectedByScience() {
        return new CaseScript("科技部门不予推荐")
                .answer(REVIEW_BY_SCIENCE_DEPARTMENT, rejected())
                .comes(Course.REVIEWED)
                .ends(CaseStatus.REJECTED_BY_PRELIMINARY_REVIEW);
    }

    static CaseScript rejectedBeatsReturned() {
        return new CaseScript("一个部门退回、另一个不予推荐:不予推荐")
                .answer(REVIEW_BY_SCIENCE_DEPARTMENT, returned("1"))
                .answer(REVIEW_BY_INDUSTRY_DEPARTMENT, rejected())
                .comes(Course.REVIEWED)
                .ends(CaseStatus.REJECTED_BY_PRELIMINARY_REVIEW);
    }

    static CaseScript withdrawnEarly() {
        return new CaseScript("填报中撤回")
                .hold(SELF_EVALUATE_ELEMENT, (play, me) -> false)
                .comes(Course.NOTHING)
                .more(Norms.WITHDRAWN, 1)
                .ends(CaseStatus.WITHDRAWN);
    }

    static CaseScript withdrawnLate() {
        return new CaseScript("专家评审中撤回")
                .hold(REVIEW_BY_EXPERT, (play, me) -> false)
                .comes(Course.REVIEWED)
                .more(RECOMMEND, 1)
                .more(GIVE_MANAGEMENT_OPINION, 2)
                .more(Norms.DRAWN, 1)
                .more(CONFIRM_PANEL, 1)
                .more(Norms.WITHDRAWN, 1)
                .ends(CaseStatus.WITHDRAWN);
    }

    static CaseScript neverSubmitted() {
        return new CaseScript("截止时没有提交")
                .hold(SUBMIT_REPORT, (play, me) -> false)
                .comes(Course.SELF_EVALUATED)
                .more(SUBMIT_REPORT, -1)
                .more(Norms.CLOSED, 1)
                .ends(CaseStatus.NOT_SUBMITTED);
    }

    static CaseScript consulted() {
        return straight("复核前请同事提出意见(加签)")
                .hold(
                        REVIEW_BY_SCIENCE_DEPARTMENT,
                        (play, me) -> play.wasDone("加签") && !play.isOpen(me, GIVE_CONSULTED_OPINION))
                .more(GIVE_CONSULTED_OPINION, 1);
    }

    static CaseScript recusedWithReserve() {
        return straight("专家申请回避,备选专家补派")
                .answer(REVIEW_BY_EXPERT, recusal())
                .more(REVIEW_BY_EXPERT, 1)
                .more(Norms.REPLACED, 1);
    }

    /** @param needed how many have to step back before the sheets no longer suffice */
    static CaseScript recusedWithoutReserve(int needed) {
        CaseScript script = straight("专家申请回避,没有备选:席位空缺,评审表不足,另行选派后补足").narrow();
        for (int i = 0; i < needed; i++) {
            script.answer(REVIEW_BY_EXPERT, recusal());
        }
        return script.more(REVIEW_BY_EXPERT, needed).more(CONFIRM_PANEL, 1).more(Norms.NOT_SCORED, 1);
    }

    private static Map<String, Object> recusal() {
        return Map.of("decision", "recuse", "recusalReason", "试运行:与成员单位有合作");
    }

    static CaseScript recusalOrdered() {
        return straight("评审中责令专家回避").more(Norms.REPLACED, 1);
    }

    /** A case whose expert has to step back after the score; one more review and one more score. */
    static CaseScript rescored(String title) {
        return straight(title).more(REVIEW_BY_EXPERT, 1).more(Norms.REPLACED, 1).more(Norms.SCORED, 1);
    }
}
