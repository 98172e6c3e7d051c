package cn.lianping.engine;

import cn.lianping.Refusal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Checks on the server what the form declares, because the browser's checks can be forged: only declared fields, types,
 * lengths, ranges, offered choices, required fields that are not hidden.
 */
final class FormCheck {

    private static final int LONGEST_TEXT = 4000;
    private final FormSchema schema;
    private final Conditions conditions;

    FormCheck(FormSchema schema, Conditions conditions) {
        this.schema = schema;
        this.conditions = conditions;
    }

    /** Evaluates a form's FEEL condition. */
    interface Conditions {
        boolean holds(String feel, Map<String, Object> values);
    }

    /**
     * @param submitted what came, by field key
     * @param shown what the form showed, for choices that are listed by a variable
     */
    FormData check(Map<String, ?> submitted, Map<String, Object> shown) {
        for (String key : submitted.keySet()) {
            if (!schema.fields().containsKey(key)) {
                throw Refusal.invalid("提交了表单中没有的内容“" + key + "”,已拒绝;请只填写表单上的栏目");
            }
        }
        Map<String, Object> read = new LinkedHashMap<>();
        for (FormField field : schema.fields().values()) {
            if (field.editable()) {
                Object value = convert(field, submitted.get(field.key()));
                if (value != null) {
                    read.put(field.key(), value);
                }
            }
        }
        Map<String, Object> context = new LinkedHashMap<>(shown);
        schema.fields().keySet().forEach(key -> context.put(key, read.getOrDefault(key, shown.get(key))));
        Map<String, Object> kept = new LinkedHashMap<>();
        for (FormField field : schema.fields().values()) {
            if (!field.editable() || field.hideWhen().stream().anyMatch(c -> conditions.holds(c, context))) {
                continue;
            }
            Object value = read.get(field.key());
            if (value == null || (field.kind() == FormField.Kind.TICK && Boolean.FALSE.equals(value))) {
                if (field.required()) {
                    throw Refusal.invalid("请填写“" + field.label() + "”");
                }
            }
            if (value != null) {
                checkRange(field, value, shown);
                kept.put(field.key(), value);
            }
        }
        return new FormData(kept);
    }

    private static @Nullable Object convert(FormField field, @Nullable Object raw) {
        Object value = raw instanceof SpinJsonNode node ? node.unwrap() : raw;
        if (value == null
                || (value instanceof CharSequence text && text.toString().isBlank())) {
            return null;
        }
        try {
            return switch (field.kind()) {
                case TEXT, CHOICE -> value.toString().strip();
                case NUMBER -> new BigDecimal(value.toString().strip());
                case TICK -> tick(value);
                case DATE ->
                    LocalDate.parse(value.toString()
                            .substring(0, Math.min(10, value.toString().length())));
                case CHOICES -> texts(value);
            };
        } catch (NumberFormatException | DateTimeException | IllegalStateException e) {
            throw Refusal.invalid("“" + field.label() + "”的内容“" + value + "”格式不对,应为" + expected(field));
        }
    }

    private static Boolean tick(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if ("true".equals(value.toString()) || "false".equals(value.toString())) {
            return Boolean.valueOf(value.toString());
        }
        throw new IllegalStateException();
    }

    private static @Nullable List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            for (Object one : many) {
                texts.add(one instanceof com.fasterxml.jackson.databind.JsonNode n ? n.asText() : String.valueOf(one));
            }
        } else {
            throw new IllegalStateException();
        }
        return texts.isEmpty() ? null : List.copyOf(texts);
    }

    private static String expected(FormField field) {
        return switch (field.kind()) {
            case NUMBER -> "数字";
            case DATE -> "日期(年-月-日)";
            case TICK -> "是或否";
            case CHOICES -> "若干选项";
            case TEXT, CHOICE -> "文字";
        };
    }

    private static void checkRange(FormField field, Object value, Map<String, Object> shown) {
        if (value instanceof String text && field.kind() == FormField.Kind.TEXT) {
            checkText(field, text);
        } else if (value instanceof BigDecimal number) {
            checkNumber(field, number);
        } else if (field.kind() == FormField.Kind.CHOICE || field.kind() == FormField.Kind.CHOICES) {
            checkOffered(field, value, shown);
        }
    }

    private static void checkText(FormField field, String text) {
        int longest = field.maxLength() == null ? LONGEST_TEXT : field.maxLength();
        if (text.length() > longest) {
            throw Refusal.invalid("“" + field.label() + "”最多 " + longest + " 字,现有 " + text.length() + " 字");
        }
        if (field.minLength() != null && text.length() < field.minLength()) {
            throw Refusal.invalid("“" + field.label() + "”至少 " + field.minLength() + " 字,现有 " + text.length() + " 字");
        }
        if (field.pattern() != null && !text.matches(field.pattern())) {
            throw Refusal.invalid("“" + field.label() + "”的内容“" + text + "”格式不对");
        }
    }

    private static void checkNumber(FormField field, BigDecimal number) {
        if (field.min() != null && number.compareTo(field.min()) < 0) {
            throw Refusal.invalid("“" + field.label() + "”不能小于 " + field.min().toPlainString());
        }
        if (field.max() != null && number.compareTo(field.max()) > 0) {
            throw Refusal.invalid("“" + field.label() + "”不能大于 " + field.max().toPlainString());
        }
        if (field.decimals() != null && number.stripTrailingZeros().scale() > field.decimals()) {
            throw Refusal.invalid("“" + field.label() + "”最多 " + field.decimals() + " 位小数");
        }
    }

    private static void checkOffered(FormField field, Object value, Map<String, Object> shown) {
        List<String> offered = field.choices() != null
                ? field.choices()
                : field.choicesKey() == null ? List.of() : offered(shown.get(field.choicesKey()));
        for (Object one : value instanceof Collection<?> many ? many : List.of(value)) {
            if (!offered.contains(one.toString())) {
                throw Refusal.invalid("“" + field.label() + "”的选项“" + one + "”不在可选范围内");
            }
        }
    }

    private static List<String> offered(@Nullable Object listed) {
        List<String> found = new ArrayList<>();
        if (listed instanceof Iterable<?> many) {
            for (Object one : many) {
                found.add(String.valueOf(one instanceof Map<?, ?> map ? map.get("value") : one));
            }
        }
        return found;
    }
}
