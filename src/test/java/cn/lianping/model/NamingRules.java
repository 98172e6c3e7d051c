package cn.lianping.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Ids, names and documentation. */
final class NamingRules {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十]+条");
    private static final Map<Class<? extends FlowElement>, String> PREFIXES = Map.of(
            StartEvent.class, "startEvent",
            EndEvent.class, "endEvent",
            IntermediateCatchEvent.class, "event",
            BoundaryEvent.class, "event",
            UserTask.class, "userTask",
            ServiceTask.class, "serviceTask",
            CallActivity.class, "callActivity",
            SubProcess.class, "subProcess",
            Gateway.class, "gateway",
            SequenceFlow.class, "flow");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "the file is named after its one executable process",
                    "deployments and call activities find a process by its key",
                    NamingRules::fileNames,
                    "publicity",
                    diagram -> diagram.process().setId("notice")),
            new Rule(
                    "ids are <type>_<camelCase>",
                    "generated ids change when a diagram is redrawn, and tasks, rules and statistics lose their element",
                    NamingRules::ids,
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setId("Activity_0x1y2z")),
            new Rule(
                    "nodes have Chinese names; forks, merges and event-based gateways have none",
                    "Tasklist and Cockpit show ids where a name is missing",
                    NamingRules::names,
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setName("issue notice")),
            new Rule(
                    "an exclusive split asks a question, each answer is named, one is the default, the others have conditions",
                    "without a default an unexpected value stops the case with an incident",
                    NamingRules::splits,
                    "publicity",
                    diagram -> diagram.element("gateway_objectionsOpen", ExclusiveGateway.class)
                            .removeAttribute("default")),
            new Rule(
                    "processes and user tasks say which article they carry out",
                    "nobody can check the diagram against the measures",
                    NamingRules::articles,
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .getDocumentations()
                            .clear()));

    private NamingRules() {}

    private static List<String> fileNames(Diagram diagram) {
        var processes = diagram.all(Process.class);
        return processes.size() == 1
                        && diagram.process().isExecutable()
                        && diagram.process().getId().equals(diagram.key())
                ? List.of()
                : List.of("processes "
                        + processes.stream().map(BaseElement::getId).toList());
    }

    private static List<String> ids(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        PREFIXES.forEach((type, prefix) -> diagram.all(type).stream()
                .map(BaseElement::getId)
                .filter(id -> !id.matches(prefix + "(_[a-z][A-Za-z0-9]*)+"))
                .forEach(id -> problems.add("id " + id)));
        return problems;
    }

    private static boolean merges(FlowNode node) {
        return node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
    }

    private static List<String> names(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (FlowNode node : diagram.all(FlowNode.class)) {
            boolean silent = node instanceof ParallelGateway || node instanceof EventBasedGateway || merges(node);
            boolean named =
                    node.getName() != null && HAN.matcher(node.getName()).find();
            if (named == silent) {
                problems.add("name of " + node.getId());
            }
        }
        return problems;
    }

    private static List<String> splits(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
            if (merges(gateway)) {
                continue;
            }
            if (gateway.getName() == null || !gateway.getName().endsWith("？")) {
                problems.add(gateway.getId() + " asks no question");
            }
            if (gateway.getDefault() == null) {
                problems.add(gateway.getId() + " has no default");
            }
            for (SequenceFlow flow : gateway.getOutgoing()) {
                if (flow.getName() == null || flow.getName().isBlank()) {
                    problems.add(flow.getId() + " is no answer");
                }
                if (flow.equals(gateway.getDefault()) == (flow.getConditionExpression() != null)) {
                    problems.add(flow.getId() + " must have a condition or be the default");
                }
            }
        }
        return problems;
    }

    private static List<String> articles(Diagram diagram) {
        List<BaseElement> elements = new ArrayList<>(diagram.all(UserTask.class));
        elements.add(diagram.process());
        return elements.stream()
                .filter(element -> element.getDocumentations().stream()
                        .noneMatch(
                                text -> ARTICLE.matcher(text.getTextContent()).find()))
                .map(element -> element.getId() + " cites no article")
                .toList();
    }
}
