package cn.lianping.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may know of the task it serves.
 *
 * @param taskId the task
 * @param taskKey the id of the user task in the diagram
 * @param name its name as people see it
 * @param businessKey the case number, or the round number for tasks of a round
 * @param assignee who has claimed it, if anybody
 * @param actor who acts now
 * @param processInstanceId the process instance the task stands in
 * @param scope the variables seen from the task
 */
public record TaskFacts(
        String taskId,
        String taskKey,
        String name,
        String businessKey,
        @Nullable String assignee,
        String actor,
        String processInstanceId,
        VariableScope scope) {

    /** A variable that the diagram must provide. */
    public <T> T variable(ProcessVariable<T> variable) {
        return variable.require(scope);
    }

    /** Sets a routing fact for the gateways that follow. */
    public <T> void route(ProcessVariable<T> variable, T value) {
        org.camunda.bpm.engine.delegate.VariableScope target =
                scope instanceof org.camunda.bpm.engine.delegate.DelegateTask task ? task.getExecution() : scope;
        variable.set(target, value);
    }
}
