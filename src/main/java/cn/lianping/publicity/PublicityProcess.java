package cn.lianping.publicity;

import cn.lianping.engine.ProcessVariable;

/** Ids, messages and routing facts of the diagrams {@code publicity} and {@code objection-handling}. */
public final class PublicityProcess {

    /** One notice and its period; business key is the round number. */
    public static final String KEY = "publicity";

    /** One objection; business key is the case number. */
    public static final String OBJECTION_KEY = "objection-handling";

    public static final String ISSUE_NOTICE = "userTask_issueNotice";
    public static final String ACCEPT_OBJECTION = "userTask_acceptObjection";
    public static final String INVESTIGATE_OBJECTION = "userTask_investigateObjection";
    public static final String DECIDE_OBJECTION = "userTask_decideObjection";

    /** Starts an objection's process. */
    public static final String OBJECTION_RECEIVED = "objection.received";

    /** Tells the processes of the round that an objection was settled. */
    public static final String OBJECTION_CLOSED = "objection.closed";

    /** Tells a case that it was noticed without objection. */
    public static final String PUBLICITY_ENDED = "publicity.ended";

    /** Tells a case that it is evaluated again. */
    public static final String EVALUATION_REOPENED = "evaluation.reopened";

    /** Whether the notice waits for objections to be settled. */
    public static final ProcessVariable<Boolean> OBJECTIONS_OPEN = ProcessVariable.flag("objectionsOpen");

    /** Whether the objection is looked into. */
    public static final ProcessVariable<Boolean> OBJECTION_ACCEPTED = ProcessVariable.flag("objectionAccepted");

    /** DISMISSED, UPHELD or REFUSED, see {@link ObjectionOutcome}. */
    public static final ProcessVariable<String> OBJECTION_OUTCOME = ProcessVariable.text("objectionOutcome");

    /** Which objection the process handles. */
    public static final ProcessVariable<String> RECEIPT_NO = ProcessVariable.text("receiptNo");

    private PublicityProcess() {}
}
