package cn.lianping.rehearsal.act;

import cn.lianping.engine.FormField;
import cn.lianping.engine.OpenForms;
import cn.lianping.rehearsal.RehearsalOnly;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Fills in any form: with what is known, and else with something that the form itself accepts. */
@RehearsalOnly
public class Filling {

    private static final List<String> SAMPLES =
            List.of("2026-01", "2026", "1", "A1", "13900000000", "test@example.org", "辽科发〔2026〕1号");

    private final OpenForms forms;
    private final Passing passing;

    Filling(OpenForms forms, Passing passing) {
        this.forms = forms;
        this.passing = passing;
    }

    /**
     * The values to submit.
     *
     * @param shown what the form shows
     * @param known answers that are known by field; a field that the form does not have is left out, as people would
     */
    public Map<String, Object> fill(
            Task task, Map<String, Object> shown, Map<String, Object> known, Chooser chooser, boolean optionalToo) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Object> context = new HashMap<>(shown);
        List<FormField> fields = forms.fields(task.getId());
        fields.forEach(field -> context.putIfAbsent(field.key(), null));
        known.forEach((key, value) -> {
            if (fields.stream().anyMatch(field -> field.key().equals(key))) {
                context.put(key, value);
            }
        });
        for (FormField field : fields) {
            if (!forms.asks(field, context)) {
                continue;
            }
            Object value = known.containsKey(field.key())
                    ? known.get(field.key())
                    : field.required() || optionalToo ? sample(task, field, shown, chooser) : null;
            if (value != null) {
                values.put(field.key(), value);
                context.put(field.key(), value);
            }
        }
        return values;
    }

    private @Nullable Object sample(Task task, FormField field, Map<String, Object> shown, Chooser chooser) {
        return switch (field.kind()) {
            case TEXT -> text(field);
            case NUMBER -> number(field);
            case DATE -> passing.today().toString();
            case TICK ->
                field.required()
                        ? Boolean.TRUE
                        : Boolean.valueOf(chooser.choose(task, field, List.of("true", "false")));
            case CHOICE -> {
                List<String> options = options(field, shown);
                yield options.isEmpty() ? null : chooser.choose(task, field, options);
            }
            case CHOICES -> {
                List<String> options = options(field, shown);
                yield options.isEmpty() ? null : List.of(options.get(0));
            }
        };
    }

    private static String text(FormField field) {
        if (field.pattern() != null) {
            for (String sample : SAMPLES) {
                if (sample.matches(field.pattern())) {
                    return sample;
                }
            }
        }
        StringBuilder text = new StringBuilder("试运行:").append(field.label());
        while (field.minLength() != null && text.length() < field.minLength()) {
            text.append('。');
        }
        return field.maxLength() != null && text.length() > field.maxLength()
                ? text.substring(0, field.maxLength())
                : text.toString();
    }

    private static Object number(FormField field) {
        BigDecimal one = field.min() == null ? BigDecimal.ONE : field.min().max(BigDecimal.ONE);
        BigDecimal value = field.max() == null ? one : one.min(field.max());
        return (field.decimals() == null ? value : value.setScale(field.decimals(), RoundingMode.DOWN)).toPlainString();
    }

    private static List<String> options(FormField field, Map<String, Object> shown) {
        if (field.choices() != null) {
            return field.choices();
        }
        List<String> found = new ArrayList<>();
        if (field.choicesKey() != null && shown.get(field.choicesKey()) instanceof Iterable<?> listed) {
            for (Object one : listed) {
                found.add(String.valueOf(one instanceof Map<?, ?> map ? map.get("value") : one));
            }
        }
        return found;
    }
}
