package cn.lianping.engine;

/** How a user task ended. */
public enum TaskEnding {
    /** It was completed, with whatever decision. */
    COMPLETED,
    /** Its person sent the case back to an earlier step (退回). */
    RETURNED,
    /** It was completed, and its person took that back later (撤回). */
    TAKEN_BACK,
    /** It ended undone: the case was withdrawn, closed or taken back to an earlier step. */
    CANCELLED
}
