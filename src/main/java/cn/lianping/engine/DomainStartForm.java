package cn.lianping.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Takes what a start form submits and lets the domain decide what the new process instance carries. */
final class DomainStartForm implements StartFormHandler {

    private final StartFormHandler parsed;
    private final StartRules starts;
    private final FormSchemas schemas;

    DomainStartForm(StartFormHandler parsed, StartRules starts, FormSchemas schemas) {
        this.parsed = parsed;
        this.starts = starts;
        this.schemas = schemas;
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return parsed.createStartFormData(definition);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // the wrapped handler was configured when the diagram was parsed
    }

    @Override
    public void submitFormVariables(VariableMap properties, VariableScope scope) {
        var instance = (ExecutionEntity) scope;
        var definition = instance.getProcessDefinition();
        StartRule.Started started = starts.start(
                definition.getKey(),
                definition.getTenantId(),
                instance.getProcessInstanceId(),
                schemas.ofStart(definition),
                properties);
        instance.setProcessBusinessKey(started.businessKey());
        started.variables().forEach(instance::setVariableLocal);
        instance.setVariableLocal(DomainParseListener.STARTED_BY_FORM, Variables.booleanValue(true, true));
    }
}
