package cn.lianping.engine;

import cn.lianping.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person entered into a form, after the checks that the form itself declares: texts are trimmed, numbers are
 * {@link BigDecimal}, dates {@link LocalDate}, multiple choices lists of texts. Hidden and read-only fields are absent.
 */
public final class FormData {

    private final Map<String, Object> values;

    public FormData(Map<String, Object> values) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All values, in the order of the form. */
    public Map<String, Object> values() {
        return values;
    }

    /** Whether the field was filled in. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** The text of a field, or null if it was left empty. */
    public @Nullable String text(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    /** The text of a field, or an empty text. */
    public String textOrEmpty(String key) {
        String text = text(key);
        return text == null ? "" : text;
    }

    /** The text of a field; refuses when it was left empty, with the field's name as people see it. */
    public String required(String key, String label) {
        String text = text(key);
        if (text == null || text.isBlank()) {
            throw Refusal.invalid("请填写“" + label + "”");
        }
        return text;
    }

    /** Whether a box was ticked. */
    public boolean ticked(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** The exact number of a field, or null. */
    public @Nullable BigDecimal number(String key) {
        return (BigDecimal) values.get(key);
    }

    /** The date of a field; refuses when it was left empty. */
    public LocalDate date(String key, String label) {
        Object value = values.get(key);
        if (value instanceof LocalDate date) {
            return date;
        }
        throw Refusal.invalid("请填写“" + label + "”");
    }

    /** The choices of a multiple-choice field. */
    @SuppressWarnings("unchecked")
    public List<String> choices(String key) {
        Object value = values.get(key);
        return value == null ? List.of() : (List<String>) value;
    }
}
