package cn.lianping.engine;

import java.util.List;

/** Is told what a transaction did to tasks and stages, just before it commits and in it. All beans of this type are. */
public interface RunRecorder {

    /**
     * Writes down what happened.
     *
     * @param tasks each task once, by id, so that all transactions take their locks in one order
     * @param steps in the order in which they happened
     */
    void record(List<TaskChange> tasks, List<StageStep> steps);
}
