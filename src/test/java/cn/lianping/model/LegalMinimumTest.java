package cn.lianping.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("法定最低程序:少一步就到不了结果")
class LegalMinimumTest {

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

    static Stream<Arguments> indispensable() {
        return Stream.of(
                needs("self-evaluation", "endEvent_selfEvaluated", "userTask_selfEvaluateElement"),
                needs("self-evaluation", "endEvent_selfEvaluated", "serviceTask_produceReport"),
                needs("self-evaluation", "endEvent_selfEvaluated", "userTask_sealReport"),
                needs("self-evaluation", "endEvent_selfEvaluated", "userTask_submitReport"),
                needs("preliminary-review", "endEvent_recommended", "userTask_reviewByScienceDepartment"),
                needs("preliminary-review", "endEvent_recommended", "userTask_reviewByIndustryDepartment"),
                needs("preliminary-review", "endEvent_recommended", "userTask_recommend"),
                needs("comprehensive-evaluation", "endEvent_scored", "userTask_giveManagementOpinion"),
                needs("comprehensive-evaluation", "endEvent_scored", "userTask_reviewByExpert"),
                needs("comprehensive-evaluation", "endEvent_scored", "serviceTask_computeScore"),
                needs("party-group-deliberation", "endEvent_deliberated", "userTask_recordDeliberation"),
                needs("publicity", "endEvent_publicityEnded", "userTask_issueNotice"),
                needs("publicity", "endEvent_publicityEnded", "event_periodEnded"),
                needs("publicity", "endEvent_publicityEnded", "serviceTask_checkObjections"),
                needs("joint-release", "serviceTask_publishRelease", "userTask_countersignByIndustry"),
                needs("joint-release", "serviceTask_publishRelease", "userTask_signByScience"),
                needs("joint-release", "endEvent_published", "serviceTask_publishRelease"),
                needs("alliance-evaluation", "endEvent_released", "callActivity_selfEvaluation"),
                needs("alliance-evaluation", "endEvent_released", "callActivity_preliminaryReview"),
                needs("alliance-evaluation", "endEvent_released", "callActivity_comprehensiveEvaluation"),
                needs("alliance-evaluation", "endEvent_released", "event_deliberated"),
                needs("alliance-evaluation", "endEvent_released", "event_publicityEnded"),
                needs("alliance-evaluation", "endEvent_released", "event_released"),
                needs("pilot-project", "endEvent_accepted", "userTask_fileProject"),
                needs("pilot-project", "endEvent_accepted", "userTask_reportFinal"),
                needs("pilot-project", "endEvent_accepted", "userTask_acceptProject"));
    }

    private static Arguments needs(String process, String result, String step) {
        return Arguments.of(process, result, step);
    }

    @ParameterizedTest(name = "{0}:没有 {2} 就没有 {1}")
    @MethodSource("indispensable")
    void noResultWithoutTheStep(String process, String result, String step) {
        Diagram diagram = Diagram.of(process);
        assertThat(Flow.reachedWithout(diagram, "nothing")).contains(result, step);
        assertThat(Flow.reachedWithout(diagram, step))
                .as("a way around %s", step)
                .doesNotContain(result);
    }

    @Test
    @DisplayName("绕行的连线会被发现")
    void aWayAroundIsFound() {
        Diagram diagram = Diagram.of("joint-release");
        SequenceFlow flow = diagram.element("flow_countersigned_draftRelease", SequenceFlow.class);
        flow.setTarget(diagram.element("serviceTask_publishRelease", FlowNode.class));
        diagram.element("serviceTask_publishRelease", FlowNode.class)
                .getIncoming()
                .add(flow);
        assertThat(Flow.reachedWithout(diagram, "userTask_signByScience")).contains("serviceTask_publishRelease");
    }

    @Test
    @DisplayName("期限届满、出错或条件之外的默认分支都不通向批准")
    void nothingPassesByItself() {
        List<String> problems = new ArrayList<>();
        Diagram.all().forEach(diagram -> problems.addAll(byItself(diagram)));
        assertThat(problems).isEmpty();
    }

    @Test
    @DisplayName("通向批准的默认分支会被发现")
    void anApprovingDefaultIsFound() {
        Diagram diagram = Diagram.of("joint-release");
        diagram.element("gateway_signed", ExclusiveGateway.class)
                .setDefault(diagram.element("flow_signed_publishRelease", SequenceFlow.class));
        assertThat(byItself(diagram)).isNotEmpty();
    }

    private static List<String> byItself(Diagram diagram) {
        List<String> problems = new ArrayList<>();
        diagram.all(ExclusiveGateway.class).stream()
                .filter(gateway -> gateway.getDefault() != null)
                .forEach(gateway -> approvals(List.of(gateway.getDefault()))
                        .forEach(node -> problems.add("the default of " + gateway.getId() + " leads to " + node)));
        diagram.all(CatchEvent.class).stream()
                .filter(event -> event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)
                        || (event instanceof BoundaryEvent
                                && event.getEventDefinitions().stream()
                                        .anyMatch(ErrorEventDefinition.class::isInstance)))
                .forEach(event -> approvals(event.getOutgoing())
                        .forEach(node -> problems.add(event.getId() + " leads to " + node)));
        return problems;
    }

    private static List<String> approvals(java.util.Collection<SequenceFlow> flows) {
        return Flow.following(flows, LegalMinimumTest::needsSomebody).stream()
                .map(FlowNode::getId)
                .filter(APPROVALS::contains)
                .toList();
    }

    /** A person acts there, or the way also waits for others. */
    private static boolean needsSomebody(FlowNode node) {
        return node instanceof UserTask
                || node instanceof CallActivity
                || (node instanceof SubProcess subProcess
                        && !subProcess.getChildElementsByType(UserTask.class).isEmpty())
                || (node instanceof ParallelGateway && node.getIncoming().size() > 1);
    }
}
