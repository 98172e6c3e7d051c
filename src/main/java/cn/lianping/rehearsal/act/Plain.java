package cn.lianping.rehearsal.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import org.camunda.spin.json.SpinJsonNode;

/** Values of forms without the engine's wrappers. */
final class Plain {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Plain() {}

    /** Lists and maps instead of JSON. */
    static Object of(Object value) {
        if (!(value instanceof SpinJsonNode node)) {
            return value;
        }
        try {
            return JSON.readValue(node.toString(), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Collection<?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
