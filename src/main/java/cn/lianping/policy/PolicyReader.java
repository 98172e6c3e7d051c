package cn.lianping.policy;

import cn.lianping.Refusal;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a policy document strictly: what is unknown, missing, doubled or of the wrong type is refused by its name. */
public final class PolicyReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private PolicyReader() {}

    /**
     * One value as the administrator sees it.
     *
     * @param path where it stands in the document, for instance {@code weights.division}
     * @param value the value, as in the document
     */
    public record Entry(String path, String value, String source, String status) {}

    /** The policy of this document. */
    public static Policy read(String document) {
        try {
            Policy policy = JSON.readValue(document, Policy.class);
            if (policy == null) {
                throw Refusal.invalid("政策文件是空的");
            }
            return policy;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    /** The document in one canonical form: the same for documents that differ in layout and order of fields only. */
    static String canonical(String document) {
        return write(tree(document));
    }

    /** Every value that carries a source, in the order of the document. */
    public static List<Entry> entries(String document) {
        List<Entry> entries = new ArrayList<>();
        collect("", tree(document), entries);
        return entries;
    }

    private static void collect(String path, JsonNode node, List<Entry> entries) {
        if (node.has("source") && node.has("status")) {
            JsonNode value = node.has("value") ? node.get("value") : node.path("name");
            String text = value.isNull() ? "" : value.isValueNode() ? value.asText() : write(value);
            entries.add(new Entry(
                    path, text, node.get("source").asText(), node.get("status").asText()));
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(join(path, field.getKey()), field.getValue(), entries));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(join(path, String.valueOf(i + 1)), node.get(i), entries);
            }
        }
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    private static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal refusal(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping ? path(mapping) : "";
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Refusal.invalid(
                        where.isEmpty()
                                ? "政策文件有误:" + refusal.getMessage()
                                : "政策文件有误(%s):%s".formatted(where, refusal.getMessage()));
            }
        }
        if (e instanceof UnrecognizedPropertyException) {
            return Refusal.invalid("政策文件中有未知字段 %s;请删除或改正字段名".formatted(where));
        }
        return Refusal.invalid(
                "政策文件无法解析%s:%s".formatted(where.isEmpty() ? "" : "(" + where + ")", e.getOriginalMessage()));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex() + 1))
                .collect(Collectors.joining("."));
    }
}
