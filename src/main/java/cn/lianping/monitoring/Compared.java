package cn.lianping.monitoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rows as they are beside rows as they should be. */
final class Compared<T> {

    private final Map<String, T> known = new LinkedHashMap<>();
    private final Map<String, T> wrong = new LinkedHashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Function<T, String> id;
    private final UnaryOperator<T> plain;
    private long rows;
    private long met;

    /** @param plain the row without what the comparison is not about */
    Compared(Collection<T> present, Function<T, String> id, UnaryOperator<T> plain) {
        this.id = id;
        this.plain = plain;
        present.forEach(row -> known.put(id.apply(row), row));
    }

    void compare(Collection<T> right) {
        for (T row : right) {
            rows++;
            T is = known.get(id.apply(row));
            if (is != null) {
                met++;
            }
            T should = plain.apply(row);
            if (is == null || !plain.apply(is).equals(should)) {
                wrong.put(id.apply(row), row);
                differences.add(is == null ? "缺少 " + should : "不一致 现为 " + plain.apply(is) + " 应为 " + should);
            }
        }
    }

    Collection<T> known() {
        return known.values();
    }

    Map<String, T> wrong() {
        return wrong;
    }

    List<String> differences() {
        return differences;
    }

    long rows() {
        return rows;
    }

    /** Those of which the history knows nothing any more. */
    long kept() {
        return known.size() - met;
    }
}
