package cn.lianping.model;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Where the engine commits, so that what fails rolls back only itself. */
final class SavePointRules {

    static final List<Rule> RULES = List.of(
            new Rule(
                    "many at once commit one by one",
                    "two people who finish at the same moment roll each other back",
                    diagram -> diagram.all(MultiInstanceLoopCharacteristics.class).stream()
                            .filter(loop -> !loop.isCamundaAsyncAfter())
                            .map(loop -> ((Activity) loop.getParentElement()).getId())
                            .toList(),
                    "comprehensive-evaluation",
                    diagram -> diagram.all(MultiInstanceLoopCharacteristics.class)
                            .forEach(loop -> loop.setCamundaAsyncAfter(false))),
            new Rule(
                    "a person's act is kept before it meets others at a join",
                    "the later of two departments gets an error instead of being second",
                    SavePointRules::joins,
                    "preliminary-review",
                    diagram -> diagram.element("userTask_reviewByScienceDepartment", UserTask.class)
                            .setCamundaAsyncAfter(false)),
            new Rule(
                    "the end of a period is kept before what follows from it",
                    "a failing step puts the timer back and the period seems to run on",
                    SavePointRules::timers,
                    "publicity",
                    diagram -> diagram.element("event_periodEnded", IntermediateCatchEvent.class)
                            .setCamundaAsyncAfter(false)),
            new Rule(
                    "what a person starts by a form is kept before the platform's own work on it",
                    "a failing step loses the application and the person sees an error of the platform",
                    SavePointRules::starts,
                    "alliance-evaluation",
                    diagram -> diagram.element("startEvent_applied", StartEvent.class)
                            .setCamundaAsyncAfter(false)));

    private SavePointRules() {}

    private static List<String> joins(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            boolean alone = task.getLoopCharacteristics() == null && !task.isCamundaAsyncAfter();
            boolean joins = task.getOutgoing().stream()
                    .anyMatch(flow -> flow.getTarget() instanceof ParallelGateway join
                            && join.getIncoming().size() > 1);
            if (alone && joins) {
                problems.add(task.getId());
            }
        }
        return problems;
    }

    private static List<String> timers(Diagram diagram) {
        return diagram.all(IntermediateCatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .filter(event -> !event.isCamundaAsyncAfter() && leadsToWork(event))
                .map(FlowNode::getId)
                .toList();
    }

    private static List<String> starts(Diagram diagram) {
        return diagram.all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .filter(start -> !start.isCamundaAsyncAfter())
                .filter(start -> start.getOutgoing().stream().noneMatch(flow -> flow.getTarget() instanceof UserTask))
                .map(FlowNode::getId)
                .toList();
    }

    private static boolean leadsToWork(FlowNode node) {
        return node.getOutgoing().stream()
                .anyMatch(flow -> flow.getTarget() instanceof ServiceTask task && !task.isCamundaAsyncBefore());
    }
}
