package cn.lianping.pilot;

import cn.lianping.engine.ProcessVariable;

/** Ids and variables of the pilot projects in the diagrams. */
public final class PilotProcess {

    public static final String KEY = "pilot-project";

    /** In the process of the round. */
    public static final String SELECT_PILOTS = "userTask_selectPilots";

    public static final String DRAFT_FUND_USE_PLAN = "userTask_draftFundUsePlan";
    public static final String FILE_PROJECT = "userTask_fileProject";
    public static final String REPORT_MIDTERM = "userTask_reportMidterm";
    public static final String REPORT_FINAL = "userTask_reportFinal";
    public static final String ACCEPT_PROJECT = "userTask_acceptProject";

    /** Code of the division the project is filed with. */
    public static final ProcessVariable<String> DIVISION = ProcessVariable.text("pilotDivision");

    public static final ProcessVariable<Boolean> FILED = ProcessVariable.flag("projectFiled");

    /** ACCEPTED, REWORK or NOT_ACCEPTED. */
    public static final ProcessVariable<String> ACCEPTANCE = ProcessVariable.text("acceptance");

    private PilotProcess() {}
}
