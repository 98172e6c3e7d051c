package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** What ties a diagram to the diagrams that it calls. */
final class CallRules {

    static final List<Rule> RULES = List.of(
            new Rule(
                    "call",
                    ERROR,
                    "调用活动调用已有的流程,并传递案卷号和批次",
                    "调用失败,或被调用流程的任务不属于任何案卷",
                    "选择已有的流程;映射中传递 businessKey #{execution.processBusinessKey} 和变量 roundNo",
                    CallRules::calls),
            new Rule(
                    "call-cycle",
                    ERROR,
                    "流程不直接或间接调用自己",
                    "流程没完没了地启动自己,直到系统停下",
                    "改为调用别的流程;要重复的步骤在本图中画回路",
                    CallRules::cycles));

    private CallRules() {}

    private static List<Finding> calls(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (CallActivity call : diagram.all(CallActivity.class)) {
            List<CamundaIn> in = WiringRules.extensions(call, CamundaIn.class);
            boolean handsOn =
                    in.stream().anyMatch(i -> "#{execution.processBusinessKey}".equals(i.getCamundaBusinessKey()))
                            && in.stream().anyMatch(i -> "roundNo".equals(i.getCamundaSource()));
            if (!known.processes().contains(String.valueOf(call.getCalledElement()))) {
                problems.add(new Finding(call.getId(), "调用的流程“" + call.getCalledElement() + "”不存在"));
            } else if (!handsOn) {
                problems.add(new Finding(call.getId(), "没有传递案卷号和批次"));
            }
        }
        return problems;
    }

    private static List<Finding> cycles(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (CallActivity call : diagram.all(CallActivity.class)) {
            Set<String> reached = new HashSet<>();
            Deque<String> open = new ArrayDeque<>(List.of(String.valueOf(call.getCalledElement())));
            while (!open.isEmpty()) {
                String process = open.poll();
                if (reached.add(process)) {
                    open.addAll(known.called().getOrDefault(process, Set.of()));
                }
            }
            if (reached.contains(diagram.key())) {
                problems.add(new Finding(call.getId(), "又回到流程“" + diagram.key() + "”"));
            }
        }
        return problems;
    }
}
