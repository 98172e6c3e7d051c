package cn.lianping.design;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;

/**
 * A rule that every diagram keeps.
 *
 * @param id by which tests and pages name it
 * @param demand what is asked
 * @param consequence what breaks at run time, or for the reader, where it is not kept
 * @param remedy how to mend it
 * @param check where a diagram breaks it; empty when it is kept
 */
record Rule(
        String id,
        Severity severity,
        String demand,
        String consequence,
        String remedy,
        BiFunction<Diagram, Surroundings, List<Finding>> check) {

    /** A rule that needs to know nothing but the diagram, and has nothing to say beyond the elements. */
    static Rule of(
            String id,
            Severity severity,
            String demand,
            String consequence,
            String remedy,
            Function<Diagram, List<String>> elements) {
        return new Rule(
                id,
                severity,
                demand,
                consequence,
                remedy,
                (diagram, known) ->
                        elements.apply(diagram).stream().map(Finding::at).toList());
    }

    List<Problem> problems(Diagram diagram, Surroundings known) {
        return check.apply(diagram, known).stream()
                .map(finding -> new Problem(
                        id,
                        severity,
                        diagram.file(),
                        finding.element(),
                        nameOf(diagram, finding.element()),
                        finding.what(),
                        demand,
                        consequence,
                        remedy))
                .toList();
    }

    private static String nameOf(Diagram diagram, String id) {
        Object element = id.isEmpty() ? null : diagram.model().getModelElementById(id);
        @Nullable String name = element instanceof FlowElement named ? named.getName() : null;
        return Objects.requireNonNullElse(name, "").strip();
    }

    @Override
    public String toString() {
        return demand;
    }
}
