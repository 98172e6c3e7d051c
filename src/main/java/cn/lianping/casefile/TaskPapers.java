package cn.lianping.casefile;

import static java.util.Map.entry;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.jointrelease.JointReleaseProcess;
import cn.lianping.pilot.PilotProcess;
import cn.lianping.publicity.PublicityProcess;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import java.util.List;
import java.util.Map;

/** The kinds of file that each task takes. Who only reads and judges uploads nothing. */
final class TaskPapers {

    private static final Map<String, List<EvidenceKind>> TAKEN = Map.ofEntries(
            entry(SelfEvaluationProcess.SELF_EVALUATE_ELEMENT, List.of(EvidenceKind.ELEMENT)),
            entry(SelfEvaluationProcess.SEAL_REPORT, List.of(EvidenceKind.SEAL)),
            entry(SelfEvaluationProcess.SUBMIT_REPORT, List.of()),
            entry(ComprehensiveEvaluationProcess.CONFIRM_PANEL, List.of()),
            entry(ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION, List.of()),
            entry(ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT, List.of()),
            entry(DeliberationProcess.COMPILE_AGENDA, List.of()),
            entry(PilotProcess.SELECT_PILOTS, List.of()),
            entry(DeliberationProcess.RECORD_DELIBERATION, List.of(EvidenceKind.MINUTES)),
            entry(PublicityProcess.ISSUE_NOTICE, List.of()),
            entry(PublicityProcess.ACCEPT_OBJECTION, List.of()),
            entry(PublicityProcess.INVESTIGATE_OBJECTION, List.of(EvidenceKind.FINDING)),
            entry(PublicityProcess.DECIDE_OBJECTION, List.of()),
            entry(JointReleaseProcess.DRAFT_RELEASE, List.of()),
            entry(JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY, List.of()),
            entry(JointReleaseProcess.SIGN_BY_SCIENCE, List.of()),
            entry(PilotProcess.DRAFT_FUND_USE_PLAN, List.of(EvidenceKind.FUND_USE)),
            entry(PilotProcess.FILE_PROJECT, List.of()),
            entry(PilotProcess.REPORT_MIDTERM, List.of(EvidenceKind.PILOT_REPORT)),
            entry(PilotProcess.REPORT_FINAL, List.of(EvidenceKind.PILOT_REPORT)),
            entry(PilotProcess.ACCEPT_PROJECT, List.of()));

    private TaskPapers() {}

    /** The kinds the task takes; a task that an administrator drew takes other papers. */
    static List<EvidenceKind> takenBy(String taskKey) {
        return TAKEN.getOrDefault(taskKey, List.of(EvidenceKind.OTHER));
    }
}
