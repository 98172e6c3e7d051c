package cn.lianping.design;

import static cn.lianping.design.Severity.ERROR;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * 法定最低程序, which nobody can switch off: without a step its result cannot be reached, and nothing approves by itself.
 *
 * <p>Source: articles 4 to 8 of the measures; for the publicity and both signatures article 6, item 4.
 */
final class LegalMinimum {

    /**
     * Without the step there is no result.
     *
     * @param article of the measures
     */
    record Need(String process, String result, String step, String article) {}

    static final List<Need> NEEDS = List.of(
            new Need("self-evaluation", "endEvent_selfEvaluated", "userTask_selfEvaluateElement", "第四条"),
            new Need("self-evaluation", "endEvent_selfEvaluated", "serviceTask_produceReport", "第六条1"),
            new Need("self-evaluation", "endEvent_selfEvaluated", "userTask_sealReport", "第六条1"),
            new Need("self-evaluation", "endEvent_selfEvaluated", "userTask_submitReport", "第六条1"),
            new Need("preliminary-review", "endEvent_recommended", "userTask_reviewByScienceDepartment", "第六条2"),
            new Need("preliminary-review", "endEvent_recommended", "userTask_reviewByIndustryDepartment", "第六条2"),
            new Need("preliminary-review", "endEvent_recommended", "userTask_recommend", "第六条2"),
            new Need("comprehensive-evaluation", "endEvent_scored", "userTask_giveManagementOpinion", "第五条"),
            new Need("comprehensive-evaluation", "endEvent_scored", "userTask_reviewByExpert", "第五条"),
            new Need("comprehensive-evaluation", "endEvent_scored", "serviceTask_computeScore", "第五条"),
            new Need("party-group-deliberation", "endEvent_deliberated", "userTask_recordDeliberation", "第六条4"),
            new Need("publicity", "endEvent_publicityEnded", "userTask_issueNotice", "第六条4"),
            new Need("publicity", "endEvent_publicityEnded", "event_periodEnded", "第六条4"),
            new Need("publicity", "endEvent_publicityEnded", "serviceTask_checkObjections", "第六条4"),
            new Need("joint-release", "serviceTask_publishRelease", "userTask_countersignByIndustry", "第六条4"),
            new Need("joint-release", "serviceTask_publishRelease", "userTask_signByScience", "第六条4"),
            new Need("joint-release", "endEvent_published", "serviceTask_publishRelease", "第六条4"),
            new Need("alliance-evaluation", "endEvent_released", "callActivity_selfEvaluation", "第六条1"),
            new Need("alliance-evaluation", "endEvent_released", "callActivity_preliminaryReview", "第六条2"),
            new Need("alliance-evaluation", "endEvent_released", "callActivity_comprehensiveEvaluation", "第六条3"),
            new Need("alliance-evaluation", "endEvent_released", "event_deliberated", "第六条4"),
            new Need("alliance-evaluation", "endEvent_released", "event_publicityEnded", "第六条4"),
            new Need("alliance-evaluation", "endEvent_released", "event_released", "第六条4"),
            new Need("pilot-project", "endEvent_accepted", "userTask_fileProject", "第七条"),
            new Need("pilot-project", "endEvent_accepted", "userTask_reportFinal", "第八条"),
            new Need("pilot-project", "endEvent_accepted", "userTask_acceptProject", "第八条"));

    /**
     * A stage that a process calls. Whether a round needs a stage is decided while it runs, so that nothing in the round
     * comes after a stage in every case; but without the stage there is nowhere to go.
     *
     * @param name what the stage is called in the measures
     * @param article of the measures
     */
    record Stage(String process, String step, String called, String name, String article) {}

    static final List<Stage> STAGES = List.of(
            new Stage("alliance-evaluation", "callActivity_selfEvaluation", "self-evaluation", "联盟自评", "第六条1"),
            new Stage("alliance-evaluation", "callActivity_preliminaryReview", "preliminary-review", "初审复核", "第六条2"),
            new Stage(
                    "alliance-evaluation",
                    "callActivity_comprehensiveEvaluation",
                    "comprehensive-evaluation",
                    "综合评价",
                    "第六条3"),
            new Stage("evaluation-round", "callActivity_deliberation", "party-group-deliberation", "党组会审议", "第六条4"),
            new Stage("evaluation-round", "callActivity_publicity", "publicity", "公示", "第六条4"),
            new Stage("evaluation-round", "callActivity_jointRelease", "joint-release", "联合发布", "第六条4"));

    /** Ends and acts that approve, score, confirm or publish something. */
    private static final Set<String> APPROVALS = Set.of(
            "endEvent_selfEvaluated",
            "endEvent_recommended",
            "endEvent_scored",
            "endEvent_deliberated",
            "serviceTask_publishRelease",
            "endEvent_published",
            "endEvent_released",
            "endEvent_accepted");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "legal-minimum",
                    ERROR,
                    "评价办法规定的步骤一个也不能少、不能绕过",
                    "结果不符合评价办法,不具效力",
                    "恢复该步骤,或改正绕过它的连线;这一条任何人不能关闭",
                    LegalMinimum::steps),
            new Rule(
                    "legal-stage",
                    ERROR,
                    "评价办法规定的阶段都在流程中,走得到",
                    "没有这个阶段,结果不符合评价办法,不具效力",
                    "恢复该阶段的调用活动和通向它的连线;这一条任何人不能关闭",
                    LegalMinimum::stages),
            new Rule(
                    "nothing-by-itself",
                    ERROR,
                    "期限届满、出错、默认分支都不通向批准、得分、确认或发布",
                    "没有人作出决定,案卷就自动通过",
                    "把这条路引到人工任务、退回或终止",
                    LegalMinimum::byItself));

    private LegalMinimum() {}

    private static List<Finding> steps(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (Need need : NEEDS) {
            if (!need.process().equals(diagram.key())) {
                continue;
            }
            if (diagram.model().getModelElementById(need.step()) == null
                    || diagram.model().getModelElementById(need.result()) == null) {
                String gone = diagram.model().getModelElementById(need.step()) == null ? need.step() : need.result();
                problems.add(new Finding("", "缺少 %s(%s)".formatted(gone, need.article())));
            } else if (!Flow.reachedWithout(diagram, "").contains(need.result())) {
                problems.add(new Finding(need.result(), "走不到"));
            } else if (Flow.reachedWithout(diagram, need.step()).contains(need.result())) {
                problems.add(new Finding(need.step(), "可以绕过而到达 %s(%s)".formatted(need.result(), need.article())));
            }
        }
        return problems;
    }

    private static List<Finding> stages(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        for (Stage stage : STAGES) {
            if (!stage.process().equals(diagram.key())) {
                continue;
            }
            String named = "“%s”(%s,%s)".formatted(stage.name(), stage.step(), stage.article());
            if (!(diagram.model().getModelElementById(stage.step()) instanceof CallActivity call)) {
                problems.add(new Finding("", "缺少调用活动" + named));
            } else if (!stage.called().equals(call.getCalledElement())) {
                problems.add(new Finding(stage.step(), "应调用 %s,才是%s".formatted(stage.called(), named)));
            } else if (!Flow.reachedWithout(diagram, "").contains(stage.step())) {
                problems.add(new Finding(stage.step(), "走不到"));
            }
        }
        return problems;
    }

    private static List<Finding> byItself(Diagram diagram, Surroundings known) {
        List<Finding> problems = new ArrayList<>();
        diagram.all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getDefault() != null)
                .forEach(gateway -> approvals(List.of(gateway.getDefault()))
                        .forEach(node -> problems.add(new Finding(gateway.getId(), "的默认分支通向 " + node))));
        diagram.all(CatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)
                        || (event instanceof BoundaryEvent
                                && event.getEventDefinitions().stream()
                                        .anyMatch(ErrorEventDefinition.class::isInstance)))
                .forEach(event -> approvals(event.getOutgoing())
                        .forEach(node -> problems.add(new Finding(event.getId(), "通向 " + node))));
        return problems;
    }

    /** Whether reaching the node approves, scores, confirms, ends or publishes something that the measures name. */
    static boolean isResult(String node) {
        return APPROVALS.contains(node)
                || NEEDS.stream().anyMatch(need -> need.result().equals(node));
    }

    /** The nodes that follow without anybody acting in between. */
    static List<String> byThemselves(Collection<SequenceFlow> flows) {
        return Flow.following(flows, LegalMinimum::needsSomebody).stream()
                .map(FlowNode::getId)
                .toList();
    }

    private static List<String> approvals(Collection<SequenceFlow> flows) {
        return Flow.following(flows, LegalMinimum::needsSomebody).stream()
                .map(FlowNode::getId)
                .filter(APPROVALS::contains)
                .toList();
    }

    /** A person acts there, or the way also waits for others. */
    static boolean needsSomebody(FlowNode node) {
        return node instanceof UserTask
                || node instanceof CallActivity
                || (node instanceof SubProcess subProcess
                        && !subProcess.getChildElementsByType(UserTask.class).isEmpty())
                || (node instanceof ParallelGateway && node.getIncoming().size() > 1);
    }
}
