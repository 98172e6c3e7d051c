package cn.lianping.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/**
 * For each rule a way of breaking a packaged diagram, to see that the rule can fail.
 *
 * @param process key of the diagram
 */
record Breaking(String process, Consumer<Diagram> how) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Map<String, Breaking> ALL = Map.ofEntries(
            at(
                    "vocabulary",
                    "publicity",
                    diagram -> diagram.element("serviceTask_endNotice", ServiceTask.class)
                            .setCamundaClass("cn.lianping.Anything")),
            at(
                    "expression",
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setCamundaAssignee("${runtimeService.toString()}")),
            at(
                    "listener",
                    "publicity",
                    diagram -> listener(diagram).setCamundaDelegateExpression("#{endNoticeDelegate}")),
            at("one-process", "publicity", diagram -> diagram.process().setId("notice")),
            at(
                    "id-form",
                    "publicity",
                    diagram -> diagram.element("serviceTask_endNotice", ServiceTask.class)
                            .setId("Activity_0x1y2z")),
            at(
                    "user-task-name",
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setName("issue notice")),
            at(
                    "node-name",
                    "publicity",
                    diagram -> diagram.element("serviceTask_endNotice", ServiceTask.class)
                            .setName("end notice")),
            at(
                    "exclusive-default",
                    "publicity",
                    diagram -> diagram.element("gateway_objectionsOpen", ExclusiveGateway.class)
                            .removeAttribute("default")),
            at(
                    "exclusive-question",
                    "publicity",
                    diagram -> diagram.element("gateway_objectionsOpen", ExclusiveGateway.class)
                            .setName("异议")),
            at(
                    "article",
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .getDocumentations()
                            .clear()),
            at(
                    "connected",
                    "publicity",
                    diagram -> diagram.element("flow_publishNotice_periodEnded", SequenceFlow.class)
                            .removeAttribute("targetRef")),
            at("stuck", "preliminary-review", Breaking::choiceInsteadOfFork),
            at("unreached", "publicity", diagram -> {
                var end = diagram.model().newInstance(EndEvent.class);
                end.setId("endEvent_never");
                diagram.process().addChildElement(end);
            }),
            at("twice", "preliminary-review", Breaking::mergeInsteadOfJoin),
            at("too-large", "publicity", Breaking::manyAtOnce),
            at(
                    "required",
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setId("userTask_issue")),
            at(
                    "delegate",
                    "publicity",
                    diagram -> diagram.element("serviceTask_endNotice", ServiceTask.class)
                            .setCamundaDelegateExpression("#{finishNoticeDelegate}")),
            at(
                    "candidates",
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .removeAttributeNs(CAMUNDA, "candidateGroups")),
            at(
                    "form",
                    "publicity",
                    diagram -> diagram.element("userTask_issueNotice", UserTask.class)
                            .setCamundaFormRef("issue-notices")),
            at(
                    "deadline",
                    "publicity",
                    diagram -> listener(diagram).getParentElement().removeChildElement(listener(diagram))),
            at(
                    "stage",
                    "publicity",
                    diagram ->
                            diagram.all(CamundaProperty.class).forEach(property -> property.setCamundaValue("notice"))),
            at(
                    "message",
                    "publicity",
                    diagram -> diagram.all(Message.class).iterator().next().setName("CloseObjection")),
            at("time-to-live", "publicity", diagram -> diagram.process().setCamundaHistoryTimeToLiveString("P5D")),
            at(
                    "timer",
                    "publicity",
                    diagram -> diagram.all(TimerEventDefinition.class).stream()
                            .filter(timer -> timer.getId().equals("definition_event_periodEnded"))
                            .forEach(timer -> timer.getTimeDate().setTextContent("2026-02-25T00:00:00"))),
            at(
                    "endless",
                    "evaluation-round",
                    diagram -> diagram.all(SequenceFlow.class).stream()
                            .filter(flow -> flow.getId().equals("flow_deliberateOrNotice_publicity"))
                            .forEach(flow -> redirect(
                                    flow, diagram.element("serviceTask_determineNextStep", ServiceTask.class)))),
            at(
                    "legal-stage",
                    "evaluation-round",
                    diagram -> diagram.element("callActivity_publicity", CallActivity.class)
                            .setCalledElement("party-group-deliberation")),
            at(
                    "call",
                    "evaluation-round",
                    diagram -> diagram.element("callActivity_publicity", CallActivity.class)
                            .setCalledElement("notice")),
            at(
                    "call-cycle",
                    "evaluation-round",
                    diagram -> diagram.element("callActivity_publicity", CallActivity.class)
                            .setCalledElement("evaluation-round")),
            at(
                    "actions",
                    "joint-release",
                    diagram -> diagram.all(CamundaProperty.class).stream()
                            .filter(property -> "returnTo".equals(property.getCamundaName()))
                            .forEach(property -> property.setCamundaValue("userTask_draft"))),
            at(
                    "many-at-once",
                    "comprehensive-evaluation",
                    diagram -> diagram.all(MultiInstanceLoopCharacteristics.class)
                            .forEach(loop -> loop.setCamundaAsyncAfter(false))),
            at(
                    "join-save-point",
                    "preliminary-review",
                    diagram -> diagram.element("userTask_reviewByScienceDepartment", UserTask.class)
                            .setCamundaAsyncAfter(false)),
            at(
                    "timer-save-point",
                    "publicity",
                    diagram -> diagram.element("event_periodEnded", IntermediateCatchEvent.class)
                            .setCamundaAsyncAfter(false)),
            at(
                    "start-save-point",
                    "alliance-evaluation",
                    diagram -> diagram.element("startEvent_applied", StartEvent.class)
                            .setCamundaAsyncAfter(false)),
            at("legal-minimum", "joint-release", Breaking::aroundTheSignature),
            at(
                    "nothing-by-itself",
                    "joint-release",
                    diagram -> diagram.element("gateway_signed", ExclusiveGateway.class)
                            .setDefault(diagram.element("flow_signed_publishRelease", SequenceFlow.class))),
            at("drawn", "publicity", diagram -> {
                var edge = diagram.all(BpmnEdge.class).iterator().next();
                edge.getParentElement().removeChildElement(edge);
            }),
            at("direction", "publicity", move("serviceTask_publishNotice", -300, 0)),
            at("orthogonal", "publicity", bend("flow_publishNotice_periodEnded", 7)),
            at("crossings", "preliminary-review", bend("flow_reviewFork_reviewByScienceDepartment", 400)),
            at("through-nodes", "publicity", move("event_periodEnded", 120, 0)),
            at("docking", "publicity", move("serviceTask_publishNotice", 10, 0)),
            at("overlaps", "publicity", move("userTask_issueNotice", 100, 0)),
            at(
                    "labels",
                    "publicity",
                    diagram -> shape(diagram, "event_objectionClosed")
                            .getBpmnLabel()
                            .getBounds()
                            .setY(200)),
            at(
                    "sizes",
                    "publicity",
                    diagram ->
                            shape(diagram, "userTask_issueNotice").getBounds().setWidth(140)),
            at("size", "publicity", diagram -> {
                for (int n = 0; n < 25; n++) {
                    diagram.process().addChildElement(diagram.model().newInstance(EndEvent.class));
                }
            }));

    static Breaking of(String rule) {
        return Objects.requireNonNull(ALL.get(rule), rule);
    }

    private static Map.Entry<String, Breaking> at(String rule, String process, Consumer<Diagram> how) {
        return Map.entry(rule, new Breaking(process, how));
    }

    private static CamundaTaskListener listener(Diagram diagram) {
        return diagram.all(CamundaTaskListener.class).stream()
                .filter(listener -> "escalation".equals(listener.getAttributeValue("id")))
                .findFirst()
                .orElseThrow();
    }

    static void target(Diagram diagram, String flow, String node) {
        SequenceFlow moved = diagram.element(flow, SequenceFlow.class);
        moved.getTarget().getIncoming().remove(moved);
        FlowNode to = diagram.element(node, FlowNode.class);
        moved.setTarget(to);
        to.getIncoming().add(moved);
    }

    private static void aroundTheSignature(Diagram diagram) {
        target(diagram, "flow_countersigned_draftRelease", "serviceTask_publishRelease");
    }

    /** Both departments' ways come together at a gateway that lets each pass. */
    private static void mergeInsteadOfJoin(Diagram diagram) {
        replace(diagram, join(diagram));
    }

    /** One of the departments is asked, and the other waited for. */
    private static void choiceInsteadOfFork(Diagram diagram) {
        replace(
                diagram,
                diagram.all(ParallelGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().size() > 1)
                        .findFirst()
                        .orElseThrow());
    }

    private static void replace(Diagram diagram, ParallelGateway old) {
        ExclusiveGateway gateway = diagram.model().newInstance(ExclusiveGateway.class);
        String id = old.getId();
        List<SequenceFlow> in = new ArrayList<>(old.getIncoming());
        List<SequenceFlow> out = new ArrayList<>(old.getOutgoing());
        old.getParentElement().addChildElement(gateway);
        in.forEach(flow -> {
            flow.setTarget(gateway);
            gateway.getIncoming().add(flow);
        });
        out.forEach(flow -> {
            flow.setSource(gateway);
            gateway.getOutgoing().add(flow);
        });
        old.getParentElement().removeChildElement(old);
        gateway.setId(id);
    }

    private static ParallelGateway join(Diagram diagram) {
        return diagram.all(ParallelGateway.class).stream()
                .filter(gateway -> gateway.getIncoming().size() > 1)
                .findFirst()
                .orElseThrow();
    }

    /** Seventeen tasks at once are more than a hundred thousand states. */
    private static void manyAtOnce(Diagram diagram) {
        ParallelGateway fork = diagram.model().newInstance(ParallelGateway.class);
        diagram.process().addChildElement(fork);
        StartEvent start = diagram.all(StartEvent.class).iterator().next();
        connect(diagram, start, fork);
        for (int n = 0; n < 17; n++) {
            UserTask task = diagram.model().newInstance(UserTask.class);
            EndEvent end = diagram.model().newInstance(EndEvent.class);
            diagram.process().addChildElement(task);
            diagram.process().addChildElement(end);
            connect(diagram, fork, task);
            connect(diagram, task, end);
        }
    }

    /** Leads a flow to another node, as the editor does around a node that is deleted. */
    static void redirect(SequenceFlow flow, FlowNode target) {
        flow.getTarget().getIncoming().remove(flow);
        flow.setTarget(target);
        target.getIncoming().add(flow);
    }

    static void connect(Diagram diagram, FlowNode from, FlowNode to) {
        SequenceFlow flow = diagram.model().newInstance(SequenceFlow.class);
        from.getParentElement().addChildElement(flow);
        flow.setSource(from);
        flow.setTarget(to);
        from.getOutgoing().add(flow);
        to.getIncoming().add(flow);
    }

    private static BpmnShape shape(Diagram diagram, String id) {
        return diagram.all(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Consumer<Diagram> move(String id, int x, int y) {
        return diagram -> {
            var bounds = shape(diagram, id).getBounds();
            bounds.setX(bounds.getX() + x);
            bounds.setY(bounds.getY() + y);
        };
    }

    private static Consumer<Diagram> bend(String flow, int y) {
        return diagram -> diagram.all(BpmnEdge.class).stream()
                .filter(edge -> edge.getBpmnElement().getId().equals(flow))
                .forEach(edge -> {
                    var points = new ArrayList<>(edge.getWaypoints());
                    for (Waypoint point : points.subList(1, points.size())) {
                        point.setY(point.getY() + y);
                    }
                });
    }
}
