package cn.lianping.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a Camunda Form (form-js 1.8 schema).
 *
 * @param choices the values of a choice, null when they come from {@code choicesKey} or the field is no choice
 * @param choicesKey the variable that lists the choices
 * @param hideWhen FEEL condition under which the field is not asked
 */
public record FormField(
        String key,
        String label,
        Kind kind,
        boolean required,
        boolean editable,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        @Nullable String pattern,
        @Nullable List<String> choices,
        @Nullable String choicesKey,
        List<String> hideWhen) {

    /** What is entered. */
    public enum Kind {
        TEXT,
        NUMBER,
        TICK,
        CHOICE,
        CHOICES,
        DATE
    }
}
