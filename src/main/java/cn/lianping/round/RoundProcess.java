package cn.lianping.round;

import cn.lianping.engine.ProcessVariable;

/** Ids of the diagrams {@code evaluation-round} and {@code alliance-evaluation}. */
public final class RoundProcess {

    public static final String KEY = "evaluation-round";
    public static final String ALLIANCE_EVALUATION = "alliance-evaluation";

    /** A lead enterprise withdrew its application. */
    public static final String ALLIANCE_WITHDRAWN = "alliance.withdrawn";

    /** The round ends a case that was not submitted or is carried over. */
    public static final String CASE_CLOSED = "round.caseClosed";

    /** The list of a release under way changes: a letter came, or an expert has to step back. */
    public static final String RELEASE_SUSPENDED = "release.suspended";

    /** What the round does next, see {@link NextStep}. */
    public static final ProcessVariable<String> NEXT_STEP = ProcessVariable.text("nextStep");

    private RoundProcess() {}
}
