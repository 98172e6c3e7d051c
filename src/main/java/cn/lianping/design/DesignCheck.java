package cn.lianping.design;

import cn.lianping.engine.DeployedModels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what belongs together: diagrams, forms and decision tables that would be put in force at once. */
@Component
public class DesignCheck {

    /** A diagram of 25 nodes has 60 KB. */
    private static final int MOST_BYTES = 1 << 20;

    private static final Pattern FORM = Pattern.compile("formRef=\"([^\"]+)\"");
    private static final Pattern CALLED = Pattern.compile("calledElement=\"([^\"]+)\"");

    private static final List<Rule> FIRST = Stream.of(
                    SafetyRules.RULES, NamingRules.RULES.subList(0, 1), StructureRules.RULES.subList(0, 1))
            .flatMap(List::stream)
            .toList();
    private static final List<Rule> THEN = Stream.of(
                    NamingRules.RULES.subList(1, NamingRules.RULES.size()),
                    StructureRules.RULES.subList(1, StructureRules.RULES.size()),
                    WiringRules.RULES,
                    CallRules.RULES,
                    SavePointRules.RULES,
                    LegalMinimum.RULES)
            .flatMap(List::stream)
            .toList();

    private final Packaged packaged;
    private final FormRules forms;
    private final DecisionRules decisions;
    private final DeployedModels deployed;

    DesignCheck(Packaged packaged, FormRules forms, DecisionRules decisions, DeployedModels deployed) {
        this.packaged = packaged;
        this.forms = forms;
        this.decisions = decisions;
        this.deployed = deployed;
    }

    /** Every rule for diagrams, those that the others build on first. */
    static List<Rule> rules() {
        return Stream.of(FIRST, THEN, LayoutRules.RULES).flatMap(List::stream).toList();
    }

    /**
     * Everything that is wrong, files in the order of their names.
     *
     * @param files content by path; the ending says what each is
     * @param area the city whose own they are, null for the province
     */
    public List<Problem> problems(Map<String, byte[]> files, @Nullable String area) {
        List<Problem> problems = new ArrayList<>();
        Map<String, FormDesign> newForms = new TreeMap<>();
        new TreeMap<>(files).forEach((path, content) -> {
            String file = DiagramReading.nameOf(path);
            if (file.endsWith(FormDesign.ENDING)) {
                read(problems, file, content, () -> {
                    FormDesign form = FormDesign.read(file, content);
                    newForms.put(form.id(), form);
                    problems.addAll(forms.problems(form));
                });
            }
        });
        Surroundings known = among(files, newForms, area);
        new TreeMap<>(files).forEach((path, content) -> {
            String file = DiagramReading.nameOf(path);
            if (file.endsWith(Diagram.ENDING)) {
                read(problems, file, content, () -> problems.addAll(check(DiagramReading.read(file, content), known)));
            } else if (file.endsWith(DecisionRules.ENDING)) {
                read(problems, file, content, () -> problems.addAll(decisions.problems(file, SafeXml.read(content))));
            } else if (!file.endsWith(FormDesign.ENDING)) {
                problems.add(unreadable(file, "不是流程图(.bpmn)、决策表(.dmn)或表单(.form)"));
            }
        });
        return problems;
    }

    /** The rules on a diagram among these surroundings; what cannot be judged for a graver problem is not judged. */
    static List<Problem> check(Diagram diagram, Surroundings known) {
        List<Problem> problems = new ArrayList<>();
        FIRST.forEach(rule -> problems.addAll(rule.problems(diagram, known)));
        if (!problems.isEmpty()) {
            return problems;
        }
        THEN.forEach(rule -> problems.addAll(rule.problems(diagram, known)));
        List<Problem> drawn = LayoutRules.RULES.get(0).problems(diagram, known);
        problems.addAll(drawn);
        if (drawn.isEmpty()) {
            LayoutRules.RULES.stream().skip(1).forEach(rule -> problems.addAll(rule.problems(diagram, known)));
        }
        return problems;
    }

    /** The forms that the diagrams name: those that come with them, else the newest in force, else the product's. */
    private Surroundings among(Map<String, byte[]> files, Map<String, FormDesign> newForms, @Nullable String area) {
        Surroundings alone = packaged.alone();
        Map<String, Set<String>> fields = new TreeMap<>(alone.fields());
        Set<String> processes = new HashSet<>(alone.processes());
        processes.addAll(deployed.processes());
        Map<String, Set<String>> called = new TreeMap<>(alone.called());
        files.forEach((path, content) -> {
            String file = DiagramReading.nameOf(path);
            if (file.endsWith(Diagram.ENDING) && content.length <= MOST_BYTES) {
                String key = file.substring(0, file.length() - Diagram.ENDING.length());
                processes.add(key);
                called.put(key, found(CALLED, content));
                found(FORM, content)
                        .forEach(id -> deployed.form(id, area).ifPresent(form -> fields.put(id, fieldsOf(id, form))));
            }
        });
        newForms.forEach((id, form) -> fields.put(id, form.fields()));
        return new Surroundings(
                fields,
                processes,
                alone.beans(),
                alone.calls(),
                alone.messages(),
                alone.variables(),
                alone.required(),
                called,
                alone.vocabulary());
    }

    private static Set<String> found(Pattern pattern, byte[] content) {
        return pattern.matcher(new String(content, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> fieldsOf(String id, byte[] form) {
        try {
            return FormDesign.read(id, form).fields();
        } catch (UnreadableException e) {
            throw new IllegalStateException(id, e);
        }
    }

    private interface Reading {
        void run() throws UnreadableException;
    }

    private static void read(List<Problem> problems, String file, byte[] content, Reading reading) {
        if (content.length > MOST_BYTES) {
            problems.add(unreadable(file, "有 %d KB,超过 1,024 KB".formatted(content.length / 1024)));
            return;
        }
        try {
            reading.run();
        } catch (UnreadableException e) {
            problems.add(unreadable(file, e.reason()));
        }
    }

    private static Problem unreadable(String file, String reason) {
        return new Problem("readable", Severity.ERROR, file, "", "", reason, "文件可以读取", "部署失败", "用设计器重新保存后再试");
    }
}
