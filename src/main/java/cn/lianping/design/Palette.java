package cn.lianping.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an administrator may put into a diagram, as choices with Chinese names; read from the product's own diagrams. */
@Component
public class Palette {

    private static final String DUE = "#{dueTimes.due(execution)}";
    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    static {
        STAGES.put("round", "批次");
        STAGES.put("self-evaluation", "联盟自评");
        STAGES.put("preliminary-review", "初审复核");
        STAGES.put("comprehensive-evaluation", "综合评价");
        STAGES.put("deliberation", "党组会审议");
        STAGES.put("publicity", "公示");
        STAGES.put("joint-release", "联合发布");
        STAGES.put("pilot", "试点示范");
        STAGES.put("office", "会商");
    }

    private final List<Choice> beans;
    private final List<Choice> groups;
    private final List<Choice> messages;
    private final List<Choice> calls;
    private final List<Choice> collections;
    private final List<String> variables;

    Palette(Packaged packaged) {
        Map<String, String> delegates = new TreeMap<>();
        Map<String, String> offered = new TreeMap<>();
        Map<String, String> awaited = new TreeMap<>();
        Map<String, String> processes = new TreeMap<>();
        Map<String, String> sets = new TreeMap<>();
        for (Diagram diagram : packaged.diagrams()) {
            processes.put(diagram.key(), diagram.process().getName());
            for (ServiceTask task : diagram.all(ServiceTask.class)) {
                name(delegates, task.getCamundaDelegateExpression(), task.getName());
            }
            for (UserTask task : diagram.all(UserTask.class)) {
                name(offered, task.getCamundaCandidateGroups(), "办理“" + task.getName() + "”的部门");
            }
            for (CatchEvent event : diagram.all(CatchEvent.class)) {
                event.getEventDefinitions().stream()
                        .filter(MessageEventDefinition.class::isInstance)
                        .map(MessageEventDefinition.class::cast)
                        .filter(definition -> definition.getMessage() != null)
                        .forEach(definition ->
                                name(awaited, definition.getMessage().getName(), event.getName()));
            }
            diagram.all(MultiInstanceLoopCharacteristics.class)
                    .forEach(loop ->
                            name(sets, loop.getCamundaCollection(), ((FlowElement) loop.getParentElement()).getName()));
        }
        beans = choices(delegates);
        groups = choices(offered);
        messages = choices(awaited);
        calls = choices(processes);
        collections = choices(sets);
        variables = List.copyOf(new TreeSet<>(packaged.alone().variables()));
    }

    /** Something to choose: what stands in the file, and how people call it. */
    public record Choice(String id, String name) {}

    private static void name(Map<String, String> into, @Nullable String id, @Nullable String name) {
        if (id != null && !id.isBlank()) {
            into.putIfAbsent(id, name == null || name.isBlank() ? id : name);
        }
    }

    private static List<Choice> choices(Map<String, String> names) {
        List<Choice> choices = new ArrayList<>();
        names.forEach((id, name) -> choices.add(new Choice(id, name)));
        return List.copyOf(choices);
    }

    /** Delegate expressions of service tasks. */
    public List<Choice> beans() {
        return beans;
    }

    /** Whom tasks are offered to. */
    public List<Choice> groups() {
        return groups;
    }

    /** Messages that the code sends. */
    public List<Choice> messages() {
        return messages;
    }

    /** The product's processes. */
    public List<Choice> calls() {
        return calls;
    }

    /** What a step can be repeated for (会签). */
    public List<Choice> collections() {
        return collections;
    }

    /** Variables that the code writes. */
    public List<String> variables() {
        return variables;
    }

    /** When a task can be due. */
    public List<Choice> dueTimes() {
        return List.of(new Choice(DUE, "评价办法规定的工作日"));
    }

    /** The stages that a task can belong to. */
    public List<Choice> stages() {
        return choices(STAGES);
    }
}
