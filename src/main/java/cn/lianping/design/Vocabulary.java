package cn.lianping.design;

import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Elements and attributes as words: what the product's own diagrams use, the platform supports. Everything else (scripts,
 * connectors, classes by name, listeners of other kinds) is either unsafe or was never tried.
 */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** What modelers write beside, and what only people read. */
    private static final Set<String> HARMLESS = Set.of(
            "textAnnotation",
            "textAnnotation@id",
            "textAnnotation@textFormat",
            "text",
            "association",
            "association@id",
            "association@sourceRef",
            "association@targetRef",
            "association@associationDirection",
            "group",
            "group@id",
            "category",
            "category@id",
            "categoryValue",
            "categoryValue@id",
            "categoryValue@value",
            "documentation@id",
            "documentation@textFormat",
            "definitions@exporter",
            "definitions@exporterVersion",
            "definitions@name",
            "process@versionTag",
            "process@candidateStarterGroups",
            "process@isClosed",
            "parallelGateway@name",
            "eventBasedGateway@name",
            "eventBasedGateway@eventGatewayType",
            "eventBasedGateway@instantiate",
            "gateway@gatewayDirection",
            "parallelGateway@gatewayDirection",
            "exclusiveGateway@gatewayDirection",
            "serviceTask@asyncAfter",
            "userTask@asyncBefore",
            "userTask@exclusive",
            "serviceTask@exclusive",
            "callActivity@asyncBefore",
            "callActivity@asyncAfter",
            "subProcess@asyncBefore",
            "subProcess@asyncAfter",
            "endEvent@asyncBefore",
            "boundaryEvent@cancelActivity",
            "startEvent@isInterrupting",
            "multiInstanceLoopCharacteristics@isSequential",
            "multiInstanceLoopCharacteristics@id",
            "in@variables",
            "property@id",
            "BPMNDiagram@name",
            "BPMNDiagram@documentation",
            "BPMNDiagram@resolution",
            "BPMNShape@isHorizontal",
            "BPMNShape@stroke",
            "BPMNShape@fill",
            "BPMNShape@background-color",
            "BPMNShape@border-color",
            "BPMNEdge@stroke",
            "BPMNEdge@fill",
            "BPMNEdge@background-color",
            "BPMNEdge@border-color",
            "BPMNLabel@id",
            // refused by a rule of its own, which says what to do
            "timeDuration",
            "timeDuration@id",
            "timeCycle",
            "timeCycle@id",
            "timeDate@id");

    private Vocabulary() {}

    /** The words of a document, with those that are harmless. */
    static Set<String> of(Element root) {
        Set<String> words = new TreeSet<>(HARMLESS);
        collect(root, words);
        return words;
    }

    private static void collect(Element element, Set<String> words) {
        words.add(element.getLocalName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!isBookkeeping(attribute)) {
                words.add(word(element, attribute));
            }
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i).getNodeType() == Node.ELEMENT_NODE) {
                collect((Element) children.item(i), words);
            }
        }
    }

    static String word(Element element, Attr attribute) {
        return element.getLocalName() + "@" + attribute.getLocalName();
    }

    /** Declarations of namespaces, types of XML Schema and the defaults that it adds say nothing to the engine. */
    static boolean isBookkeeping(Attr attribute) {
        String namespace = attribute.getNamespaceURI();
        return !attribute.getSpecified()
                || "http://www.w3.org/2000/xmlns/".equals(namespace)
                || "http://www.w3.org/2001/XMLSchema-instance".equals(namespace)
                || "http://camunda.org/schema/modeler/1.0".equals(namespace);
    }
}
