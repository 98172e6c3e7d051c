package cn.lianping.engine;

/** The keys that every process of a round carries. */
public final class EvaluationVariables {

    /** Number of the round, e.g. 2026-01. */
    public static final ProcessVariable<String> ROUND_NO = ProcessVariable.text("roundNo");

    /** Registry id of the alliance. */
    public static final ProcessVariable<String> ALLIANCE_ID = ProcessVariable.text("allianceId");

    /** Unified Social Credit Code of the lead enterprise. */
    public static final ProcessVariable<String> LEAD_CODE = ProcessVariable.text("leadCode");

    /** Area of the recommending department. */
    public static final ProcessVariable<String> AREA = ProcessVariable.text("area");

    private EvaluationVariables() {}
}
