package cn.lianping.engine;

import java.util.Map;

/** What people have entered into a form and not yet sent (暂存), kept at the server so that work goes on anywhere. */
public interface TaskDrafts {

    /** The entries kept for the task, by field; empty when there are none. */
    Map<String, Object> of(String taskId);

    /** Keeps the entries, instead of what was kept before. */
    void keep(String taskId, Map<String, Object> entries, String who);
}
