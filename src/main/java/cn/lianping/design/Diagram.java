package cn.lianping.design;

import java.util.Collection;
import java.util.Objects;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A diagram that has been read.
 *
 * @param file its name without folders, ending in {@code .bpmn}
 */
public record Diagram(String file, BpmnModelInstance model) {

    static final String ENDING = ".bpmn";

    /** The file's name without its ending: the process key. */
    public String key() {
        return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    /** The elements of this type, also those inside subprocesses, in the order of the file. */
    public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The element with this id. */
    public <T extends ModelElementInstance> T element(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(model.getModelElementById(id), id));
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
