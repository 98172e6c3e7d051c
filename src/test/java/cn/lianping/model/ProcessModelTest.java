package cn.lianping.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("流程图规则")
class ProcessModelTest {

    static Stream<Rule> rules() {
        return Stream.of(NamingRules.RULES, WiringRules.RULES, SavePointRules.RULES, LayoutRules.RULES)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("每个流程图都遵守")
    void everyDiagramKeepsIt(Rule rule) {
        assertThat(Diagram.all().stream().flatMap(diagram -> rule.problems(diagram).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("违反即被发现")
    void aBrokenDiagramIsFound(Rule rule) {
        Diagram diagram = Diagram.of(rule.brokenDiagram());
        rule.breaking().accept(diagram);
        assertThat(rule.problems(diagram)).isNotEmpty();
    }

    @Test
    @DisplayName("十一个流程图")
    void thereAreElevenDiagrams() {
        assertThat(Diagram.all()).hasSize(11);
    }
}
