package cn.lianping.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.impl.util.IoUtil;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Makes mistakes in the packaged diagrams, one each: everything that its kinds of mistakes can do, in a fixed order. */
final class Mutants {

    private final Map<String, byte[]> files;
    private final List<Mutant> all = new ArrayList<>();

    private Mutants(Map<String, byte[]> files) {
        this.files = files;
    }

    /** All mutants of these diagrams. */
    static List<Mutant> of(Map<String, byte[]> files) {
        Mutants mutants = new Mutants(new TreeMap<>(files));
        mutants.files.keySet().stream().filter(path -> path.endsWith(".bpmn")).forEach(path -> {
            FlowMistakes.make(mutants.diagram(path));
            NodeMistakes.make(mutants.diagram(path));
            WiringMistakes.make(mutants.diagram(path));
        });
        return mutants.all;
    }

    /** At most so many of each kind, spread over the diagrams. */
    static List<Mutant> sample(List<Mutant> all, int ofEachKind) {
        Map<String, List<Mutant>> byKind = new LinkedHashMap<>();
        all.forEach(mutant ->
                byKind.computeIfAbsent(mutant.kind(), kind -> new ArrayList<>()).add(mutant));
        List<Mutant> chosen = new ArrayList<>();
        byKind.values().forEach(ofKind -> {
            for (int i = 0; i < Math.min(ofEachKind, ofKind.size()); i++) {
                chosen.add(ofKind.get(i * ofKind.size() / Math.min(ofEachKind, ofKind.size())));
            }
        });
        return chosen;
    }

    private Source diagram(String path) {
        return new Source(path, model(java.util.Objects.requireNonNull(files.get(path))));
    }

    private static BpmnModelInstance model(byte[] xml) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(xml));
    }

    /** A diagram to make mistakes in. */
    final class Source {

        private final String path;
        private final BpmnModelInstance original;

        private Source(String path, BpmnModelInstance original) {
            this.path = path;
            this.original = original;
        }

        /** The unchanged diagram, to look for places. */
        BpmnModelInstance original() {
            return original;
        }

        /** Makes the mistake in a copy. */
        void mistake(String kind, String what, Consumer<BpmnModelInstance> how) {
            BpmnModelInstance copy = model(java.util.Objects.requireNonNull(files.get(path)));
            how.accept(copy);
            all.add(new Mutant(path, kind, what, write(copy)));
        }

        /** The same, at an element. */
        <T extends BaseElement> void at(String kind, T element, String what, Consumer<T> how) {
            mistake(kind, element.getId() + what, copy -> how.accept(same(copy, element)));
        }

        @SuppressWarnings("unchecked")
        <T extends BaseElement> T same(BpmnModelInstance copy, T element) {
            return (T) Optional.ofNullable(copy.getModelElementById(element.getId()))
                    .orElseThrow();
        }

        private String write(BpmnModelInstance model) {
            // what the schema adds by default stands in no file
            Node root = model.getDocument().getDomSource().getNode();
            dropDefaults(root);
            // not convertToString, which validates: a mistake may be one that the schema forbids
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            IoUtil.writeDocumentToOutputStream(model.getDocument(), out);
            return out.toString(StandardCharsets.UTF_8);
        }

        private static void dropDefaults(Node node) {
            if (node instanceof Element element) {
                for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
                    Attr attribute = (Attr) element.getAttributes().item(i);
                    if (!attribute.getSpecified()) {
                        element.removeAttributeNode(attribute);
                    }
                }
            }
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                dropDefaults(child);
            }
        }
    }
}
