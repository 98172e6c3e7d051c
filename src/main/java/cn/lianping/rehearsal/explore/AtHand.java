package cn.lianping.rehearsal.explore;

import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A task that somebody is about to do.
 *
 * @param process key
 * @param key id of the user task
 * @param businessKey case or round
 * @param person who does it
 * @param shown what its form shows to the person
 * @param script of its case, null for a task of the round
 */
record AtHand(
        Task task,
        String process,
        String key,
        String businessKey,
        String person,
        Map<String, Object> shown,
        @Nullable CaseScript script,
        Play play) {

    CaseScript ofCase() {
        if (script == null) {
            throw new IllegalStateException(key + " of no case");
        }
        return script;
    }
}
