package cn.lianping.engine;

import cn.lianping.engine.FormField.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The inputs that a Camunda Form declares, in the order of the page. */
final class FormSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Kind> KINDS = Map.of(
            "textfield", Kind.TEXT,
            "textarea", Kind.TEXT,
            "number", Kind.NUMBER,
            "checkbox", Kind.TICK,
            "radio", Kind.CHOICE,
            "select", Kind.CHOICE,
            "checklist", Kind.CHOICES,
            "taglist", Kind.CHOICES,
            "datetime", Kind.DATE);

    private final String id;
    private final Map<String, FormField> fields;
    private final Map<String, Map<String, String>> labels;

    private FormSchema(String id, Map<String, FormField> fields, Map<String, Map<String, String>> labels) {
        this.id = id;
        this.fields = fields;
        this.labels = labels;
    }

    static FormSchema parse(byte[] json) {
        try {
            JsonNode root = JSON.readTree(json);
            Map<String, FormField> fields = new LinkedHashMap<>();
            Map<String, Map<String, String>> labels = new LinkedHashMap<>();
            collect(root.path("components"), List.of(), fields, labels);
            return new FormSchema(root.path("id").asText(), fields, labels);
        } catch (IOException e) {
            throw new UncheckedIOException("表单定义不是有效的 JSON", e);
        }
    }

    String id() {
        return id;
    }

    Map<String, FormField> fields() {
        return fields;
    }

    /** What a value of a choice is called on the page; null where the form itself does not say. */
    @Nullable
    String labelOf(String key, String value) {
        return labels.getOrDefault(key, Map.of()).get(value);
    }

    private static void collect(
            JsonNode components,
            List<String> hidden,
            Map<String, FormField> into,
            Map<String, Map<String, String>> labels) {
        for (JsonNode component : components) {
            List<String> conditions = hidden;
            JsonNode hide = component.path("conditional").path("hide");
            if (hide.isTextual() && !hide.asText().isBlank()) {
                conditions = new ArrayList<>(hidden);
                conditions.add(hide.asText());
            }
            collect(component.path("components"), conditions, into, labels);
            Kind kind = KINDS.get(component.path("type").asText());
            if (kind != null && component.hasNonNull("key")) {
                FormField field = field(component, kind, conditions);
                into.put(field.key(), field);
                Map<String, String> named = new LinkedHashMap<>();
                component
                        .path("values")
                        .forEach(v -> named.put(
                                v.path("value").asText(), v.path("label").asText()));
                labels.put(field.key(), named);
            }
        }
    }

    private static FormField field(JsonNode component, Kind kind, List<String> conditions) {
        JsonNode validate = component.path("validate");
        String key = component.path("key").asText();
        String label = kind == Kind.DATE && component.hasNonNull("dateLabel")
                ? component.path("dateLabel").asText()
                : component.path("label").asText(key);
        return new FormField(
                key,
                label,
                kind,
                validate.path("required").asBoolean(false),
                !component.path("readonly").asBoolean(false)
                        && !component.path("disabled").asBoolean(false),
                integer(validate.path("minLength")),
                integer(validate.path("maxLength")),
                decimal(validate.path("min")),
                decimal(validate.path("max")),
                integer(component.path("decimalDigits")),
                validate.hasNonNull("pattern") ? validate.path("pattern").asText() : null,
                choices(component.path("values")),
                component.hasNonNull("valuesKey") ? component.path("valuesKey").asText() : null,
                List.copyOf(conditions));
    }

    private static @Nullable List<String> choices(JsonNode values) {
        if (!values.isArray()) {
            return null;
        }
        List<String> found = new ArrayList<>();
        values.forEach(v -> found.add(v.path("value").asText()));
        return List.copyOf(found);
    }

    private static @Nullable Integer integer(JsonNode node) {
        return node.isNumber() ? Integer.valueOf(node.asInt()) : null;
    }

    private static @Nullable BigDecimal decimal(JsonNode node) {
        return node.isNumber() || (node.isTextual() && node.asText().matches("-?\\d+(\\.\\d+)?"))
                ? new BigDecimal(node.asText())
                : null;
    }
}
