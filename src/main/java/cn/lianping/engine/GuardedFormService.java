package cn.lianping.engine;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/**
 * The form service that serves what the domain shows now (not what it was when the task was created), and none of the
 * process variables.
 */
class GuardedFormService extends FormServiceImpl {

    private final TaskRules tasks;
    private final StartRules starts;
    private final ShownDrafts drafts;

    GuardedFormService(TaskRules tasks, StartRules starts, ShownDrafts drafts) {
        this.tasks = tasks;
        this.starts = starts;
        this.drafts = drafts;
    }

    @Override
    public VariableMap getTaskFormVariables(
            String taskId, @Nullable Collection<String> names, boolean deserializeObjectValues) {
        Command<VariableMap> command = context -> {
            // the engine's own command checks that the person may read the task
            new GetTaskFormVariablesCmd(taskId, java.util.Set.of(), false).execute(context);
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return typed(drafts.over(tasks.show(task), task), names);
        };
        return commandExecutor.execute(command);
    }

    @Override
    public VariableMap getStartFormVariables(
            String definitionId, @Nullable Collection<String> names, boolean deserializeObjectValues) {
        Command<VariableMap> command = context -> {
            new org.camunda.bpm.engine.impl.cmd.GetStartFormVariablesCmd(definitionId, java.util.Set.of(), false)
                    .execute(context);
            ProcessDefinitionEntity definition =
                    context.getProcessDefinitionManager().findLatestProcessDefinitionById(definitionId);
            return typed(starts.show(definition.getKey(), definition.getTenantId()), names);
        };
        return commandExecutor.execute(command);
    }

    @Override
    public InputStream getDeployedTaskForm(String taskId) {
        Command<InputStream> command = context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            // the engine's own command says what a task id that is none gets to hear
            return AreaForms.in(
                    task == null ? null : task.getTenantId(),
                    () -> new GetDeployedTaskFormCmd(taskId).execute(context));
        };
        return commandExecutor.execute(command);
    }

    @Override
    public InputStream getDeployedStartForm(String definitionId) {
        Command<InputStream> command = context -> {
            ProcessDefinitionEntity definition =
                    context.getProcessDefinitionManager().findLatestProcessDefinitionById(definitionId);
            return AreaForms.in(
                    definition == null ? null : definition.getTenantId(),
                    () -> new GetDeployedStartFormCmd(definitionId).execute(context));
        };
        return commandExecutor.execute(command);
    }

    private static VariableMap typed(Map<String, Object> shown, @Nullable Collection<String> names) {
        VariableMap result = Variables.createVariables();
        shown.forEach((key, value) -> {
            if (names != null && !names.contains(key)) {
                return;
            }
            if (value instanceof Map || value instanceof Collection) {
                result.putValueTyped(
                        key, SpinValues.jsonValue(CanonicalJson.write(value)).create());
            } else if (value instanceof Number number && !(value instanceof Integer)) {
                // exact decimals reach the browser as text: binary floating point would change them
                result.putValueTyped(key, Variables.stringValue(number.toString()));
            } else if (value instanceof Integer number) {
                result.putValueTyped(key, Variables.integerValue(number));
            } else if (value instanceof Boolean flag) {
                result.putValueTyped(key, Variables.booleanValue(flag));
            } else {
                result.putValueTyped(key, Variables.stringValue(String.valueOf(value)));
            }
        });
        return result;
    }
}
