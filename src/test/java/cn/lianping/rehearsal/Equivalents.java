package cn.lianping.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Mutants that do what the product does, and why: no check and no case can tell them apart. */
final class Equivalents {

    private static final Map<String, String> WHY = new LinkedHashMap<>();

    private Equivalents() {}

    /** Why the mutant is none; null if it is one. */
    static @Nullable String why(String mutant) {
        return WHY.entrySet().stream()
                .filter(one -> mutant.matches(one.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
