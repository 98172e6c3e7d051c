package cn.lianping.engine;

import cn.lianping.Refusal;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * Takes what a form submits: variables that the form does not declare are refused, declared ones become transient
 * task-local variables, so that they reach the domain rule of the task and nothing else (no process variable, no copy in
 * the engine's history).
 */
final class DomainTaskForm implements TaskFormHandler {

    private final TaskFormHandler parsed;
    private final FormSchemas schemas;
    private final HandedOver handedOver;

    DomainTaskForm(TaskFormHandler parsed, FormSchemas schemas, HandedOver handedOver) {
        this.parsed = parsed;
        this.schemas = schemas;
        this.handedOver = handedOver;
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return parsed.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // the wrapped handler was configured when the diagram was parsed
    }

    @Override
    public void submitFormVariables(VariableMap properties, VariableScope scope) {
        TaskEntity task = (TaskEntity) scope;
        FormSchema schema = schemas.ofTask(task);
        for (String key : properties.keySet()) {
            if (!schema.fields().containsKey(key)) {
                throw Refusal.invalid("提交了表单中没有的内容“" + key + "”,已拒绝;请只填写表单上的栏目");
            }
        }
        if (task.getDelegationState() == DelegationState.PENDING) {
            // the engine gives the task back to its owner, who decides; the entries are a proposal
            handedOver.propose(task, properties);
            return;
        }
        for (String key : properties.keySet()) {
            scope.setVariableLocal(key, Variables.untypedValue(properties.get(key), true));
        }
    }
}
