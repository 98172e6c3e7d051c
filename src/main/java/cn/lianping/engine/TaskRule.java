package cn.lianping.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the domain asks of one user task, whatever diagram it stands in: what its form shows and what is checked and
 * stored when it is completed. One Spring bean per user task id.
 */
public interface TaskRule {

    /** The id of the user task, see the stage's process class. */
    String taskKey();

    /** The task's title in the task list, or null for the name in the diagram. */
    default @Nullable String title(TaskFacts task) {
        return null;
    }

    /**
     * The values that the form shows, computed anew at every opening: fields to edit by their key, and whatever the
     * form's texts and tables refer to. Values are texts, numbers, booleans, or lists and maps of them. Only what this
     * person may see.
     */
    default Map<String, Object> show(TaskFacts task) {
        return Map.of();
    }

    /**
     * Checks and stores what was entered, in the transaction that completes the task, and sets the routing facts. A
     * {@link cn.lianping.Refusal} leaves the task and everything else as it was.
     */
    void complete(TaskFacts task, FormData data);

    /**
     * Marks as void what this step has entered into the domain's records and keeps it there, because the case was taken
     * back to before the step. Nothing to do where the next entry replaces the former one anyway.
     */
    default void annul(Annulment annulment) {}
}
