package cn.lianping.engine;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a diagram says of stages: in which stage each user task works, and which of its elements are a whole
 * stage of a case. Read in the same way when things happen and when they are looked up in the history.
 */
public final class DiagramStages {

    private static final String STAGE = "stage";
    private static final String UNKNOWN = "other";

    /**
     * A user task.
     *
     * @param name as the diagram calls it
     * @param stage its property {@code stage}
     * @param assigned whether the diagram names the one person who is to do it
     */
    public record TaskPlace(String name, String stage, boolean assigned) {}

    private final Map<String, TaskPlace> tasks = new HashMap<>();
    private final Map<String, EvaluationStage> stages = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final boolean ofCases;

    DiagramStages(BpmnModelInstance model) {
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> tasks.put(
                        task.getId(), new TaskPlace(name(task), property(task), task.getCamundaAssignee() != null)));
        model.getModelElementsByType(CallActivity.class)
                .forEach(call -> EvaluationStage.ofCalled(call.getCalledElement())
                        .ifPresent(stage -> stages.put(call.getId(), stage)));
        model.getModelElementsByType(EventBasedGateway.class)
                .forEach(gateway -> awaited(gateway).ifPresent(stage -> stages.put(gateway.getId(), stage)));
        model.getModelElementsByType(FlowNode.class).forEach(node -> names.put(node.getId(), name(node)));
        stages.forEach((id, stage) -> names.put(id, stage.chinese()));
        ofCases = !stages.isEmpty()
                && !model.getModelElementsByType(EndEvent.class).isEmpty();
    }

    /** Reads a diagram as it was deployed. */
    public static DiagramStages read(InputStream xml) {
        return new DiagramStages(Bpmn.readModelFromStream(xml));
    }

    /** The user task of this id; one that the diagram does not know stands for itself. */
    public TaskPlace task(String id) {
        return tasks.getOrDefault(id, new TaskPlace(id, UNKNOWN, false));
    }

    /** The stage that this element is for a case, if it is one. */
    public Optional<EvaluationStage> stage(String id) {
        return Optional.ofNullable(stages.get(id));
    }

    /** Whether the diagram leads cases through stages. */
    public boolean ofCases() {
        return ofCases;
    }

    /** The name of an element as people read it. */
    public String nameOf(String id) {
        return names.getOrDefault(id, id);
    }

    /** Ids of the elements that are a whole stage, and of the user tasks. */
    public Map<String, String> measured() {
        Map<String, String> found = new HashMap<>();
        tasks.forEach((id, task) -> found.put(id, task.name()));
        stages.forEach((id, stage) -> found.put(id, stage.chinese()));
        return found;
    }

    private static Optional<EvaluationStage> awaited(EventBasedGateway gateway) {
        return gateway.getOutgoing().stream()
                .map(SequenceFlow::getTarget)
                .map(DiagramStages::message)
                .flatMap(message -> EvaluationStage.ofAwaited(message).stream())
                .findFirst();
    }

    private static @Nullable String message(FlowNode node) {
        if (!(node instanceof IntermediateCatchEvent event)) {
            return null;
        }
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .filter(message -> message != null)
                .map(message -> message.getName())
                .findFirst()
                .orElse(null);
    }

    private static String name(FlowElement element) {
        return element.getName() == null ? element.getId() : element.getName();
    }

    private static String property(UserTask task) {
        if (task.getExtensionElements() == null) {
            return UNKNOWN;
        }
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(one -> STAGE.equals(one.getCamundaName()))
                .map(one -> String.valueOf(one.getCamundaValue()).strip())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
