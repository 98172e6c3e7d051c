package cn.lianping.rehearsal.explore;

import cn.lianping.rehearsal.report.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went wrong, each thing once. */
public final class Failures {

    private final Drawn drawn;
    private final Map<String, Failure> found = new LinkedHashMap<>();

    public Failures(Drawn drawn) {
        this.drawn = drawn;
    }

    /** Notes something at an element. */
    void add(String process, String element, String what, String remedy) {
        Failure failure = new Failure(process, element, drawn.nameOf(process, element), what, remedy);
        found.putIfAbsent(process + "/" + element + "/" + what.replaceAll("[0-9]+", "#"), failure);
    }

    /** In the order in which they were found. */
    public List<Failure> all() {
        return List.copyOf(found.values());
    }

    /** How many. */
    public int size() {
        return found.size();
    }
}
