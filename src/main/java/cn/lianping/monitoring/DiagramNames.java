package cn.lianping.monitoring;

import cn.lianping.engine.DiagramReader;
import org.springframework.stereotype.Component;

/** What diagrams call their elements. */
@Component
class DiagramNames {

    private final DiagramReader reader;

    DiagramNames(DiagramReader reader) {
        this.reader = reader;
    }

    /** The name in that version of the diagram; the id where the version is gone. */
    String nameOf(String definitionId, String elementId) {
        return reader.version(definitionId)
                .map(diagram -> diagram.nameOf(elementId))
                .orElse(elementId);
    }
}
