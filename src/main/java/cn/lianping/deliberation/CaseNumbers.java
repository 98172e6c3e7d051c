package cn.lianping.deliberation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Case numbers in messages and in statements. */
final class CaseNumbers {

    private static final int NAMED = 5;
    private static final int PER_STATEMENT = 500;

    private CaseNumbers() {}

    /** The first few, and how many there are: {@code 3 件(a、b、c)}. */
    static String named(Collection<String> caseNos) {
        List<String> first = caseNos.stream().sorted().limit(NAMED).toList();
        return "%d 件(%s%s)".formatted(caseNos.size(), String.join("、", first), caseNos.size() > NAMED ? " 等" : "");
    }

    /** Hands over the list in pieces that a statement can carry. */
    static <T> void inPieces(Collection<T> all, Consumer<List<T>> each) {
        List<T> list = new ArrayList<>(all);
        for (int from = 0; from < list.size(); from += PER_STATEMENT) {
            each.accept(list.subList(from, Math.min(from + PER_STATEMENT, list.size())));
        }
    }
}
