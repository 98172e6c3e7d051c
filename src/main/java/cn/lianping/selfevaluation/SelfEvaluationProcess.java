package cn.lianping.selfevaluation;

import cn.lianping.engine.ProcessVariable;

/** Ids of the diagram {@code self-evaluation}. */
public final class SelfEvaluationProcess {

    public static final String KEY = "self-evaluation";
    public static final String SELF_EVALUATE_ELEMENT = "userTask_selfEvaluateElement";
    public static final String SEAL_REPORT = "userTask_sealReport";
    public static final String SUBMIT_REPORT = "userTask_submitReport";

    /** Number of the element, as text: 1 to 10. */
    public static final ProcessVariable<String> ELEMENT = ProcessVariable.text("element");

    /** Credit code of the member unit. */
    public static final ProcessVariable<String> MEMBER = ProcessVariable.text("member");

    /** SUBMIT or REOPEN. */
    public static final ProcessVariable<String> SUBMISSION = ProcessVariable.text("submission");

    public static final String SUBMIT = "SUBMIT";
    public static final String REOPEN = "REOPEN";

    private SelfEvaluationProcess() {}
}
