package cn.lianping.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * Something that must not be deployed.
 *
 * @param what is wrong with it
 * @param file name
 * @param reason a piece of the Chinese message that says so
 */
@SuppressWarnings("ArrayRecordComponent")
record Hostile(String what, String file, byte[] content, String reason) {

    private static final String PUBLICITY = "processes/publicity/publicity.bpmn";
    private static final String REVIEW = "processes/preliminary-review/preliminary-review.bpmn";
    private static final String RELEASE = "processes/joint-release/joint-release.bpmn";
    private static final String CASE = "processes/alliance-evaluation.bpmn";
    private static final String ROUND = "processes/evaluation-round.bpmn";
    private static final String EVALUATION = "processes/comprehensive-evaluation/comprehensive-evaluation.bpmn";
    private static final String FORM = "forms/preliminary-review/recommend.form";
    private static final String TABLE = "processes/self-evaluation/precheck-element-7.dmn";
    private static final String END_NOTICE = "camunda:delegateExpression=\"#{endNoticeDelegate}\"";
    private static final String SIGNED_BY_SCIENCE =
            "(id=\"flow_countersigned_signByScience\"[^>]*targetRef=\")userTask_signByScience";
    private static final int TEN_MEGABYTES = 10 << 20;

    @Override
    public String toString() {
        return what;
    }

    static List<Hostile> all() {
        List<Hostile> all = new ArrayList<>();
        unreadable(all);
        code(all);
        expressions(all);
        ways(all);
        wiring(all);
        forms(all);
        tables(all);
        return all;
    }

    private static void unreadable(List<Hostile> all) {
        all.add(changed("cut off", PUBLICITY, text -> text.substring(0, text.length() / 2), "XML"));
        all.add(of("no XML", "publicity.bpmn", "hello", "XML"));
        all.add(of("empty", "publicity.bpmn", "", "XML"));
        all.add(changed("entities that grow", PUBLICITY, text -> text.replaceFirst("\\?>", """
                ?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>"""), "DOCTYPE"));
        all.add(changed(
                "an entity that reads a file",
                PUBLICITY,
                text -> text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"),
                "DOCTYPE"));
        all.add(changed("ten megabytes", PUBLICITY, text -> text + "<!--" + "x".repeat(TEN_MEGABYTES) + "-->", "KB"));
        all.add(of("another kind of XML", "publicity.bpmn", "<html><body/></html>", "不是 BPMN"));
        all.add(of("a table called a diagram", "precheck.bpmn", read(TABLE), "不是 BPMN"));
        all.add(changed(
                "an element that BPMN does not know",
                PUBLICITY,
                text -> text.replace("<bpmn:serviceTask ", "<bpmn:magicTask ")
                        .replace("</bpmn:serviceTask>", "</bpmn:magicTask>"),
                "BPMN 2.0"));
        all.add(of("a program", "helper.js", "java.lang.System.exit(0)", "不是流程图"));
        all.add(of("a diagram by another ending", "publicity.bpmn20.xml", read(PUBLICITY), "不是流程图"));
        all.add(of("a case plan", "plan.cmmn", "<definitions/>", "不是流程图"));
    }

    private static void code(List<Hostile> all) {
        all.add(changed(
                "a script task",
                PUBLICITY,
                text -> text.replaceFirst(
                        "(?s)<bpmn:serviceTask id=\"serviceTask_endNotice\".*?</bpmn:serviceTask>",
                        "<bpmn:scriptTask id=\"serviceTask_endNotice\" name=\"结束公示\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                "不支持的元素 bpmn:scriptTask"));
        all.add(extension(
                "a script in a listener",
                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>",
                "不支持的元素 camunda:executionListener"));
        all.add(extension(
                "a listener by class",
                "<camunda:taskListener event=\"create\" class=\"cn.lianping.Anything\"/>",
                "不支持的属性 class"));
        all.add(extension(
                "a listener of another kind",
                "<camunda:taskListener event=\"create\" delegateExpression=\"#{endNoticeDelegate}\"/>",
                "有监听器"));
        all.add(extension(
                "a connector",
                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
                "不支持的元素 camunda:connector"));
        all.add(extension(
                "a script that maps",
                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "不支持的元素 camunda:inputOutput"));
        all.add(endNotice("a class by name", "camunda:class=\"cn.lianping.Anything\"", "不支持的属性 camunda:class"));
        all.add(endNotice(
                "an expression as a task",
                "camunda:expression=\"${execution.setVariable('x', 1)}\"",
                "不支持的属性 camunda:expression"));
        all.add(endNotice(
                "work for a stranger", "camunda:type=\"external\" camunda:topic=\"any\"", "不支持的属性 camunda:type"));
        all.add(changed(
                "a form from elsewhere",
                PUBLICITY,
                text -> text.replaceFirst("camunda:formRef=\"[^\"]+\"", "camunda:formKey=\"embedded:app:x.html\""),
                "不支持的属性 camunda:formKey"));
        all.add(changed(
                "a signal that anybody sends",
                PUBLICITY,
                text -> text.replaceFirst(
                        "<bpmn:messageEventDefinition [^>]*/>", "<bpmn:signalEventDefinition id=\"signal_x\"/>"),
                "不支持的元素 bpmn:signalEventDefinition"));
    }

    private static void expressions(List<Hostile> all) {
        all.add(group("a way to classes", "${''.getClass().forName('java.lang.Runtime')}"));
        all.add(group("a bean of the platform", "${jdbcTemplate.execute('DROP TABLE area')}"));
        all.add(group("an expression in an expression", "${x${leadCode}}"));
        all.add(group("an open expression", "${leadCode"));
        all.add(changed(
                "a due date by code",
                PUBLICITY,
                text -> text.replaceFirst(
                        "#\\{dueTimes.due\\(execution\\)}", "#{runtimeService.createProcessInstanceQuery().list()}"),
                "不允许"));
        all.add(condition("a condition that acts", "#{execution.setVariable('reviewOutcome', 'PASS')}", "不允许"));
        all.add(condition("a variable nobody writes", "#{reviewOutcom == 'PASS'}", "不允许"));
        all.add(condition("a condition that is a word", "true", "不是表达式"));
        all.add(changed(
                "a condition in another language",
                REVIEW,
                text -> text.replaceFirst(
                        "<bpmn:conditionExpression ", "<bpmn:conditionExpression language=\"javascript\" "),
                "不支持的属性 language"));
        all.add(changed(
                "a list made by code",
                EVALUATION,
                text -> text.replaceFirst(
                        "camunda:collection=\"[^\"]+\"", "camunda:collection=\"#{historyService.list()}\""),
                "不允许"));
    }

    private static void ways(List<Hostile> all) {
        all.add(changed(
                "no publicity",
                CASE,
                text -> text.replace("event_publicityEnded", "event_skipped"),
                "缺少 event_publicityEnded"));
        all.add(changed(
                "a flow that nodes know nothing of",
                RELEASE,
                text -> text.replaceAll(SIGNED_BY_SCIENCE, "$1serviceTask_publishRelease"),
                "不一致"));
        all.add(changed(
                "a way around the second signature",
                RELEASE,
                text -> text.replaceAll(SIGNED_BY_SCIENCE, "$1serviceTask_publishRelease")
                        .replace("<bpmn:incoming>flow_countersigned_signByScience</bpmn:incoming>", "")
                        .replaceFirst(
                                "(?s)(<bpmn:serviceTask id=\"serviceTask_publishRelease\".*?)<bpmn:incoming>",
                                "$1<bpmn:incoming>flow_countersigned_signByScience</bpmn:incoming><bpmn:incoming>"),
                "第六条4"));
        all.add(changed(
                "a gateway without default", REVIEW, text -> text.replaceAll(" default=\"[^\"]+\"", ""), "没有默认分支"));
        all.add(changed(
                "a wait that never ends",
                REVIEW,
                text -> text.replaceFirst(
                                "<bpmn:parallelGateway (id=\"gateway_reviewFork\")", "<bpmn:exclusiveGateway $1")
                        .replaceFirst(
                                "(?s)(<bpmn:exclusiveGateway id=\"gateway_reviewFork\".*?)</bpmn:parallelGateway>",
                                "$1</bpmn:exclusiveGateway>"),
                "永远不结束"));
        all.add(changed(
                "a flow without an end",
                PUBLICITY,
                text -> text.replaceFirst(
                        "(id=\"flow_publishNotice_periodEnded\"[^>]*targetRef=\")[^\"]+", "$1nowhere"),
                "BPMN 2.0"));
        all.add(changed(
                "a process that calls itself",
                ROUND,
                text -> text.replaceFirst("calledElement=\"publicity\"", "calledElement=\"evaluation-round\""),
                "又回到流程"));
    }

    private static void wiring(List<Hostile> all) {
        all.add(endNotice("an unknown delegate", "camunda:delegateExpression=\"#{finishNoticeDelegate}\"", "不允许"));
        all.add(endNotice(
                "the delegate of another task",
                "camunda:delegateExpression=\"#{publishNoticeDelegate}\"",
                "应为 #{endNoticeDelegate}"));
        all.add(changed(
                "a missing form",
                PUBLICITY,
                text -> text.replaceFirst("camunda:formRef=\"[^\"]+\"", "camunda:formRef=\"no-such-form\""),
                "“no-such-form”不存在"));
        all.add(changed(
                "five calendar days",
                PUBLICITY,
                text -> text.replaceFirst(
                        "(?s)<bpmn:timeDate[^>]*>#\\{publicityPeriod.endOf\\(execution\\)}</bpmn:timeDate>",
                        "<bpmn:timeDuration>P5D</bpmn:timeDuration>"),
                "自然日"));
        all.add(changed(
                "a day that is typed in",
                PUBLICITY,
                text -> text.replaceFirst("#\\{publicityPeriod.endOf\\(execution\\)}", "2026-03-01T00:00:00"),
                "自然日"));
        all.add(changed(
                "a task under another id",
                PUBLICITY,
                text -> text.replace("userTask_issueNotice", "userTask_announce"),
                "缺少 userTask_issueNotice"));
        all.add(changed(
                "a message nobody sends",
                PUBLICITY,
                text -> text.replaceFirst("(<bpmn:message id=\"[^\"]+\" name=\")[^\"]+", "$1nobody.sends"),
                "没有人发送"));
        all.add(changed(
                "a call of nothing",
                CASE,
                text -> text.replaceFirst("calledElement=\"self-evaluation\"", "calledElement=\"nothing\""),
                "“nothing”不存在"));
        all.add(changed("history that is soon gone", PUBLICITY, text -> text.replaceFirst("P3650D", "P1D"), "P3650D"));
        all.add(changed(
                "a process under another key",
                PUBLICITY,
                text -> text.replace("id=\"publicity\"", "id=\"publicity2\"")
                        .replace("bpmnElement=\"publicity\"", "bpmnElement=\"publicity2\""),
                "publicity2"));
        all.add(changed(
                "a process that cannot run",
                PUBLICITY,
                text -> text.replaceFirst("isExecutable=\"true\"", "isExecutable=\"false\""),
                "可执行"));
        all.add(changed(
                "nobody to do it",
                PUBLICITY,
                text -> text.replaceFirst(" camunda:candidateGroups=\"[^\"]+\"", ""),
                "候选组或办理人"));
    }

    private static void forms(List<Hostile> all) {
        all.add(of("a form that is no JSON", "recommend.form", "{\"id\":", "JSON"));
        all.add(of("a form that is a list", "recommend.form", "[]", "JSON 对象"));
        all.add(of(
                "a form as deep as a well", "recommend.form", "{\"a\":".repeat(2000) + "1" + "}".repeat(2000), "JSON"));
        all.add(changed(
                "a form under another id",
                FORM,
                text -> text.replaceFirst("\"id\": ?\"recommend\"", "\"id\":\"other\""),
                "标识"));
        all.add(component(
                "a script on a page", "{\"type\":\"text\",\"id\":\"x\",\"text\":\"<script>alert(1)</script>\"}", "脚本"));
        all.add(component(
                "a picture that calls home",
                "{\"type\":\"html\",\"id\":\"x\",\"content\":\"<img src=x onerror=alert(1)>\"}",
                "脚本"));
        all.add(component(
                "a list that loses rows", "{\"type\":\"dynamiclist\",\"id\":\"x\",\"path\":\"x\"}", "dynamiclist"));
        all.add(component(
                "a foreign page", "{\"type\":\"iframe\",\"id\":\"x\",\"url\":\"https://example.org\"}", "iframe"));
        all.add(component(
                "a condition that cannot be read",
                "{\"type\":\"text\",\"id\":\"x\",\"text\":\"文字\",\"conditional\":{\"hide\":\"=if then\"}}",
                "FEEL"));
        all.add(component(
                "a key twice", "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"opinion\",\"label\":\"意见\"}", "重复"));
        all.add(component(
                "no label", "{\"type\":\"textfield\",\"id\":\"x\",\"key\":\"more\",\"label\":\"more\"}", "中文标签"));
        all.add(changed(
                "a field that is gone",
                FORM,
                text -> text.replace("\"letterNo\"", "\"letter\""),
                "缺少平台要用的栏目 letterNo"));
    }

    private static void tables(List<Hostile> all) {
        all.add(changed(
                "a table in another language",
                TABLE,
                text -> text.replaceFirst("<inputEntry id", "<inputEntry expressionLanguage=\"groovy\" id"),
                "groovy"));
        all.add(changed(
                "a table with an entity",
                TABLE,
                text -> text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY a \"b\">]>"),
                "DOCTYPE"));
        all.add(changed(
                "a cell that cannot be read",
                TABLE,
                text -> text.replaceFirst("<text>true</text>", "<text>][ (</text>"),
                "FEEL"));
        all.add(changed(
                "a table without its output",
                TABLE,
                text -> text.replaceFirst("name=\"advice\"", "name=\"hint\""),
                "缺少平台要用的输出 advice"));
        all.add(changed(
                "a table under another id",
                TABLE,
                text -> text.replaceFirst("decision id=\"precheck-element-7\"", "decision id=\"other\""),
                "决策的标识"));
        all.add(of("a table that is none", "precheck-element-7.dmn", "<a xmlns=\"x\"/>", "不是 DMN"));
        all.add(changed(
                "a function of Java",
                TABLE,
                text -> text.replaceFirst(
                        "(?s)<decisionTable.*</decisionTable>",
                        "<literalExpression id=\"l\"><text>1</text></literalExpression>"),
                "不支持的元素"));
    }

    private static Hostile endNotice(String what, String attributes, String reason) {
        return changed(what, PUBLICITY, text -> text.replace(END_NOTICE, attributes), reason);
    }

    private static Hostile extension(String what, String xml, String reason) {
        return changed(
                what,
                PUBLICITY,
                text -> text.replaceFirst(
                        "<bpmn:extensionElements>", "<bpmn:extensionElements>" + Matcher.quoteReplacement(xml)),
                reason);
    }

    private static Hostile group(String what, String group) {
        return changed(
                what,
                PUBLICITY,
                text -> text.replaceFirst(
                        "camunda:candidateGroups=\"[^\"]+\"",
                        Matcher.quoteReplacement("camunda:candidateGroups=\"" + group + "\"")),
                "不允许");
    }

    private static Hostile condition(String what, String condition, String reason) {
        return changed(what, REVIEW, text -> text.replace("#{reviewOutcome == 'PASS'}", condition), reason);
    }

    private static Hostile component(String what, String component, String reason) {
        return changed(
                what,
                FORM,
                text -> text.replaceFirst(
                        "\"components\": ?\\[", Matcher.quoteReplacement("\"components\":[" + component + ",")),
                reason);
    }

    private static Hostile changed(String what, String file, UnaryOperator<String> change, String reason) {
        String text = read(file);
        String hostile = change.apply(text);
        if (hostile.equals(text)) {
            throw new AssertionError(what + ": nothing was changed in " + file);
        }
        return of(what, file.substring(file.lastIndexOf('/') + 1), hostile, reason);
    }

    private static Hostile of(String what, String file, String text, String reason) {
        return new Hostile(what, file, text.getBytes(StandardCharsets.UTF_8), reason);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
