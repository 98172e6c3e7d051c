package cn.lianping.engine;

import cn.lianping.Refusal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form that is bound to a task or start event at this moment, as the engine itself would resolve it. */
@Component
class FormSchemas {

    private final Map<String, FormSchema> parsed = new ConcurrentHashMap<>();

    /** The form of a task; a task without a form declares nothing. */
    FormSchema ofTask(TaskEntity task) {
        var data = task.getTaskDefinition().getTaskFormHandler().createTaskForm(task);
        return of(data.getCamundaFormRef(), data.getDeploymentId(), task.getTenantId());
    }

    /** The start form of a process. */
    FormSchema ofStart(ProcessDefinitionEntity definition) {
        var data = definition.getStartFormHandler().createStartFormData(definition);
        return of(data.getCamundaFormRef(), definition.getDeploymentId(), definition.getTenantId());
    }

    private FormSchema of(@Nullable CamundaFormRef ref, String deploymentId, @Nullable String area) {
        if (ref == null) {
            return FormSchema.parse(
                    "{\"id\":\"\",\"components\":[]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        CommandContext context = Context.getCommandContext();
        var found = (CamundaFormDefinitionEntity)
                AreaForms.in(area, () -> new GetCamundaFormDefinitionCmd(ref, deploymentId).execute(context));
        if (found == null) {
            throw Refusal.conflict("找不到表单“" + ref.getKey() + "”,请管理员检查部署");
        }
        return parsed.computeIfAbsent(
                found.getId(),
                id -> FormSchema.parse(context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(found.getDeploymentId(), found.getResourceName())
                        .getBytes()));
    }
}
