package cn.lianping.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("流程图规则")
class DiagramRulesTest {

    private static final Surroundings KNOWN = new Packaged().alone();

    static Stream<Rule> rules() {
        return DesignCheck.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("每个流程图都遵守")
    void everyDiagramKeepsIt(Rule rule) {
        assertThat(Diagrams.all().stream().flatMap(diagram -> rule.problems(diagram, KNOWN).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("违反即被发现,说明后果和办法")
    void aBrokenDiagramIsFound(Rule rule) {
        Breaking breaking = Breaking.of(rule.id());
        Diagram diagram = Diagrams.of(breaking.process());
        breaking.how().accept(diagram);
        List<Problem> problems = rule.problems(diagram, KNOWN);
        assertThat(problems).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.sentence())
                    .contains(diagram.file(), rule.consequence(), rule.remedy())
                    .doesNotContain("null");
            assertThat(problem.rule()).isEqualTo(rule.id());
        });
        assertThat(DesignCheck.check(diagram, KNOWN)).isNotEmpty();
    }

    @Test
    @DisplayName("十一个流程图,合在一起没有错误也没有提醒")
    void thereAreElevenDiagrams() {
        assertThat(Diagrams.all())
                .hasSize(11)
                .allSatisfy(
                        diagram -> assertThat(DesignCheck.check(diagram, KNOWN)).isEmpty());
    }

    @Test
    @DisplayName("规则的标识不重复")
    void idsAreUnique() {
        assertThat(rules().map(Rule::id)).doesNotHaveDuplicates();
    }
}
