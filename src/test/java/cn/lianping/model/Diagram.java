package cn.lianping.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A diagram file as it lies in {@code processes/}, or a variation of it that a test makes. */
public record Diagram(String file, BpmnModelInstance model) {

    private static final Path ROOT = Path.of("processes");
    private static final String ENDING = ".bpmn";

    /** All packaged diagrams, by file. */
    public static List<Diagram> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Diagram::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packaged diagram of this process key. */
    public static Diagram of(String key) {
        return all().stream()
                .filter(diagram -> diagram.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Diagram read(Path file) {
        return new Diagram(file.getFileName().toString(), Bpmn.readModelFromFile(file.toFile()));
    }

    /** The file's name without its ending: the process key. */
    public String key() {
        return file.substring(0, file.length() - ENDING.length());
    }

    /** The elements of this type, also those inside subprocesses, in the order of the file. */
    public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The element with this id. */
    public <T extends ModelElementInstance> T element(String id, Class<T> type) {
        return type.cast(java.util.Objects.requireNonNull(model.getModelElementById(id), id));
    }

    /** The one process of the file. */
    public Process process() {
        return all(Process.class).iterator().next();
    }

    @Override
    public String toString() {
        return file;
    }
}
