package cn.lianping.engine;

/** Is told where runs go; only in a rehearsal. */
public interface WalkRecorder {

    /** An element was passed, in the order in which it happened, once the transaction is committed. */
    void walked(Walk walk);
}
