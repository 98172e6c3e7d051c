package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;

import cn.lianping.office.OfficeAction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What ties a diagram to the code, the forms and the clock. */
final class WiringRules {

    private static final Pattern CALL = Pattern.compile("#\\{(\\w+\\.\\w+)\\(execution\\)}");
    private static final Set<String> ACTIONS =
            Stream.of(OfficeAction.values()).map(OfficeAction::word).collect(Collectors.toCollection(TreeSet::new));
    private static final List<String> STAGES = List.of(
            "office",
            "round",
            "self-evaluation",
            "preliminary-review",
            "comprehensive-evaluation",
            "deliberation",
            "publicity",
            "joint-release",
            "pilot");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "delegate",
                    ERROR,
                    "服务任务 serviceTask_x 执行平台的委托 #{xDelegate}",
                    "执行到该任务时出错,案卷停住",
                    "用平台已有的服务任务(可从其他流程复制),或删去该任务",
                    WiringRules::delegates),
            Rule.of(
                    "candidates",
                    ERROR,
                    "人工任务有候选组或办理人",
                    "任务不在任何人的列表中,案卷停住",
                    "填写候选组,如 science-${area}",
                    diagram -> diagram.all(UserTask.class).stream()
                            .filter(task ->
                                    isBlank(task.getCamundaCandidateGroups()) && isBlank(task.getCamundaAssignee()))
                            .map(BaseElement::getId)
                            .toList()),
            new Rule(
                    "form",
                    ERROR,
                    "人工任务有表单,表单已经存在,绑定最新版本",
                    "任务打开后没有表单,无法办理",
                    "选择已有的表单,或先新建表单并一同生效;绑定选“latest”",
                    WiringRules::forms),
            new Rule(
                    "deadline",
                    ERROR,
                    "人工任务的期限、提醒和升级取自政策:到期 #{dueTimes.due(execution)},监听器 reminder 和 escalation",
                    "逾期没有人知道",
                    "从已有的任务复制到期日和两个任务监听器",
                    WiringRules::deadlines),
            Rule.of(
                    "stage",
                    ERROR,
                    "人工任务有属性 stage,写明所属环节",
                    "阶段看板和预警中没有这项任务",
                    "在扩展属性中加 stage,值为 " + String.join("、", STAGES),
                    WiringRules::stages),
            new Rule("message", ERROR, "消息是平台会发送的消息,错误代码为小驼峰", "没有人发送的消息,案卷永远等下去", "选用平台已有的消息", WiringRules::messages),
            Rule.of(
                    "time-to-live",
                    ERROR,
                    "流程的历史保留时间为 P3650D",
                    "部署被拒绝,或评估评价的记录过早被清理",
                    "把历史保留时间设为 P3650D",
                    diagram -> diagram.all(Process.class).stream()
                            .filter(process -> !"P3650D".equals(process.getCamundaHistoryTimeToLiveString()))
                            .map(BaseElement::getId)
                            .toList()),
            new Rule(
                    "timer",
                    ERROR,
                    "时间由平台按政策和官方工作日历计算,不写死在图中",
                    "写死的天数按自然日计,不顾节假日和批次固定的政策",
                    "类型选“日期”,用平台已有的表达式,如 #{publicityPeriod.endOf(execution)};天数在政策中修改",
                    WiringRules::timers),
            new Rule(
                    "actions",
                    ERROR,
                    "属性 actions 是平台的办理动作,returnTo 是人工任务,rejection 的栏目在表单中",
                    "按钮缺失,或退回到不存在的步骤",
                    "改正该任务的扩展属性",
                    WiringRules::actions));

    private WiringRules() {}

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    private static List<String> property(UserTask task, String name) {
        return extensions(task, CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()) && property.getCamundaValue() != null)
                .flatMap(property -> Stream.of(property.getCamundaValue().split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static List<Finding> delegates(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (ServiceTask task : diagram.all(ServiceTask.class)) {
            String bean = task.getId().replaceFirst("^serviceTask_", "") + "Delegate";
            String is = task.getCamundaDelegateExpression();
            if (!("#{" + bean + "}").equals(is)) {
                problems.add(new Finding(task.getId(), "的委托表达式是 " + is + ",应为 #{" + bean + "}"));
            } else if (!known.beans().contains(bean)) {
                problems.add(new Finding(task.getId(), "的委托 " + bean + " 不存在"));
            }
        }
        return problems;
    }

    private static List<Finding> forms(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            form(task.getId(), task.getCamundaFormRef(), task.getCamundaFormRefBinding(), known, problems);
        }
        for (StartEvent start : diagram.all(StartEvent.class)) {
            if (start.getCamundaFormRef() != null) {
                form(start.getId(), start.getCamundaFormRef(), start.getCamundaFormRefBinding(), known, problems);
            }
        }
        return problems;
    }

    private static void form(
            String id, @Nullable String form, @Nullable String binding, Surroundings known, List<Finding> problems) {
        if (isBlank(form)) {
            problems.add(new Finding(id, "没有表单"));
        } else if (!known.hasForm(String.valueOf(form))) {
            problems.add(new Finding(id, "的表单“" + form + "”不存在"));
        } else if (!"latest".equals(binding)) {
            problems.add(new Finding(id, "的表单绑定是 " + binding + ",应为 latest"));
        }
    }

    private static List<Finding> deadlines(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            List<String> times = extensions(task, CamundaTaskListener.class).stream()
                    .flatMap(listener -> listener.getTimeouts().stream()
                            .map(timer -> listener.getCamundaDelegateExpression() + " "
                                    + (timer.getTimeDate() == null
                                            ? ""
                                            : timer.getTimeDate().getTextContent())))
                    .toList();
            if (!"#{dueTimes.due(execution)}".equals(task.getCamundaDueDate())) {
                problems.add(new Finding(task.getId(), "的到期日是 " + task.getCamundaDueDate()));
            }
            if (!times.equals(List.of(
                    "#{reminderListener} #{dueTimes.reminder(execution)}",
                    "#{escalationListener} #{dueTimes.escalation(execution)}"))) {
                problems.add(new Finding(task.getId(), "的提醒和升级是 " + times));
            }
        }
        return problems;
    }

    private static List<String> stages(Diagram diagram) {
        return diagram.all(UserTask.class).stream()
                .filter(task -> property(task, "stage").stream().noneMatch(STAGES::contains))
                .map(BaseElement::getId)
                .toList();
    }

    private static List<Finding> messages(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        diagram.all(Message.class).stream()
                .filter(message -> !known.messages().contains(String.valueOf(message.getName())))
                .forEach(message -> problems.add(new Finding(message.getId(), "的消息“" + message.getName() + "”没有人发送")));
        diagram.all(Error.class).stream()
                .filter(error ->
                        !Objects.requireNonNullElse(error.getErrorCode(), "").matches("[a-z][A-Za-z]*"))
                .forEach(error -> problems.add(new Finding(error.getId(), "的错误代码是 " + error.getErrorCode())));
        return problems;
    }

    private static List<Finding> timers(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (TimerEventDefinition timer : diagram.all(TimerEventDefinition.class)) {
            String text = Stream.of(timer.getTimeDate(), timer.getTimeDuration(), timer.getTimeCycle())
                    .filter(Objects::nonNull)
                    .map(ModelElementInstance::getTextContent)
                    .findFirst()
                    .orElse("");
            Matcher call = CALL.matcher(timer.getTimeDate() == null ? "" : text.strip());
            if (!call.matches() || !known.calls().contains(call.group(1))) {
                ModelElementInstance of = timer.getParentElement();
                problems.add(new Finding(
                        of instanceof BaseElement element ? element.getId() : timer.getId(),
                        "的时间写作“" + text.strip() + "”"));
            }
        }
        return problems;
    }

    private static List<Finding> actions(Diagram diagram, Surroundings known) {
        Set<String> tasks = new HashSet<>();
        known.required().values().forEach(elements -> tasks.addAll(elements.keySet()));
        diagram.all(UserTask.class).forEach(task -> tasks.add(task.getId()));
        List<Finding> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            List<String> words = property(task, "actions");
            List<String> steps = property(task, "returnTo");
            if (words.isEmpty() || !ACTIONS.containsAll(words)) {
                problems.add(new Finding(task.getId(), "的 actions 是 " + words + ",可用的是 " + ACTIONS));
            }
            if (words.contains("return") == steps.isEmpty() || !tasks.containsAll(steps)) {
                problems.add(new Finding(task.getId(), "的 returnTo 是 " + steps + ":有退回动作才写,所列须是人工任务"));
            }
            Set<String> fields = known.fields().getOrDefault(String.valueOf(task.getCamundaFormRef()), Set.of());
            property(task, "rejection").stream()
                    .filter(rejection ->
                            rejection.contains("=") && !fields.contains(rejection.split("=", 2)[0].strip()))
                    .forEach(rejection ->
                            problems.add(new Finding(task.getId(), "的 rejection“" + rejection + "”不是表单的栏目")));
        }
        return problems;
    }
}
