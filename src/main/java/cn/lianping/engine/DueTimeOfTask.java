package cn.lianping.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** When a task is due, as the moment that the rest of the platform reckons with. */
public final class DueTimeOfTask {

    private DueTimeOfTask() {}

    /** The end of the task's last day; null for a task that is never due. */
    public static @Nullable Instant of(Task task) {
        Date due = task.getDueDate();
        return due == null ? null : due.toInstant();
    }
}
