package cn.lianping.design;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A form that has been read.
 *
 * @param file its name without folders
 */
record FormDesign(String file, JsonNode json) {

    static final String ENDING = ".form";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(50).build());
    }

    /** @throws UnreadableException if it is no JSON object */
    static FormDesign read(String path, byte[] content) throws UnreadableException {
        try {
            JsonNode json = JSON.readTree(content);
            if (json == null || !json.isObject()) {
                throw new UnreadableException("不是表单(应为 JSON 对象)");
            }
            return new FormDesign(DiagramReading.nameOf(path), json);
        } catch (JacksonException e) {
            throw new UnreadableException(
                    e.getLocation() == null
                            ? "不是正确的 JSON"
                            : "第 %d 行不是正确的 JSON".formatted(e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UnreadableException("不是正确的 JSON");
        }
    }

    String id() {
        return json.path("id").asText();
    }

    /** Every component, also those inside groups. */
    List<JsonNode> components() {
        List<JsonNode> found = new ArrayList<>();
        collect(json.path("components"), found);
        return found;
    }

    private static void collect(JsonNode components, List<JsonNode> into) {
        for (JsonNode component : components) {
            into.add(component);
            collect(component.path("components"), into);
        }
    }

    /** The keys of what people enter or read. */
    Set<String> fields() {
        return components().stream()
                .map(component -> component.path("key").asText())
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
