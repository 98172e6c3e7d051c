package cn.lianping.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the figures are about. A part that is {@link #ALL} does not narrow.
 *
 * @param department a group, {@link TaskFact#ORGANISATION} or {@link TaskFact#EXPERT}
 */
record Filter(String round, String area, String field, String department) {

    /** Stands for a part that is not set. */
    static final String ALL = "*";

    static final Filter NONE = new Filter(ALL, ALL, ALL, ALL);

    /** From parameters, of which none needs to be there. */
    static Filter of(
            @Nullable String round, @Nullable String area, @Nullable String field, @Nullable String department) {
        return new Filter(part(round), part(area), part(field), part(department));
    }

    private static String part(@Nullable String text) {
        return text == null || text.isBlank() ? ALL : text.strip();
    }

    Filter withRound(String other) {
        return new Filter(other, area, field, department);
    }

    Filter withArea(String other) {
        return new Filter(round, other, field, department);
    }

    Filter withField(String other) {
        return new Filter(round, area, other, department);
    }

    Filter withDepartment(String other) {
        return new Filter(round, area, field, other);
    }

    /** For a statement: null where it does not narrow. */
    @Nullable
    String roundOrNull() {
        return orNull(round);
    }

    @Nullable
    String areaOrNull() {
        return orNull(area);
    }

    @Nullable
    String fieldOrNull() {
        return orNull(field);
    }

    @Nullable
    String departmentOrNull() {
        return orNull(department);
    }

    private static @Nullable String orNull(String part) {
        return ALL.equals(part) ? null : part;
    }

    /** These values with each part set or not; a part that is {@link #ALL} already gives no choice. */
    static List<Filter> combinations(String round, String area, String field, String department) {
        List<Filter> found = new ArrayList<>(List.of(NONE));
        found.addAll(found.stream().map(one -> one.withRound(round)).toList());
        found.addAll(found.stream().map(one -> one.withArea(area)).toList());
        found.addAll(found.stream().map(one -> one.withField(field)).toList());
        if (!ALL.equals(department)) {
            found.addAll(
                    found.stream().map(one -> one.withDepartment(department)).toList());
        }
        return found;
    }
}
