package cn.lianping.precheck;

/**
 * What the facts of an element suggest; shown beside the claim, never counted.
 *
 * @param advice {@link #MET}, {@link #NOT_MET} or {@link #NONE}
 * @param reason why, in Chinese
 */
public record Advice(String advice, String reason) {

    /** The facts speak for the element. */
    public static final String MET = "建议符合";
    /** The facts speak against it. */
    public static final String NOT_MET = "建议不符合";
    /** The facts are not complete. */
    public static final String NONE = "暂无建议";
}
