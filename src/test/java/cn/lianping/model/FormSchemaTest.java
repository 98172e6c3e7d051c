package cn.lianping.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.model.Forms.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
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

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** What form-js 1.8 of the Tasklist draws; see the measured facts on dynamic lists and file pickers. */
    private static final Set<String> DRAWN = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "group",
            "table",
            "text",
            "html",
            "separator",
            "spacer");

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");

    @Test
    @DisplayName("标识等于文件名,版本与平台相符")
    void formsAreWhatTheirFilesSay() {
        assertThat(Forms.ALL.stream().flatMap(form -> heads(form).stream())).isEmpty();
    }

    private static List<String> heads(Form form) {
        List<String> problems = new ArrayList<>();
        if (!form.file().equals(form.json().path("id").asText())) {
            problems.add(form + ": id is not the file name, so the task opens without a form");
        }
        if (!"7.24.0".equals(form.json().path("executionPlatformVersion").asText())) {
            problems.add(form + ": made for another platform");
        }
        if (form.json().path("schemaVersion").asInt(99) > 16) {
            problems.add(form + ": newer than form-js 1.8, which draws schema 16");
        }
        return problems;
    }

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
    @DisplayName("只用 Tasklist 能画的组件,每个输入有中文标签和唯一的键")
    void componentsAreDrawnAndLabelled() {
        assertThat(Forms.ALL.stream().flatMap(form -> components(form).stream()))
                .isEmpty();
    }

    private static List<String> components(Form form) {
        List<String> problems = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode component : form.components()) {
            String type = component.path("type").asText();
            if (!DRAWN.contains(type)) {
                problems.add(form + ": Tasklist cannot draw " + type);
            }
            if (INPUTS.contains(type)) {
                String key = component.path("key").asText();
                String label = "datetime".equals(type)
                        ? component.path("dateLabel").asText()
                        : component.path("label").asText();
                if (!HAN.matcher(label).find()) {
                    problems.add(form + ": people see no Chinese label at " + key);
                }
                if (key.isEmpty() || !keys.add(key)) {
                    problems.add(
                            form + ": key " + key + " is missing or there twice, and one value overwrites the other");
                }
            }
        }
        return problems;
    }

    @Test
    @DisplayName("每个人工任务和启动事件一张表单,没有多余的表单")
    void everyTaskAndStartHasItsForm() {
        List<String> used = new ArrayList<>();
        for (Diagram diagram : Diagram.all()) {
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

    @Test
    @DisplayName("违反即被发现")
    void aBrokenFormIsFound() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("id", "other").put("executionPlatformVersion", "8.5.0").put("schemaVersion", 18);
        ArrayNode components = json.putArray("components");
        components.addObject().put("type", "dynamiclist");
        components.addObject().put("type", "textfield").put("key", "a").put("label", "name");
        components.addObject().put("type", "number").put("key", "a").put("label", "数量");
        Form form = new Form("broken", json);
        assertThat(heads(form)).hasSize(3);
        assertThat(components(form)).hasSize(3);
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
