package cn.lianping.engine;

import cn.lianping.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What the engine says of migrations, in Chinese. */
public final class MigrationWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("There is no migration instruction for this instance's activity", "所在步骤在新版中没有对应步骤"),
            Map.entry("Activities have incompatible types", "两个步骤的类型不同"),
            Map.entry("Type of the source activity", "两个步骤的类型不同"),
            Map.entry("The source activity's event scope", "所附着的步骤没有一同对应"),
            Map.entry("The closest mapped ancestor", "外层步骤的对应关系不一致"),
            Map.entry("Target activity", "目标步骤已被别的步骤占用,或位置不合"),
            Map.entry("Cannot be mapped to the same", "两个步骤对应了同一个目标"),
            Map.entry("There are multiple mappings", "同一步骤有多个对应"),
            Map.entry("Migrating active sequence flow", "案卷正停在连线上的自动步骤,稍后再试"),
            Map.entry("A transition instance", "案卷正在自动步骤之间,稍后再试"),
            Map.entry("Transition instance is assigned to no job", "案卷正在自动步骤之间,稍后再试"),
            Map.entry("contains not migrated", "案卷正在自动步骤之间,稍后再试;自动步骤没有成功的,先在“个案修正”中重试"),
            Map.entry("There is no migration instruction for that instance", "所在步骤在新版中没有对应步骤"),
            Map.entry("Process instance is not", "案卷已不在原版本上"),
            Map.entry("Unsupported activity", "这种步骤不能迁移"));

    /** The engine calls what repeats a step by the step's id with this end. */
    public static final String BODY = "#multiInstanceBody";

    private MigrationWords() {}

    /** The sentence in Chinese; the engine's own where it is a rare one. */
    public static String chinese(String failure) {
        return WORDS.entrySet().stream()
                .filter(entry -> failure.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("引擎不接受(" + failure + ")");
    }

    /**
     * Why a case could not be moved; the answer names the step.
     *
     * @param former the diagram that the case runs on
     */
    public static String reason(Throwable failure, BpmnModelInstance former) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigratingProcessInstanceValidationException invalid) {
                return reason(invalid.getValidationReport(), former);
            }
            if (cause instanceof Refusal refusal) {
                return refusal.reason();
            }
        }
        @Nullable String message = failure.getMessage();
        return "系统出错:" + (message == null ? failure.getClass().getSimpleName() : message);
    }

    /** The step as people read it; its id where it has no name, or is not on the diagram. */
    public static String nameOf(BpmnModelInstance diagram, String id) {
        String step = id.replace(BODY, "");
        ModelElementInstance element = diagram.getModelElementById(step);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null || name.isBlank() ? step : name;
    }

    private static String told(BpmnModelInstance former, String step, String failure) {
        return "“%s”:%s".formatted(nameOf(former, step), chinese(failure));
    }

    private static String reason(MigratingProcessInstanceValidationReport report, BpmnModelInstance former) {
        Stream<String> steps = report.getActivityInstanceReports().stream()
                .flatMap(one -> one.getFailures().stream().map(text -> told(former, one.getSourceScopeId(), text)));
        Stream<String> between = report.getTransitionInstanceReports().stream()
                .flatMap(one -> one.getFailures().stream().map(text -> told(former, one.getSourceScopeId(), text)));
        Stream<String> whole = report.getFailures().stream().map(MigrationWords::chinese);
        List<String> all = Stream.of(whole, steps, between)
                .flatMap(stream -> stream)
                .distinct()
                .toList();
        return String.join(";", all);
    }
}
