package cn.lianping.model;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A rule that every diagram keeps.
 *
 * @param name what is asked
 * @param consequence what breaks at run time, or for the reader, where it is not kept
 * @param check what in a diagram breaks it; empty when it is kept
 * @param brokenDiagram process key of a packaged diagram in which the rule can be broken
 * @param breaking breaks it there, to see that the rule can fail
 */
record Rule(
        String name,
        String consequence,
        Function<Diagram, List<String>> check,
        String brokenDiagram,
        Consumer<Diagram> breaking) {

    List<String> problems(Diagram diagram) {
        return check.apply(diagram).stream()
                .map(problem -> "%s: %s (%s: %s)".formatted(diagram, problem, name, consequence))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
