package cn.lianping.design;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The expressions that may stand in a diagram. The engine would run any: one that reaches a class or a bean of the platform
 * runs code that nobody reviewed, past the domain's rules.
 */
final class Expressions {

    private static final Pattern ANY = Pattern.compile("[#$]\\{");
    private static final Pattern WHOLE = Pattern.compile("[#$]\\{([^{}]*)}");
    private static final Pattern BEAN = Pattern.compile("\\w+");
    private static final Pattern CALL = Pattern.compile("(\\w+\\.\\w+)\\(execution\\)");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)(?: (?:==|!=) '[\\p{IsHan}\\w-]*')?");
    private static final String BUSINESS_KEY = "execution.processBusinessKey";

    private Expressions() {}

    /** Whether the text holds an expression at all. */
    static boolean isIn(String text) {
        return ANY.matcher(text).find();
    }

    /** The expressions in the text that are not allowed. */
    static List<String> refused(String text, Surroundings known, Set<String> ownVariables) {
        String rest = WHOLE.matcher(text).replaceAll("");
        if (isIn(rest)) {
            return List.of(text.strip());
        }
        return WHOLE.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .filter(inside -> !isAllowed(inside, known, ownVariables))
                .collect(Collectors.toList());
    }

    private static boolean isAllowed(String inside, Surroundings known, Set<String> ownVariables) {
        if (inside.equals(BUSINESS_KEY)) {
            return true;
        }
        Matcher call = CALL.matcher(inside);
        if (call.matches()) {
            return known.calls().contains(call.group(1));
        }
        if (BEAN.matcher(inside).matches() && known.beans().contains(inside)) {
            return true;
        }
        Matcher condition = CONDITION.matcher(inside);
        return condition.matches()
                && (known.variables().contains(condition.group(1)) || ownVariables.contains(condition.group(1)));
    }
}
