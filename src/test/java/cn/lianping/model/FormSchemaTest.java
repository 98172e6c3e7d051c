package cn.lianping.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.design.Diagram;
import cn.lianping.design.Diagrams;
import cn.lianping.model.Forms.Form;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表单规则")
class FormSchemaTest {

    /** The due time stands at the head of a task; a start form names the day that it depends on. */
    private static final Pattern WHEN = Pattern.compile("期限|截止日之前|开始日当天或之前|收到后");

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");

    @Test
    @DisplayName("第一段文字写明要做什么、何时完成")
    void firstTextSaysWhatAndWhen() {
        assertThat(Forms.ALL.stream().filter(form -> {
                    String first = form.components().stream()
                            .filter(component ->
                                    "text".equals(component.path("type").asText()))
                            .findFirst()
                            .map(component -> component.path("text").asText())
                            .orElse("");
                    return !first.contains("请") || !WHEN.matcher(first).find();
                }))
                .isEmpty();
    }

    @Test
    @DisplayName("每个人工任务和启动事件一张表单,没有多余的表单")
    void everyTaskAndStartHasItsForm() {
        List<String> used = new ArrayList<>();
        for (Diagram diagram : Diagrams.all()) {
            diagram.all(UserTask.class).forEach(task -> used.add(task.getCamundaFormRef()));
            diagram.all(StartEvent.class).stream()
                    .map(StartEvent::getCamundaFormRef)
                    .filter(java.util.Objects::nonNull)
                    .forEach(used::add);
        }
        assertThat(used).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(used)).isEqualTo(new TreeSet<>(Forms.IDS));
    }

    @Test
    @DisplayName("表单上填写的每一栏都有代码接收")
    void everyFieldIsReadByTheDomain() throws IOException {
        Set<String> read = literals();
        for (Form form : Forms.ALL) {
            for (JsonNode component : form.components()) {
                if (INPUTS.contains(component.path("type").asText())
                        && !component.path("readonly").asBoolean()
                        && !component.path("disabled").asBoolean()) {
                    String key = component.path("key").asText();
                    assertThat(read.stream().anyMatch(literal -> reads(literal, key)))
                            .as("%s: what people enter at %s is checked and then lost", form, key)
                            .isTrue();
                }
            }
        }
    }

    /** By name, by a beginning that many fields share (use_…, r1…), or by a pattern (e[0-9]+). */
    private static boolean reads(String literal, String key) {
        return literal.equals(key)
                || (literal.endsWith("_") && key.startsWith(literal))
                || key.matches("[a-z]\\d+")
                        && (literal.equals(key.substring(0, 1)) || literal.equals(key.charAt(0) + "[0-9]+"));
    }

    private static Set<String> literals() throws IOException {
        Pattern literal = Pattern.compile("\"([A-Za-z0-9_+\\[\\]-]+)\"");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("walkthrough"))
                    .flatMap(file -> {
                        try {
                            return literal.matcher(Files.readString(file))
                                    .results()
                                    .map(match -> match.group(1));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.toSet());
        }
    }
}
