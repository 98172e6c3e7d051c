package cn.lianping.engine;

import cn.lianping.Refusal;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;

/**
 * The task service with one entrance for data: completing with variables is the same as submitting the form, so that no
 * REST call can set process variables past the form's declaration.
 */
class GuardedTaskService extends TaskServiceImpl {

    private final HandedOver handedOver;

    GuardedTaskService(HandedOver handedOver) {
        this.handedOver = handedOver;
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        submit(taskId, variables);
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        submit(taskId, variables);
        return Variables.createVariables();
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        if (variables != null && !variables.isEmpty()) {
            throw Refusal.invalid("交回委派任务时不能附带变量,请在表单中填写");
        }
        commandExecutor.execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                throw Refusal.notFound("任务不存在或已办结");
            }
            handedOver.requireDelegate(task.getAssignee());
            return null;
        });
        super.resolveTask(taskId);
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    private void submit(String taskId, @Nullable Map<String, Object> variables) {
        if (variables == null || variables.isEmpty()) {
            super.complete(taskId);
        } else {
            commandExecutor.execute(
                    new org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd(taskId, variables, false, false));
        }
    }
}
