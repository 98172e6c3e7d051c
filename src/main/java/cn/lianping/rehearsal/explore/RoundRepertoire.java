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

import cn.lianping.policy.Policy;
import cn.lianping.round.CaseStatus;
import java.util.List;
import java.util.Map;

/** Rounds with their cases, so chosen that together they walk every branch of the product's diagrams. */
final class RoundRepertoire {

    private static final Map<String, Object> REFUSED = Map.of("outcome", "REFUSE", "reason", "试运行:正文须修改");

    private RoundRepertoire() {}

    /** The whole of it, the shortest first. */
    static List<Script> all(Policy policy) {
        int needed = policy.sheets().panelSize().value()
                - policy.sheets().minimumExpertSheets().value()
                + 1;
        return List.of(withoutCases(), beforeTheScore(needed), decided(), pilots(), objections(), held(), suspended());
    }

    static Script withoutCases() {
        Script script = new Script("没有联盟申报的批次", "round");
        none(script, COMPILE_AGENDA, RECORD_DELIBERATION, Norms.DECISIONS_APPLIED);
        unreleased(script);
        return script;
    }

    private static void none(Script script, String... keys) {
        for (String key : keys) {
            script.expect(key, 0);
        }
    }

    private static void unreleased(Script script) {
        none(script, ISSUE_NOTICE, Norms.NOTICE_PUBLISHED, Norms.NOTICE_ENDED);
        none(script, DRAFT_RELEASE, COUNTERSIGN_BY_INDUSTRY, SIGN_BY_SCIENCE, Norms.RELEASED);
    }

    /** What happens up to the score; everybody then agrees until the release. */
    static Script beforeTheScore(int needed) {
        CaseScript early = Repertoire.withdrawnEarly();
        CaseScript late = Repertoire.withdrawnLate();
        CaseScript consulted = Repertoire.consulted();
        CaseScript ordered = Repertoire.recusalOrdered();
        return new Script("申报至评分的各种情形", "round")
                .with(
                        Repertoire.straight("直接通过"),
                        Repertoire.returnedByOneDepartment(),
                        Repertoire.reopened(),
                        Repertoire.rejectedByScience(),
                        Repertoire.rejectedBeatsReturned(),
                        early,
                        late,
                        Repertoire.neverSubmitted(),
                        consulted,
                        Repertoire.recusedWithReserve(),
                        Repertoire.recusedWithoutReserve(needed),
                        ordered)
                .then(
                        "填报中撤回",
                        play -> play.isOpen(early, SELF_EVALUATE_ELEMENT),
                        play -> play.world().withdraw(early.caseNo()))
                .then(
                        "评审中撤回",
                        play -> play.isOpen(late, REVIEW_BY_EXPERT),
                        play -> play.world().withdraw(late.caseNo()))
                .then(
                        "加签",
                        play -> play.isOpen(consulted, REVIEW_BY_SCIENCE_DEPARTMENT),
                        play -> play.consult(consulted, REVIEW_BY_SCIENCE_DEPARTMENT))
                .then(
                        "责令回避",
                        play -> play.isOpen(ordered, REVIEW_BY_EXPERT),
                        play -> play.world().orderRecusal(ordered.caseNo()));
    }

    /** What the party group decides. */
    static Script decided() {
        CaseScript deferred = new CaseScript("审议暂缓").ends(CaseStatus.DEFERRED);
        CaseScript refused = new CaseScript("审议否决").ends(CaseStatus.REJECTED_BY_DELIBERATION);
        CaseScript toSelfEvaluation = Repertoire.straight("审议退回联盟自评")
                .more(SELF_EVALUATE_ELEMENT, Policy.ELEMENTS)
                .more(SEAL_REPORT, Invented.MEMBERS)
                .more(SUBMIT_REPORT, 1)
                .more(REVIEW_BY_SCIENCE_DEPARTMENT, 1)
                .more(REVIEW_BY_INDUSTRY_DEPARTMENT, 1)
                .more(RECOMMEND, 1)
                .more(Norms.SCORED, 1);
        CaseScript toReview = Repertoire.straight("审议退回初审复核")
                .more(REVIEW_BY_SCIENCE_DEPARTMENT, 1)
                .more(REVIEW_BY_INDUSTRY_DEPARTMENT, 1)
                .more(RECOMMEND, 1)
                .more(Norms.SCORED, 1);
        CaseScript toEvaluation = Repertoire.straight("审议退回综合评价").more(Norms.SCORED, 1);
        CaseScript reopened = Repertoire.rescored("审议前责令回避,重新评分");
        Script script = new Script("党组会的各种决定", "round")
                .with(deferred, refused, toSelfEvaluation, toReview, toEvaluation, reopened)
                .then(
                        "审议前责令回避",
                        play -> play.status(reopened) == CaseStatus.AWAITING_DELIBERATION,
                        play -> play.world().orderRecusal(reopened.caseNo()))
                .then("会前酝酿", play -> play.isOpen(RECORD_DELIBERATION), play -> {
                    play.decide(deferred, "DEFER");
                    play.decide(refused, "REJECT");
                    play.decide(toSelfEvaluation, "RETURN_SELF_EVALUATION");
                    play.decide(toReview, "RETURN_PRELIMINARY_REVIEW");
                    play.decide(toEvaluation, "RETURN_COMPREHENSIVE_EVALUATION");
                })
                .answer(COUNTERSIGN_BY_INDUSTRY, REFUSED)
                .answer(SIGN_BY_SCIENCE, REFUSED)
                .expect(DRAFT_RELEASE, 3)
                .expect(COUNTERSIGN_BY_INDUSTRY, 3)
                .expect(SIGN_BY_SCIENCE, 2);
        twice(script, COMPILE_AGENDA, RECORD_DELIBERATION, Norms.DECISIONS_APPLIED);
        again(toEvaluation);
        return script;
    }

    private static void twice(Script script, String... keys) {
        for (String key : keys) {
            script.expect(key, 2);
        }
    }

    /** Every division and expert is asked once more. */
    private static void again(CaseScript script) {
        script.more(GIVE_MANAGEMENT_OPINION, script.divisions()).everyExpertAgain();
    }

    static Script pilots() {
        CaseScript reworked = Repertoire.straight("试点:方案退回一次,整改后验收通过")
                .points(9, 9)
                .answer(FILE_PROJECT, Map.of("outcome", "RETURN", "reason", "试运行:用途不清"))
                .answer(ACCEPT_PROJECT, Map.of("outcome", "REWORK", "opinion", "试运行:补充决算"))
                .more(DRAFT_FUND_USE_PLAN, 2)
                .more(FILE_PROJECT, 2)
                .more(REPORT_MIDTERM, 1)
                .more(REPORT_FINAL, 2)
                .more(ACCEPT_PROJECT, 2);
        CaseScript failed = Repertoire.straight("试点:验收不通过")
                .points(9, 8)
                .answer(ACCEPT_PROJECT, Map.of("outcome", "NOT_ACCEPTED", "opinion", "试运行:未完成任务"))
                .more(DRAFT_FUND_USE_PLAN, 1)
                .more(FILE_PROJECT, 1)
                .more(REPORT_MIDTERM, 1)
                .more(REPORT_FINAL, 1)
                .more(ACCEPT_PROJECT, 1);
        return new Script("发布后的试点示范", "round")
                .with(reworked, failed, Repertoire.straight("名次在后,不列入试点").points(5, 5))
                .pilots(2);
    }

    /** What objections lead to, during the period and after it. */
    static Script objections() {
        CaseScript dismissed = objected("网上异议:核查后不成立");
        CaseScript refused =
                Repertoire.straight("来信异议:不予受理").more(ACCEPT_OBJECTION, 1).more(Norms.OBJECTION_CLOSED, 1);
        refused.answer(ACCEPT_OBJECTION, Map.of("acceptance", "REFUSE", "reason", "试运行:不属于公示事项"));
        CaseScript recomputed = Repertoire.rescored("异议成立:替换专家,重新评分、再次审议、补充公示");
        upheld(recomputed);
        CaseScript removed = new CaseScript("异议成立:建议移出,再次审议否决").ends(CaseStatus.REJECTED_BY_DELIBERATION);
        removed.answer(DECIDE_OBJECTION, Map.of("outcome", "upheld", "remedy", "remove", "reason", "试运行:材料不实"));
        upheld(removed).more(Norms.SCORED, 1).more(CONFIRM_PANEL, 1);
        Script script = new Script("公示期内的异议", "round").with(dismissed, refused, recomputed, removed);
        return twiceNoticed(script.then("提出异议", play -> play.isNoticed(dismissed), play -> {
                    play.world().object(dismissed.caseNo());
                    play.letter(refused);
                    play.answerObjection(recomputed);
                    play.world().object(recomputed.caseNo());
                    play.world().object(removed.caseNo());
                })
                .then(
                        "再次审议前酝酿",
                        play -> play.wasDone("提出异议") && play.isOpen(RECORD_DELIBERATION),
                        play -> play.decide(removed, "REJECT")));
    }

    private static Script twiceNoticed(Script script) {
        twice(script, COMPILE_AGENDA, RECORD_DELIBERATION, Norms.DECISIONS_APPLIED);
        twice(script, ISSUE_NOTICE, Norms.NOTICE_PUBLISHED, Norms.NOTICE_ENDED);
        return script;
    }

    private static CaseScript objected(String title) {
        return upheld(Repertoire.straight(title));
    }

    private static CaseScript upheld(CaseScript script) {
        return script.more(ACCEPT_OBJECTION, 1)
                .more(INVESTIGATE_OBJECTION, 1)
                .more(DECIDE_OBJECTION, 1)
                .more(Norms.OBJECTION_CLOSED, 1);
    }

    /** An objection holds its own case only: the others are released at once. One case is left out of the agenda. */
    static Script held() {
        CaseScript free = Repertoire.straight("没有异议,先行发布").points(9, 8);
        CaseScript waiting = objected("异议未办结,只暂缓本案卷,补充发布");
        waiting.hold(ACCEPT_OBJECTION, (play, me) -> play.status(free) == CaseStatus.RELEASED);
        CaseScript unfinished = new CaseScript("复核没有完成,不列入议程,转入下一批次")
                .hold(REVIEW_BY_SCIENCE_DEPARTMENT, (play, me) -> false)
                .comes(CaseScript.Course.SELF_EVALUATED)
                .more(REVIEW_BY_INDUSTRY_DEPARTMENT, 1)
                .more(Norms.CLOSED, 1)
                .ends(CaseStatus.DEFERRED);
        Script script = new Script("异议只暂缓本案卷的批次", "case")
                .with(free, waiting, unfinished)
                .answer(COMPILE_AGENDA, Map.of("leaveOutUnfinished", true, "leaveOutReason", "试运行:复核尚未完成"))
                .then(
                        "提出异议",
                        play -> play.isNoticed(waiting),
                        play -> play.world().object(waiting.caseNo()));
        twice(script, DRAFT_RELEASE, COUNTERSIGN_BY_INDUSTRY, SIGN_BY_SCIENCE, Norms.RELEASED);
        return script;
    }

    /** The whole round waits: for an objection after the period, for a late letter, for a late recusal. */
    static Script suspended() {
        CaseScript slow = objected("期满时异议未办结,整批等待");
        slow.hold(ACCEPT_OBJECTION, (play, me) -> play.lastNotice(me).overAt(play.now()));
        CaseScript written = objected("期内寄出的来信晚到,发布中止");
        CaseScript recused = Repertoire.rescored("发布前责令回避,重新评分、再次审议、补充公示");
        Script script = new Script("发布中止的批次", "round")
                .with(slow, written, recused)
                .then("提出异议", play -> play.isNoticed(slow), play -> play.world().object(slow.caseNo()))
                .then("来信晚到", play -> play.isOpen(COUNTERSIGN_BY_INDUSTRY), play -> play.letter(written))
                .then(
                        "发布前责令回避",
                        play -> play.wasDone("来信晚到")
                                && play.status(written) == CaseStatus.NOTICE_ENDED
                                && play.isOpen(SIGN_BY_SCIENCE),
                        play -> play.world().orderRecusal(recused.caseNo()));
        script.expect(DRAFT_RELEASE, 3).expect(COUNTERSIGN_BY_INDUSTRY, 2);
        return twiceNoticed(script);
    }
}
