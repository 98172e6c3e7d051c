package cn.lianping.model;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** How a diagram is drawn, decided on coordinates. */
final class LayoutRules {

    private static final int MOST_NODES = 25;
    private static final String READER = "people read the diagram in Cockpit and cannot follow it";

    static final List<Rule> RULES = List.of(
            new Rule(
                    "every node and flow is drawn",
                    "Cockpit shows no tokens for what is not drawn",
                    LayoutRules::drawn,
                    "publicity",
                    diagram -> diagram.all(BpmnEdge.class).stream()
                            .findFirst()
                            .ifPresent(edge -> edge.getParentElement().removeChildElement(edge))),
            new Rule(
                    "flows run from left to right, loops excepted",
                    READER,
                    LayoutRules::direction,
                    "publicity",
                    move("serviceTask_publishNotice", -300, 0)),
            new Rule(
                    "flows run horizontally or vertically",
                    READER,
                    LayoutRules::orthogonal,
                    "publicity",
                    bend("flow_publishNotice_periodEnded", 7)),
            new Rule(
                    "flows neither cross nor share a piece",
                    READER,
                    LayoutRules::crossings,
                    "preliminary-review",
                    bend("flow_reviewFork_reviewByScienceDepartment", 400)),
            new Rule(
                    "no flow runs through a node",
                    READER,
                    LayoutRules::throughNodes,
                    "publicity",
                    move("event_periodEnded", 120, 0)),
            new Rule(
                    "flows begin and end at the border of their nodes",
                    READER,
                    LayoutRules::docking,
                    "publicity",
                    move("serviceTask_publishNotice", 10, 0)),
            new Rule(
                    "nodes do not overlap",
                    READER,
                    LayoutRules::overlaps,
                    "publicity",
                    move("userTask_issueNotice", 100, 0)),
            new Rule(
                    "labels lie on no node, no flow and no other label",
                    READER,
                    LayoutRules::labels,
                    "publicity",
                    diagram -> label(diagram, "event_objectionClosed").setY(200)),
            new Rule(
                    "nodes have the modeler's default sizes",
                    READER,
                    LayoutRules::sizes,
                    "publicity",
                    diagram ->
                            shape(diagram, "userTask_issueNotice").getBounds().setWidth(140)),
            new Rule(
                    "at most 25 nodes, those inside a subprocess counted apart",
                    READER,
                    LayoutRules::size,
                    "publicity",
                    diagram -> {
                        for (int n = 0; n < MOST_NODES; n++) {
                            var end = diagram.model().newInstance(EndEvent.class);
                            diagram.process().addChildElement(end);
                        }
                    }));

    private LayoutRules() {}

    private static BpmnShape shape(Diagram diagram, String id) {
        return diagram.all(BpmnShape.class).stream()
                .filter(shape -> shape.getBpmnElement().getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Bounds label(Diagram diagram, String id) {
        return shape(diagram, id).getBpmnLabel().getBounds();
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

    private static List<String> drawn(Diagram diagram) {
        Drawing drawing = new Drawing(diagram);
        List<String> problems = new ArrayList<>();
        diagram.all(FlowNode.class).stream()
                .filter(node -> !drawing.shapes.containsKey(node))
                .forEach(node -> problems.add(node.getId()));
        diagram.all(SequenceFlow.class).stream()
                .filter(flow -> drawing.edges.getOrDefault(flow, List.of()).isEmpty())
                .forEach(flow -> problems.add(flow.getId()));
        return problems;
    }

    private static List<String> direction(Diagram diagram) {
        Drawing drawing = new Drawing(diagram);
        return diagram.all(SequenceFlow.class).stream()
                .filter(flow -> !Flow.isLoop(flow))
                .filter(flow -> drawing.shapes.get(flow.getTarget()).getCenterX()
                        < drawing.shapes.get(flow.getSource()).getCenterX())
                .map(BaseElement::getId)
                .toList();
    }

    private static List<String> orthogonal(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        new Drawing(diagram)
                .edges.forEach((flow, lines) -> lines.stream()
                        .filter(line -> line.getX1() != line.getX2() && line.getY1() != line.getY2())
                        .forEach(line -> problems.add(flow.getId())));
        return problems;
    }

    private static List<String> crossings(Diagram diagram) {
        List<Map.Entry<BaseElement, List<Line2D>>> edges = List.copyOf(new Drawing(diagram).edges.entrySet());
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                for (Line2D one : edges.get(i).getValue()) {
                    for (Line2D other : edges.get(j).getValue()) {
                        if (Drawing.meet(one, other)) {
                            problems.add(edges.get(i).getKey().getId() + " and "
                                    + edges.get(j).getKey().getId());
                        }
                    }
                }
            }
        }
        return problems;
    }

    private static List<String> throughNodes(Diagram diagram) {
        Drawing drawing = new Drawing(diagram);
        List<String> problems = new ArrayList<>();
        drawing.edges.forEach((element, lines) -> {
            SequenceFlow flow = (SequenceFlow) element;
            drawing.shapes.forEach((node, rectangle) -> {
                // a gateway is a diamond; that its own flows dock at it is a rule of its own
                boolean own =
                        node instanceof Gateway && (node.equals(flow.getSource()) || node.equals(flow.getTarget()));
                boolean around = own || contains(node, flow);
                boolean host = flow.getSource() instanceof BoundaryEvent event
                        && event.getAttachedTo().equals(node);
                if (!around && !host && lines.stream().anyMatch(line -> Drawing.through(line, rectangle))) {
                    problems.add(flow.getId() + " through " + node.getId());
                }
            });
        });
        return problems;
    }

    private static List<String> docking(Diagram diagram) {
        Drawing drawing = new Drawing(diagram);
        List<String> problems = new ArrayList<>();
        drawing.edges.forEach((element, lines) -> {
            SequenceFlow flow = (SequenceFlow) element;
            boolean docks = drawing.docks(flow.getSource(), lines.get(0).getP1())
                    && drawing.docks(
                            flow.getTarget(), lines.get(lines.size() - 1).getP2());
            if (!docks) {
                problems.add(flow.getId());
            }
        });
        return problems;
    }

    private static boolean contains(BaseElement outer, BaseElement inner) {
        return outer instanceof SubProcess && inner.getParentElement().equals(outer);
    }

    private static List<String> overlaps(Diagram diagram) {
        List<Map.Entry<BaseElement, Rectangle2D>> shapes = List.copyOf(new Drawing(diagram).shapes.entrySet());
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                BaseElement one = shapes.get(i).getKey();
                BaseElement other = shapes.get(j).getKey();
                boolean belong =
                        contains(one, other) || contains(other, one) || attached(one, other) || attached(other, one);
                if (!belong
                        && Drawing.overlap(
                                shapes.get(i).getValue(), shapes.get(j).getValue())) {
                    problems.add(one.getId() + " and " + other.getId());
                }
            }
        }
        return problems;
    }

    private static boolean attached(BaseElement event, BaseElement host) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host);
    }

    private static List<String> labels(Diagram diagram) {
        Drawing drawing = new Drawing(diagram);
        List<String> problems = new ArrayList<>();
        drawing.labels.forEach((element, label) -> {
            drawing.shapes.forEach((node, rectangle) -> {
                boolean inside = node instanceof SubProcess && rectangle.contains(label);
                if (!inside && Drawing.overlap(label, rectangle)) {
                    problems.add("label of " + element.getId() + " on " + node.getId());
                }
            });
            drawing.edges.forEach((flow, lines) -> {
                if (lines.stream().anyMatch(line -> Drawing.through(line, label))) {
                    problems.add("label of " + element.getId() + " on " + flow.getId());
                }
            });
            drawing.labels.forEach((another, other) -> {
                if (another != element && Drawing.overlap(label, other)) {
                    problems.add("label of " + element.getId() + " on label of " + another.getId());
                }
            });
        });
        return problems;
    }

    private static List<String> sizes(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        new Drawing(diagram).shapes.forEach((element, shape) -> {
            int width = element instanceof Event ? 36 : element instanceof Gateway ? 50 : 100;
            int height = element instanceof Event ? 36 : element instanceof Gateway ? 50 : 80;
            if (!(element instanceof SubProcess) && (shape.getWidth() != width || shape.getHeight() != height)) {
                problems.add(element.getId());
            }
        });
        return problems;
    }

    private static List<String> size(Diagram diagram) {
        Map<Object, Integer> counts = new HashMap<>();
        diagram.all(FlowNode.class).forEach(node -> counts.merge(node.getParentElement(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > MOST_NODES)
                .map(count -> count.getValue() + " nodes")
                .toList();
    }
}
