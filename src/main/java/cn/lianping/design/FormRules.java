package cn.lianping.design;

import cn.lianping.engine.FeelSyntax;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.springframework.stereotype.Component;

/** What every form keeps, so that Tasklist can show it and the code finds what people enter. */
@Component
class FormRules {

    private static final String ENDING = FormDesign.ENDING;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern KEY = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?i)<\\s*/?(script|iframe|object|embed|form|style|link|meta|svg|img)|\\bon\\w+\\s*=|javascript:|data:");
    private static final int NEWEST_SCHEMA = 16;

    /** What form-js 1.8 of the Tasklist draws; dynamic lists lose rows, and there is no file picker. */
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

    private final Packaged packaged;
    private final FeelSyntax feel;

    FormRules(Packaged packaged, FeelSyntax feel) {
        this.packaged = packaged;
        this.feel = feel;
    }

    List<Problem> problems(FormDesign form) {
        List<Problem> problems = new ArrayList<>();
        head(form, problems);
        Set<String> keys = new HashSet<>();
        form.components().forEach(component -> component(form, component, keys, problems));
        Set<String> missing = new TreeSet<>(packaged.alone().fields().getOrDefault(form.id(), Set.of()));
        missing.removeAll(form.fields());
        missing.forEach(key ->
                problems.add(problem(form, "form-required", key, "缺少平台要用的栏目 " + key, "办结时平台找不到所填的内容,任务办不结", "恢复该栏目")));
        return problems;
    }

    private static void head(FormDesign form, List<Problem> problems) {
        if (!form.file().equals(form.id() + ENDING)) {
            problems.add(
                    problem(form, "form-id", "", "标识是“" + form.id() + "”", "任务按标识找表单,打开后没有表单", "标识改为文件名(不含 .form)"));
        }
        if (!form.json().path("executionPlatformVersion").asText().startsWith("7.24")) {
            problems.add(problem(
                    form,
                    "form-platform",
                    "",
                    "为平台版本“" + form.json().path("executionPlatformVersion").asText() + "”制作",
                    "任务列表可能显示不出",
                    "用平台的表单设计器,或把版本选为 Camunda 7.24"));
        }
        if (form.json().path("schemaVersion").asInt(Integer.MAX_VALUE) > NEWEST_SCHEMA) {
            problems.add(problem(form, "form-schema", "", "的格式比任务列表新", "任务列表显示不出新的组件", "用平台的表单设计器制作"));
        }
        if (!form.json().path("components").isArray()) {
            problems.add(problem(form, "form-components", "", "没有组件", "任务打开后是空白", "加上要填写的栏目"));
        }
    }

    private void component(FormDesign form, JsonNode component, Set<String> keys, List<Problem> problems) {
        String type = component.path("type").asText();
        String key = component.path("key").asText();
        String shown = key.isEmpty() ? component.path("id").asText() : key;
        if (!DRAWN.contains(type)) {
            problems.add(problem(
                    form, "form-type", shown, "的类型是“" + type + "”", "任务列表显示不出,或丢失所填内容", "换用支持的类型;文件在“证据材料”页签上传"));
        }
        if (INPUTS.contains(type)) {
            input(form, component, shown, key, problems);
            if (!key.isEmpty() && !keys.add(key)) {
                problems.add(problem(form, "form-key", shown, "的键重复", "两栏的内容互相覆盖", "改一个键"));
            }
        }
        String content = component.path("text").asText()
                + component.path("content").asText()
                + component.path("label").asText()
                + component.path("description").asText();
        if (ACTIVE.matcher(content).find()) {
            problems.add(problem(form, "form-active", shown, "含有脚本、外部内容或事件", "打开任务的人的浏览器会运行它", "只用文字、列表、链接和粗体"));
        }
        expressions(form, component, shown, problems);
    }

    private static void input(FormDesign form, JsonNode component, String shown, String key, List<Problem> problems) {
        String label = component.path("type").asText().equals("datetime")
                ? component.path("dateLabel").asText()
                : component.path("label").asText();
        if (!HAN.matcher(label).find()) {
            problems.add(problem(form, "form-label", shown, "没有中文标签", "办理人不知道填什么", "填写标签"));
        }
        if (!KEY.matcher(key).matches()) {
            problems.add(problem(form, "form-key", shown, "的键是“" + key + "”", "所填内容保存不了", "键用英文字母开头,只含字母、数字和下划线"));
        }
        String pattern = component.path("validate").path("pattern").asText();
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            problems.add(problem(form, "form-pattern", shown, "的校验格式不是正则表达式", "填什么都不对,任务办不结", "改正或删去格式"));
        }
    }

    /** Conditions and computed texts are FEEL, which knows no way to code. */
    private void expressions(FormDesign form, JsonNode component, String shown, List<Problem> problems) {
        List<String> texts = new ArrayList<>(List.of(
                component.path("conditional").path("hide").asText(),
                component.path("valuesExpression").asText(),
                component.path("expression").asText()));
        for (String name : List.of("text", "content", "label", "readonly", "dataSource", "defaultValue")) {
            if (component.path(name).asText().startsWith("=")) {
                texts.add(component.path(name).asText());
            }
        }
        texts.stream()
                .filter(text -> !text.isBlank() && !feel.isExpression(text))
                .forEach(text -> problems.add(
                        problem(form, "form-feel", shown, "的表达式“" + text + "”不是 FEEL", "该栏目的显示或取值出错", "改正表达式")));
    }

    private static Problem problem(
            FormDesign form, String rule, String element, String found, String consequence, String remedy) {
        return new Problem(rule, Severity.ERROR, form.file(), element, "", found, found, consequence, remedy);
    }
}
