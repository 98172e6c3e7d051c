package cn.lianping.comprehensiveevaluation;

import cn.lianping.engine.ProcessVariable;

/** The names of the diagram comprehensive-evaluation. */
public final class ComprehensiveEvaluationProcess {

    /** Key of the process. */
    public static final String KEY = "comprehensive-evaluation";

    public static final String GIVE_MANAGEMENT_OPINION = "userTask_giveManagementOpinion";
    public static final String CONFIRM_PANEL = "userTask_confirmPanel";
    public static final String REVIEW_BY_EXPERT = "userTask_reviewByExpert";

    /** Wakes the seat whose expert has to step back while the task is open. */
    public static final String EXPERT_RECUSED = "panel.expertRecused";

    /** Takes a case that was already scored back into the comprehensive evaluation. */
    public static final String EVALUATION_REOPENED = "evaluation.reopened";

    /** Code of the division that a task belongs to. */
    public static final ProcessVariable<String> DIVISION = ProcessVariable.text("division");

    /** Number of the seat that a task belongs to, from 1. */
    public static final ProcessVariable<String> SEAT = ProcessVariable.text("seat");

    public static final ProcessVariable<Boolean> PANEL_CONFIRMATION_NEEDED =
            ProcessVariable.flag("panelConfirmationNeeded");
    public static final ProcessVariable<Boolean> RECUSAL_DECLARED = ProcessVariable.flag("recusalDeclared");
    public static final ProcessVariable<Boolean> REPLACEMENT_APPOINTED = ProcessVariable.flag("replacementAppointed");
    public static final ProcessVariable<Boolean> SHEETS_SUFFICE = ProcessVariable.flag("sheetsSuffice");

    private ComprehensiveEvaluationProcess() {}
}
