package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;
import static cn.lianping.design.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Ids, names and documentation. */
final class NamingRules {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern ARTICLE = Pattern.compile("第[一二三四五六七八九十]+条");
    private static final Map<Class<? extends FlowElement>, String> PREFIXES = Map.of(
            StartEvent.class, "startEvent",
            EndEvent.class, "endEvent",
            IntermediateCatchEvent.class, "event",
            BoundaryEvent.class, "event",
            UserTask.class, "userTask",
            ServiceTask.class, "serviceTask",
            CallActivity.class, "callActivity",
            SubProcess.class, "subProcess",
            Gateway.class, "gateway",
            SequenceFlow.class, "flow");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "one-process",
                    ERROR,
                    "一个文件一个可执行流程,文件名与流程标识相同",
                    "部署和调用活动按标识找流程,找不到",
                    "把流程标识改为文件名(不含 .bpmn),勾选“可执行”",
                    NamingRules::fileNames),
            Rule.of(
                    "id-form",
                    WARNING,
                    "标识为“类型_小驼峰”,如 userTask_countersignAgain",
                    "自动生成的标识在重画后会变,任务、规则和统计找不到该元素",
                    "在属性面板中改标识",
                    NamingRules::ids),
            Rule.of(
                    "user-task-name",
                    ERROR,
                    "人工任务有中文名称",
                    "任务列表中只显示标识,办理人不知道要做什么",
                    "填写名称,用“动词+宾语”",
                    diagram -> diagram.all(UserTask.class).stream()
                            .filter(task -> !isChinese(task))
                            .map(BaseElement::getId)
                            .toList()),
            Rule.of(
                    "node-name",
                    WARNING,
                    "节点有中文名称;并行、汇合和事件网关不写名称",
                    "Cockpit 中显示标识,看图的人不明白",
                    "填写或清空名称",
                    NamingRules::names),
            new Rule(
                    "exclusive-default",
                    ERROR,
                    "排他网关有一个默认分支,其他分支各有条件",
                    "出现没有想到的取值时,案卷停住并产生故障",
                    "选一条流出的连线设为默认分支,给其他连线写条件",
                    NamingRules::defaults),
            new Rule(
                    "exclusive-question",
                    WARNING,
                    "排他网关的名称是问句,每个分支写明答案",
                    "看图的人不知道按什么分流",
                    "网关写成以“？”结尾的问句,连线写答案",
                    NamingRules::questions),
            Rule.of(
                    "article",
                    WARNING,
                    "流程和人工任务的说明写明依据第几条",
                    "无法对照评价办法核对流程",
                    "在“说明”中写明依据,如“第六条第2项”",
                    NamingRules::articles));

    private NamingRules() {}

    private static List<Finding> fileNames(Diagram diagram, Surroundings known) {
        var processes = diagram.all(Process.class);
        return processes.size() == 1
                        && diagram.process().isExecutable()
                        && diagram.process().getId().equals(diagram.key())
                ? List.of()
                : List.of(new Finding(
                        "",
                        "文件中的流程是 " + processes.stream().map(BaseElement::getId).toList()));
    }

    private static List<String> ids(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        PREFIXES.forEach((type, prefix) -> diagram.all(type).stream()
                .map(BaseElement::getId)
                .filter(id -> !id.matches(prefix + "(_[a-z][A-Za-z0-9]*)+"))
                .forEach(problems::add));
        return problems;
    }

    private static boolean merges(FlowNode node) {
        return node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
    }

    private static boolean isChinese(FlowElement element) {
        return element.getName() != null && HAN.matcher(element.getName()).find();
    }

    private static List<String> names(Diagram diagram) {
        return diagram.all(FlowNode.class).stream()
                .filter(node -> !(node instanceof UserTask))
                .filter(node -> {
                    boolean silent =
                            node instanceof ParallelGateway || node instanceof EventBasedGateway || merges(node);
                    return isChinese(node) == silent;
                })
                .map(BaseElement::getId)
                .toList();
    }

    private static List<Finding> defaults(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
            if (merges(gateway)) {
                continue;
            }
            if (gateway.getDefault() == null) {
                problems.add(new Finding(gateway.getId(), "没有默认分支"));
            }
            for (SequenceFlow flow : gateway.getOutgoing()) {
                if (flow.equals(gateway.getDefault()) == (flow.getConditionExpression() != null)) {
                    problems.add(new Finding(
                            flow.getId(), flow.equals(gateway.getDefault()) ? "是默认分支,却又有条件" : "既不是默认分支,也没有条件"));
                }
            }
        }
        return problems;
    }

    private static List<Finding> questions(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (ExclusiveGateway gateway : diagram.all(ExclusiveGateway.class)) {
            if (merges(gateway)) {
                continue;
            }
            if (gateway.getName() == null || !gateway.getName().endsWith("？")) {
                problems.add(new Finding(gateway.getId(), "不是问句"));
            }
            gateway.getOutgoing().stream()
                    .filter(flow -> flow.getName() == null || flow.getName().isBlank())
                    .forEach(flow -> problems.add(new Finding(flow.getId(), "没有写答案")));
        }
        return problems;
    }

    private static List<String> articles(Diagram diagram) {
        List<BaseElement> elements = new ArrayList<>(diagram.all(UserTask.class));
        elements.addAll(diagram.all(Process.class));
        return elements.stream()
                .filter(element -> element.getDocumentations().stream()
                        .noneMatch(
                                text -> ARTICLE.matcher(text.getTextContent()).find()))
                .map(BaseElement::getId)
                .toList();
    }
}
