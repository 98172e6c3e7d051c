package cn.lianping.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("法定最低程序:少一步就到不了结果")
class LegalMinimumTest {

    private static final Surroundings KNOWN = new Packaged().alone();

    static Stream<LegalMinimum.Need> needs() {
        return LegalMinimum.NEEDS.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("needs")
    @DisplayName("没有这一步就没有结果")
    void noResultWithoutTheStep(LegalMinimum.Need need) {
        Diagram diagram = Diagrams.of(need.process());
        assertThat(Flow.reachedWithout(diagram, "nothing")).contains(need.result(), need.step());
        assertThat(Flow.reachedWithout(diagram, need.step()))
                .as("a way around %s", need.step())
                .doesNotContain(need.result());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("needs")
    @DisplayName("一条绕过它的连线,或没有它,都不能部署")
    void aWayAroundIsRefused(LegalMinimum.Need need) {
        Diagram around = Diagrams.of(need.process());
        SequenceFlow into = around.all(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget().getId().equals(need.result()))
                .findFirst()
                .orElseThrow();
        Breaking.connect(
                around,
                around.all(org.camunda.bpm.model.bpmn.instance.StartEvent.class).stream()
                        .filter(start -> start.getParentElement().equals(into.getParentElement()))
                        .findFirst()
                        .orElseThrow(),
                into.getTarget());
        assertThat(legal(around)).isNotEmpty();

        Diagram without = Diagrams.of(need.process());
        without.model().getModelElementById(need.step()).setAttributeValue("id", "removed", true);
        assertThat(legal(without))
                .anySatisfy(problem -> assertThat(problem.sentence()).contains(need.step()));
    }

    static Stream<LegalMinimum.Stage> stages() {
        return LegalMinimum.STAGES.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("stages")
    @DisplayName("少一个阶段,走不到它,或调用了别的流程,都不能部署")
    void aStageIsNotLeftOut(LegalMinimum.Stage stage) {
        Diagram without = Diagrams.of(stage.process());
        CallActivity gone = without.element(stage.step(), CallActivity.class);
        FlowNode next = gone.getOutgoing().iterator().next().getTarget();
        List.copyOf(gone.getIncoming()).forEach(flow -> Breaking.redirect(flow, next));
        assertThat(stageProblems(without)).as("走不到").isNotEmpty();
        gone.getParentElement().removeChildElement(gone);
        assertThat(stageProblems(without))
                .anySatisfy(problem -> assertThat(problem.sentence()).contains(stage.name(), stage.article()));

        Diagram another = Diagrams.of(stage.process());
        another.element(stage.step(), CallActivity.class).setCalledElement("consultation");
        assertThat(stageProblems(another)).isNotEmpty();
    }

    private static List<Problem> stageProblems(Diagram diagram) {
        return LegalMinimum.RULES.get(1).problems(diagram, KNOWN);
    }

    private static List<Problem> legal(Diagram diagram) {
        return LegalMinimum.RULES.get(0).problems(diagram, KNOWN);
    }
}
