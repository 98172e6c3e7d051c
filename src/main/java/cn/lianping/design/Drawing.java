package cn.lianping.design;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;

/** Where the elements of a diagram lie, in the units of the drawing. */
final class Drawing {

    final Map<BaseElement, Rectangle2D> shapes = new LinkedHashMap<>();
    final Map<BaseElement, Rectangle2D> labels = new LinkedHashMap<>();
    final Map<BaseElement, List<Line2D>> edges = new LinkedHashMap<>();

    Drawing(Diagram diagram) {
        for (BpmnShape shape : diagram.all(BpmnShape.class)) {
            if (shape.getBpmnElement() == null || shape.getBounds() == null) {
                continue;
            }
            shapes.put(shape.getBpmnElement(), rectangle(shape.getBounds()));
            label(shape.getBpmnElement(), shape.getBpmnLabel());
        }
        for (BpmnEdge edge : diagram.all(BpmnEdge.class)) {
            if (!(edge.getBpmnElement() instanceof SequenceFlow)) {
                continue;
            }
            List<Line2D> lines = new ArrayList<>();
            Waypoint before = null;
            for (Waypoint point : edge.getWaypoints()) {
                if (before != null) {
                    lines.add(new Line2D.Double(before.getX(), before.getY(), point.getX(), point.getY()));
                }
                before = point;
            }
            edges.put(edge.getBpmnElement(), lines);
            label(edge.getBpmnElement(), edge.getBpmnLabel());
        }
    }

    private void label(BaseElement element, BpmnLabel label) {
        if (label != null && label.getBounds() != null) {
            labels.put(element, rectangle(label.getBounds()));
        }
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Where a node lies; asked only of diagrams that draw every node. */
    Rectangle2D shape(BaseElement node) {
        return Objects.requireNonNull(shapes.get(node));
    }

    /** Whether the point lies on the border of the node: an event is a circle, a gateway a diamond. */
    boolean docks(BaseElement node, Point2D point) {
        Rectangle2D shape = shape(node);
        double x = Math.abs(point.getX() - shape.getCenterX());
        double y = Math.abs(point.getY() - shape.getCenterY());
        double half = shape.getWidth() / 2;
        double beyond = Math.max(x - half, y - shape.getHeight() / 2);
        if (node instanceof Gateway) {
            beyond = x + y - half;
        } else if (node instanceof Event) {
            beyond = Math.hypot(x, y) - half;
        }
        return Math.abs(beyond) <= 1;
    }

    /** Whether two lines meet or share a piece. */
    static boolean meet(Line2D one, Line2D other) {
        return one.intersectsLine(other);
    }

    /** Whether a line runs through the inside of a rectangle. */
    static boolean through(Line2D line, Rectangle2D rectangle) {
        return line.intersects(inside(rectangle));
    }

    /** Whether two rectangles share more than their border. */
    static boolean overlap(Rectangle2D one, Rectangle2D other) {
        return inside(one).intersects(inside(other));
    }

    private static Rectangle2D inside(Rectangle2D r) {
        return new Rectangle2D.Double(r.getX() + 1, r.getY() + 1, r.getWidth() - 2, r.getHeight() - 2);
    }
}
