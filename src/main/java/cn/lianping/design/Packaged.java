package cn.lianping.design;

import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.ProcessVariable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;

/** What the product brings: its diagrams and forms, and what its code declares. Read once. */
@Component
class Packaged {

    private static final Pattern BEAN = Pattern.compile("#\\{(\\w+)}");
    private static final Pattern CALL = Pattern.compile("[#$]\\{((\\w+)\\.\\w+)\\(execution\\)}");
    private static final Pattern MESSAGE = Pattern.compile("[a-z][A-Za-z]*\\.[a-z][A-Za-z]*");

    private final List<Diagram> diagrams = new ArrayList<>();
    private final Map<String, Set<String>> forms = new TreeMap<>();
    private final Set<String> beans = new TreeSet<>();
    private final Set<String> calls = new TreeSet<>();
    private final Set<String> messages = new TreeSet<>();
    private final Set<String> variables = new TreeSet<>();
    private final Set<String> vocabulary = new TreeSet<>();
    private final Map<String, Map<String, String>> required = new HashMap<>();
    private final Map<String, Set<String>> called = new TreeMap<>();

    Packaged() {
        var resolver = new PathMatchingResourcePatternResolver();
        try {
            for (Resource file : resolver.getResources("classpath*:processes/**/*.bpmn")) {
                add(String.valueOf(file.getFilename()), content(file));
            }
            for (Resource file : resolver.getResources("classpath*:forms/**/*.form")) {
                FormDesign form = FormDesign.read(String.valueOf(file.getFilename()), content(file));
                forms.put(form.id(), form.fields());
            }
            declared(resolver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private void add(String file, byte[] content) throws UnreadableException {
        Diagram diagram = DiagramReading.read(file, content);
        diagrams.add(diagram);
        vocabulary.addAll(Vocabulary.of(SafeXml.read(content).getDocumentElement()));
        String text = new String(content, StandardCharsets.UTF_8);
        BEAN.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(Packaged::isBean)
                .forEach(beans::add);
        CALL.matcher(text).results().map(found -> found.group(1)).forEach(calls::add);
        Map<String, String> needed = new TreeMap<>();
        diagram.all(FlowNode.class).stream()
                .filter(Packaged::isKnownToTheCode)
                .forEach(node -> needed.put(node.getId(), node.getElementType().getTypeName()));
        required.put(diagram.key(), needed);
        called.put(diagram.key(), callsOf(diagram));
    }

    /** The processes that a diagram calls. */
    static Set<String> callsOf(Diagram diagram) {
        return diagram.all(CallActivity.class).stream()
                .map(call -> String.valueOf(call.getCalledElement()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isBean(String word) {
        return word.endsWith("Delegate") || word.endsWith("Listener");
    }

    /** Tasks have rules, ends say how a case ended, messages are delivered to their events. */
    private static boolean isKnownToTheCode(FlowNode node) {
        return node instanceof UserTask
                || node instanceof EndEvent
                || node instanceof CatchEvent event
                        && event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance);
    }

    /** The variables and messages that the {@code …Process} classes declare. */
    private void declared(PathMatchingResourcePatternResolver resolver) throws IOException {
        var readers = new CachingMetadataReaderFactory();
        List<String> names = new ArrayList<>(List.of(EvaluationVariables.class.getName()));
        for (Resource file : resolver.getResources("classpath*:cn/lianping/**/*Process.class")) {
            MetadataReader reader = readers.getMetadataReader(file);
            names.add(reader.getClassMetadata().getClassName());
        }
        for (String name : new HashSet<>(names)) {
            try {
                Stream.of(Class.forName(name).getDeclaredFields()).forEach(this::declare);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void declare(Field field) {
        if (!Modifier.isStatic(field.getModifiers()) || !Modifier.isPublic(field.getModifiers())) {
            return;
        }
        try {
            Object value = field.get(null);
            if (value instanceof ProcessVariable<?> variable) {
                variables.add(variable.name());
            } else if (value instanceof String text && MESSAGE.matcher(text).matches()) {
                messages.add(text);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Diagram> diagrams() {
        return diagrams;
    }

    /** The surroundings when nothing but the product is there. */
    Surroundings alone() {
        Set<String> keys = new TreeSet<>();
        diagrams.forEach(diagram -> keys.add(diagram.key()));
        return new Surroundings(forms, keys, beans, calls, messages, variables, required, called, vocabulary);
    }
}
