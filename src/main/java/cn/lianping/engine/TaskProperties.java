package cn.lianping.engine;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The properties that a diagram gives a user task, in the version of the diagram that the task runs on. */
@Component
public class TaskProperties {

    /** What the people at the task may do besides completing it: words of {@code office.OfficeAction}. */
    public static final String ACTIONS = "actions";

    /** The steps to which the task may be sent back, ids of user tasks. */
    public static final String RETURN_TO = "returnTo";

    /** The choices of the form that decline: {@code field=VALUE,VALUE}; an added signer never holds these up. */
    public static final String REJECTION = "rejection";

    private final RepositoryService repository;

    TaskProperties(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** The value, trimmed; empty where the diagram gives none. */
    public Optional<String> find(String definitionId, String taskKey, String property) {
        FlowElement element = repository.getBpmnModelInstance(definitionId).getModelElementById(taskKey);
        if (element == null || element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(one -> property.equals(one.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .map(String::strip)
                .findFirst();
    }

    /** The words of a list, separated by commas, in their order. */
    public Set<String> words(Task task, String property) {
        if (task.getProcessDefinitionId() == null) {
            return Set.of();
        }
        return find(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), property)
                .map(value -> new LinkedHashSet<>(Arrays.asList(value.split("\\s*,\\s*", -1))))
                .map(Set.class::cast)
                .orElse(Set.of());
    }
}
