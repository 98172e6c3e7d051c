package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The ways through a diagram, and what the code finds in it by its id. */
final class StructureRules {

    static final List<Rule> RULES = List.of(
            new Rule(
                    "connected",
                    ERROR,
                    "每条连线两端都有节点,与节点上的记录一致;流程有开始事件",
                    "部署失败,或图上看到的与执行的不同",
                    "在设计器中删去该连线重新连接;补上开始事件",
                    StructureRules::connected),
            new Rule(
                    "stuck",
                    ERROR,
                    "案卷走到任何地方都能继续,直到结束事件",
                    "案卷停在那里,永远不结束",
                    "补上去路;并行汇合只汇合并行网关分出的路,排他网关分出的路用排他网关汇合",
                    (diagram, known) -> TokenGame.play(diagram).stuck().stream()
                            .map(Finding::at)
                            .toList()),
            new Rule(
                    "unreached",
                    ERROR,
                    "每个节点都走得到",
                    "画了却从不执行,办理人以为有这一步",
                    "补上来路,或删去该节点",
                    (diagram, known) -> TokenGame.play(diagram).unreached().stream()
                            .map(Finding::at)
                            .toList()),
            new Rule(
                    "twice",
                    ERROR,
                    "同一步不会同时执行两次",
                    "同一任务出现两份,结果互相覆盖",
                    "并行网关分出的路用并行网关汇合",
                    (diagram, known) -> TokenGame.play(diagram).twice().stream()
                            .map(Finding::at)
                            .toList()),
            new Rule(
                    "endless",
                    ERROR,
                    "每个圈里至少有一步等候人或时间",
                    "流程引擎在圈里不停地转,服务器停住",
                    "把连线改到下一步,或在圈里恢复人工任务、等待事件或调用活动",
                    StructureRules::endless),
            new Rule(
                    "too-large",
                    ERROR,
                    "流程的走法可以全部检查",
                    "可能停住的地方检查不出来",
                    "减少同时进行的分支,或把一段流程收进调用活动",
                    (diagram, known) -> TokenGame.play(diagram).isTooLarge() ? List.of(Finding.at("")) : List.of()),
            new Rule(
                    "required",
                    ERROR,
                    "平台按标识使用的元素仍在,类型不变",
                    "规则、统计、消息找不到该元素,案卷停住",
                    "恢复该元素的标识和类型",
                    StructureRules::required));

    private StructureRules() {}

    private static List<Finding> connected(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        diagram.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() == null || flow.getTarget() == null)
                .forEach(flow -> problems.add(new Finding(flow.getId(), "有一端没有节点")));
        // the engine follows the flows alone; what nodes say of them must be the same, for people and for these rules
        diagram.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getSource() != null && flow.getTarget() != null)
                .filter(flow -> !flow.getSource().getOutgoing().contains(flow)
                        || !flow.getTarget().getIncoming().contains(flow))
                .forEach(flow -> problems.add(new Finding(flow.getId(), "与两端节点的记录不一致")));
        for (FlowNode node : diagram.all(FlowNode.class)) {
            boolean foreign = node.getOutgoing().stream().anyMatch(flow -> !node.equals(flow.getSource()))
                    || node.getIncoming().stream().anyMatch(flow -> !node.equals(flow.getTarget()));
            if (foreign) {
                problems.add(new Finding(node.getId(), "记录了不属于它的连线,与连线不一致"));
            }
        }
        if (diagram.all(StartEvent.class).isEmpty()) {
            problems.add(new Finding("", "没有开始事件"));
        }
        return problems;
    }

    private static List<Finding> endless(Diagram diagram, Surroundings known) {
        return diagram.all(FlowNode.class).stream()
                .filter(node -> !Flow.waits(node)
                        && Flow.following(node.getOutgoing(), Flow::waits).contains(node))
                .map(node -> new Finding(node.getId(), "在一个不等候任何人、任何时间的圈里"))
                .toList();
    }

    private static List<Finding> required(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        known.required().getOrDefault(diagram.key(), Map.of()).forEach((id, type) -> {
            ModelElementInstance element = diagram.model().getModelElementById(id);
            if (element == null) {
                problems.add(new Finding("", "缺少 " + id));
            } else if (!element.getElementType().getTypeName().equals(type)) {
                problems.add(new Finding(((BaseElement) element).getId(), "应为 " + type));
            }
        });
        return problems;
    }
}
