package cn.lianping.precheck;

import cn.lianping.Refusal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact that the pre-check of an element asks for.
 *
 * @param key the form field and the variable of the decision table
 * @param label what people see
 * @param kind which values there are
 * @param choices the values of a {@link Kind#CHOICE}; empty otherwise
 * @param computed whether the platform finds it out itself, so that no form asks for it
 * @param neededWhen the choice that makes this fact necessary; null where it always is
 */
public record Fact(
        String key,
        String label,
        Kind kind,
        List<Choice> choices,
        boolean computed,
        @Nullable Needed neededWhen) {

    /** Which values a fact has. */
    public enum Kind {
        /** Yes or no. */
        BOOLEAN,
        /** One of the choices. */
        CHOICE,
        /** A share in percent with at most two decimal places. */
        PERCENT
    }

    /** One choice: the value in data and what people see. */
    public record Choice(String value, String label) {}

    /** Another fact of the same element and the value it has. */
    public record Needed(String key, String value) {}

    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    public Fact {
        choices = List.copyOf(choices);
    }

    /**
     * The value as the decision tables take it.
     *
     * @param raw as a form sends it, text included
     * @return Boolean, String or BigDecimal; null where nothing was filled in
     * @throws Refusal when it is none of the fact's values
     */
    @Nullable
    Object parse(@Nullable Object raw) {
        String text = raw == null ? "" : raw.toString().trim();
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN -> parseBoolean(text);
            case CHOICE -> parseChoice(text);
            case PERCENT -> parsePercent(text);
        };
    }

    private Boolean parseBoolean(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw Refusal.invalid("“%s”应填是或否,现为 %s".formatted(label, text));
    }

    private String parseChoice(String text) {
        if (choices.stream().noneMatch(choice -> choice.value().equals(text))) {
            throw Refusal.invalid("“%s”没有选项 %s".formatted(label, text));
        }
        return text;
    }

    private BigDecimal parsePercent(String text) {
        if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,9})?")) {
            throw Refusal.invalid("“%s”应为数字(%%),现为 %s".formatted(label, text));
        }
        BigDecimal percent = new BigDecimal(text);
        if (percent.compareTo(MOST) > 0 || percent.stripTrailingZeros().scale() > 2) {
            throw Refusal.invalid("“%s”应为 0 至 1000(%%),最多两位小数,现为 %s".formatted(label, text));
        }
        return percent;
    }
}
