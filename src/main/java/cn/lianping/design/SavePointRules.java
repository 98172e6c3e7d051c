package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Where the engine commits, so that what fails rolls back only itself. */
final class SavePointRules {

    static final List<Rule> RULES = List.of(
            Rule.of(
                    "many-at-once",
                    ERROR,
                    "多实例的每一个实例各自提交(循环上勾选“之后异步”)",
                    "两人同时办结时,一人的办理被另一人撤销",
                    "在该任务的多实例设置中勾选“之后异步”",
                    diagram -> diagram.all(MultiInstanceLoopCharacteristics.class).stream()
                            .filter(loop -> !loop.isCamundaAsyncAfter())
                            .map(loop -> ((Activity) loop.getParentElement()).getId())
                            .toList()),
            Rule.of(
                    "join-save-point",
                    ERROR,
                    "人工任务在并行汇合之前先提交(勾选“之后异步”)",
                    "两个部门同时办结时,后一个得到错误",
                    "在该任务上勾选“之后异步”",
                    SavePointRules::joins),
            Rule.of(
                    "timer-save-point",
                    ERROR,
                    "期限届满先提交,再做后面的事(事件勾选“之后异步”)",
                    "后面的步骤出错时定时器被退回,期限好像还没有到",
                    "在该事件上勾选“之后异步”,或在后面的服务任务上勾选“之前异步”",
                    SavePointRules::timers),
            Rule.of(
                    "start-save-point",
                    ERROR,
                    "由表单发起的先提交,平台再处理(开始事件勾选“之后异步”)",
                    "后面的步骤出错时申报丢失,申报人看到系统错误",
                    "在开始事件上勾选“之后异步”",
                    SavePointRules::starts));

    private SavePointRules() {}

    private static List<String> joins(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        for (UserTask task : diagram.all(UserTask.class)) {
            boolean alone = task.getLoopCharacteristics() == null && !task.isCamundaAsyncAfter();
            boolean joins = task.getOutgoing().stream()
                    .anyMatch(flow -> flow.getTarget() instanceof ParallelGateway join
                            && join.getIncoming().size() > 1);
            if (alone && joins) {
                problems.add(task.getId());
            }
        }
        return problems;
    }

    private static List<String> timers(Diagram diagram) {
        return diagram.all(IntermediateCatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .filter(event -> !event.isCamundaAsyncAfter() && leadsToWork(event))
                .map(FlowNode::getId)
                .toList();
    }

    private static List<String> starts(Diagram diagram) {
        return diagram.all(StartEvent.class).stream()
                .filter(start -> start.getCamundaFormRef() != null)
                .filter(start -> !start.isCamundaAsyncAfter())
                .filter(start -> start.getOutgoing().stream().noneMatch(flow -> flow.getTarget() instanceof UserTask))
                .map(FlowNode::getId)
                .toList();
    }

    private static boolean leadsToWork(FlowNode node) {
        return node.getOutgoing().stream()
                .anyMatch(flow -> flow.getTarget() instanceof ServiceTask task && !task.isCamundaAsyncBefore());
    }
}
