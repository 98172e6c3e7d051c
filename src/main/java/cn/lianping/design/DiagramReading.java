package cn.lianping.design;

import java.io.ByteArrayInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;

/** Reads a diagram that anybody may have made. */
final class DiagramReading {

    private static final Pattern LINE = Pattern.compile("Line=(\\d+)");

    private DiagramReading() {}

    /** @throws UnreadableException if it is no BPMN 2.0 */
    static Diagram read(String file, byte[] content) throws UnreadableException {
        Document document = SafeXml.read(content);
        if (!Vocabulary.BPMN.equals(document.getDocumentElement().getNamespaceURI())) {
            throw new UnreadableException("不是 BPMN 2.0 流程图");
        }
        try {
            // checks against the schema of BPMN 2.0 on the way
            return new Diagram(nameOf(file), Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
        } catch (ModelException e) {
            throw new UnreadableException(where(e) + "不符合 BPMN 2.0 的规定");
        }
    }

    static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The schema's own words are for programmers; the line is for everybody. */
    private static String where(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            Matcher line = LINE.matcher(String.valueOf(cause.getMessage()));
            if (line.find()) {
                return "第 " + line.group(1) + " 行";
            }
        }
        return "";
    }
}
