package cn.lianping.deliberation;

import cn.lianping.engine.ProcessVariable;

/** Ids, messages and variables of the deliberation in the diagrams. */
public final class DeliberationProcess {

    public static final String KEY = "party-group-deliberation";

    /** In the process of the round: who is on the agenda. */
    public static final String COMPILE_AGENDA = "userTask_compileAgenda";

    public static final String RECORD_DELIBERATION = "userTask_recordDeliberation";

    /** Tells a case that it was decided on. */
    public static final String DECIDED = "deliberation.decided";

    /** Tells a case that the round goes on without it. */
    public static final String CASE_CLOSED = "round.caseClosed";

    /** The deliberation that the agenda was compiled for. */
    public static final ProcessVariable<String> DELIBERATION_ID = ProcessVariable.text("deliberationId");

    /** In the process of a case: name of the {@link DeliberationOutcome}. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.text("deliberationOutcome");

    private DeliberationProcess() {}
}
