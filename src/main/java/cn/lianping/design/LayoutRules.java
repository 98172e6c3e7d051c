package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;
import static cn.lianping.design.Severity.WARNING;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** How a diagram is drawn, decided on coordinates. */
final class LayoutRules {

    private static final int MOST_NODES = 25;
    private static final String READER = "管理人员在 Cockpit 中看图,看不明白";
    private static final String MOVE = "移动元素或连线的折点";

    static final List<Rule> RULES = List.of(
            Rule.of("drawn", ERROR, "每个节点和连线都画在图上", "Cockpit 和任务列表显示不出案卷的位置", "在设计器中重新放置该元素", LayoutRules::drawn),
            Rule.of("direction", WARNING, "连线从左到右,回路除外", READER, MOVE, LayoutRules::direction),
            Rule.of("orthogonal", WARNING, "连线只有水平和垂直", READER, MOVE, LayoutRules::orthogonal),
            new Rule("crossings", WARNING, "连线不交叉、不重叠", READER, MOVE, LayoutRules::crossings),
            new Rule("through-nodes", WARNING, "连线不穿过节点", READER, MOVE, LayoutRules::throughNodes),
            Rule.of("docking", WARNING, "连线起止于节点的边缘", READER, "重新连接该连线", LayoutRules::docking),
            new Rule("overlaps", WARNING, "节点不重叠", READER, MOVE, LayoutRules::overlaps),
            new Rule("labels", WARNING, "文字不压在节点、连线和其他文字上", READER, "移动文字", LayoutRules::labels),
            Rule.of("sizes", WARNING, "节点为设计器的默认大小", READER, "删去后重新放置,或恢复默认大小", LayoutRules::sizes),
            new Rule("size", WARNING, "一张图至多 25 个节点,子流程内另计", READER, "把一段流程收进子流程或调用活动", LayoutRules::size));

    private LayoutRules() {}

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
                .filter(flow -> drawing.shape(flow.getTarget()).getCenterX()
                        < drawing.shape(flow.getSource()).getCenterX())
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

    private static List<Finding> crossings(Diagram diagram, Surroundings known) {
        List<Map.Entry<BaseElement, List<Line2D>>> edges = List.copyOf(new Drawing(diagram).edges.entrySet());
        List<Finding> problems = new ArrayList<>();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                for (Line2D one : edges.get(i).getValue()) {
                    for (Line2D other : edges.get(j).getValue()) {
                        if (Drawing.meet(one, other)) {
                            problems.add(new Finding(
                                    edges.get(i).getKey().getId(),
                                    "与连线 " + edges.get(j).getKey().getId() + " 相交"));
                        }
                    }
                }
            }
        }
        return problems;
    }

    private static List<Finding> throughNodes(Diagram diagram, Surroundings known) {
        Drawing drawing = new Drawing(diagram);
        List<Finding> problems = new ArrayList<>();
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
                    problems.add(new Finding(flow.getId(), "穿过 " + node.getId()));
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

    private static List<Finding> overlaps(Diagram diagram, Surroundings known) {
        List<Map.Entry<BaseElement, Rectangle2D>> shapes = List.copyOf(new Drawing(diagram).shapes.entrySet());
        List<Finding> problems = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                BaseElement one = shapes.get(i).getKey();
                BaseElement other = shapes.get(j).getKey();
                boolean belong =
                        contains(one, other) || contains(other, one) || attached(one, other) || attached(other, one);
                if (!belong
                        && Drawing.overlap(
                                shapes.get(i).getValue(), shapes.get(j).getValue())) {
                    problems.add(new Finding(one.getId(), "与 " + other.getId() + " 重叠"));
                }
            }
        }
        return problems;
    }

    private static boolean attached(BaseElement event, BaseElement host) {
        return event instanceof BoundaryEvent boundary
                && boundary.getAttachedTo().equals(host);
    }

    private static List<Finding> labels(Diagram diagram, Surroundings known) {
        Drawing drawing = new Drawing(diagram);
        List<Finding> problems = new ArrayList<>();
        drawing.labels.forEach((element, label) -> {
            drawing.shapes.forEach((node, rectangle) -> {
                boolean inside = node instanceof SubProcess && rectangle.contains(label);
                if (!inside && Drawing.overlap(label, rectangle)) {
                    problems.add(new Finding(element.getId(), "的文字压在 " + node.getId() + " 上"));
                }
            });
            drawing.edges.forEach((flow, lines) -> {
                if (lines.stream().anyMatch(line -> Drawing.through(line, label))) {
                    problems.add(new Finding(element.getId(), "的文字压在连线 " + flow.getId() + " 上"));
                }
            });
            drawing.labels.forEach((another, other) -> {
                if (another != element && Drawing.overlap(label, other)) {
                    problems.add(new Finding(element.getId(), "的文字压在 " + another.getId() + " 的文字上"));
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

    private static List<Finding> size(Diagram diagram, Surroundings known) {
        Map<Object, Integer> counts = new HashMap<>();
        diagram.all(FlowNode.class).forEach(node -> counts.merge(node.getParentElement(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > MOST_NODES)
                .map(count -> new Finding(((BaseElement) count.getKey()).getId(), "有 " + count.getValue() + " 个节点"))
                .toList();
    }
}
