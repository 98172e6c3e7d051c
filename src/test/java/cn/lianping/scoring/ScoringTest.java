package cn.lianping.scoring;

import static cn.lianping.scoring.SheetsOfTotals.input;
import static cn.lianping.scoring.SheetsOfTotals.sheets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import cn.lianping.policy.PackagedPolicy;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyReader;
import cn.lianping.scoring.ScoreResult.Insufficient;
import cn.lianping.scoring.ScoreResult.Scored;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private final Policy policy = PackagedPolicy.policy();
    private final Policy panelOfFour = PackagedPolicy.withPanelOf(4, 4);

    @Test
    void weighsDivisionsThirtyAndExpertsSeventy() {
        Scored scored = scored(policy, List.of(8, 9), List.of(9, 8, 8, 7, 10));
        assertThat(scored.divisionMeanShown()).hasToString("8.5000");
        assertThat(scored.expertMeanShown()).hasToString("8.4000");
        assertThat(scored.exact()).hasToString("843/100");
        assertThat(scored.total()).hasToString("8.43");
    }

    @Test
    void roundsTheExactValueUpAtTheHalf() {
        Scored scored = scored(panelOfFour, List.of(8), List.of(7, 8, 8, 8));
        assertThat(scored.exact()).hasToString("313/40");
        assertThat(scored.total()).hasToString("7.83");
    }

    @Test
    void reachesBothEnds() {
        assertThat(scored(policy, List.of(10, 10, 10), List.of(10, 10, 10, 10, 10))
                        .total())
                .hasToString("10.00");
        assertThat(scored(policy, List.of(0), List.of(0, 0, 0, 0, 0)).total()).hasToString("0.00");
    }

    @Test
    void roundsOnceAtTheEnd() {
        // D is 25/3: its display value 8.3333 would make the exact value a little less than 419/50
        Scored scored = scored(policy, List.of(8, 8, 9), List.of(9, 8, 8, 7, 10));
        assertThat(scored.divisionMeanShown()).hasToString("8.3333");
        assertThat(scored.exact()).hasToString("419/50");
        assertThat(scored.total()).hasToString("8.38");
    }

    @Test
    void followsALateRecusalAndItsReplacement() {
        Policy minimumFour = PackagedPolicy.withPanelOf(5, 4);
        assertThat(scored(minimumFour, List.of(9), List.of(10, 7, 7, 8, 8)).total())
                .hasToString("8.30");
        assertThat(scored(minimumFour, List.of(9), List.of(7, 7, 8, 8)).total()).hasToString("7.95");
        assertThat(scored(minimumFour, List.of(9), List.of(7, 7, 7, 8, 8)).total())
                .hasToString("7.88");
    }

    @Test
    void givesNoTotalWhenSheetsAreMissing() {
        assertThat(insufficient(policy, input(List.of(8, 9), List.of(9, 8, 8, 7))))
                .isEqualTo("有效评审表不足 4/5");
        assertThat(insufficient(
                        policy, new ScoringInput(sheets("d", List.of(8, 9)), 3, sheets("e", List.of(9, 8, 8, 7, 10)))))
                .isEqualTo("有效管理评价意见不足 2/3");
        assertThat(insufficient(policy, new ScoringInput(List.of(), 2, List.of())))
                .isEqualTo("有效管理评价意见不足 0/2;有效评审表不足 0/5");
        // a field without any division has no score either
        assertThat(insufficient(policy, new ScoringInput(List.of(), 0, sheets("e", List.of(1, 1, 1, 1, 1)))))
                .isEqualTo("有效管理评价意见不足 0/1");
    }

    @Test
    void acceptsFewerDivisionsWhereThePolicySaysSo() {
        Policy two = PolicyReader.read(
                PackagedPolicy.with(root -> ((ObjectNode) root.at("/sheets/minimumDivisionSheets")).put("value", 2)));
        ScoringInput input = new ScoringInput(sheets("d", List.of(8, 9)), 3, sheets("e", List.of(9, 8, 8, 7, 10)));
        assertThat(Scoring.compute(two, input)).isInstanceOf(Scored.class);
    }

    @Test
    void dropsOneHighestAndOneLowestOnlyWhileEnoughAreLeft() {
        Policy dropping = PolicyReader.read(PackagedPolicy.with(
                root -> ((ObjectNode) root.at("/aggregation/dropHighestAndLowest")).put("value", true)));
        Scored scored = scored(dropping, List.of(8, 9), List.of(0, 8, 8, 7, 10));
        assertThat(scored.expertMean()).hasToString("23/3");
        assertThat(scored.divisionMean()).hasToString("17/2");
        assertThat(scored.trace()).contains("专家评审 E:去掉最低分 0 和最高分 10 各一份").doesNotContain("管理评价 D:去掉");
    }

    @Test
    void refusesTwoSheetsOfOneReviewerAndMoreDivisionsThanAsked() {
        List<ReviewerSheet> one = sheets("e", List.of(8));
        assertThatThrownBy(() -> new ScoringInput(List.of(), 0, List.of(one.get(0), one.get(0))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("e001 有两份有效评审表");
        assertThatThrownBy(() -> new ScoringInput(sheets("d", List.of(8, 9)), 1, List.of()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void writesATraceThatStaysTheSameToTheByte() {
        assertThat(scored(panelOfFour, List.of(8), List.of(7, 8, 8, 8)).trace())
                .isEqualTo("{\"format\":1,\"policy\":\"liaoning-2021\",\"version\":1,\"inputs\":{\"divisionsAsked\":1,"
                        + "\"divisions\":[{\"reviewer\":\"division001\",\"answers\":\"1111111100\",\"total\":8}],"
                        + "\"experts\":[{\"reviewer\":\"expert001\",\"answers\":\"1111111000\",\"total\":7},"
                        + "{\"reviewer\":\"expert002\",\"answers\":\"1111111100\",\"total\":8},"
                        + "{\"reviewer\":\"expert003\",\"answers\":\"1111111100\",\"total\":8},"
                        + "{\"reviewer\":\"expert004\",\"answers\":\"1111111100\",\"total\":8}]},"
                        + "\"steps\":[\"管理评价 D:有效 1 份,8\",\"管理评价 D = 8 ÷ 1 = 8,显示为 8.0000\","
                        + "\"专家评审 E:有效 4 份,7、8、8、8\",\"专家评审 E = 31 ÷ 4 = 31/4,显示为 7.7500\","
                        + "\"总分 0.3 × 8 + 0.7 × 31/4 = 313/40\",\"取 2 位小数(HALF_UP):7.83\"],"
                        + "\"result\":{\"kind\":\"scored\",\"divisionMean\":\"8\",\"expertMean\":\"31/4\","
                        + "\"exact\":\"313/40\",\"total\":\"7.83\",\"message\":\"\"}}");
    }

    @Test
    void replaysScoresAndMissingSheets() {
        for (ScoringInput input : List.of(
                input(List.of(8, 9), List.of(9, 8, 8, 7, 10)),
                input(List.of(8, 9), List.of(9, 8, 8, 7)),
                new ScoringInput(
                        List.of(ReviewerSheet.ofTotal("P1", 9)),
                        1,
                        List.of(ReviewerSheet.ofTotal("P1", 3), ReviewerSheet.ofTotal("P2", 4))))) {
            String trace = Scoring.compute(policy, input).trace();
            assertThat(ScoreTrace.replay(trace, policy)).isEqualTo(trace);
        }
    }

    @Test
    void showsATraceThatSomebodyChanged() {
        String trace = Scoring.compute(policy, input(List.of(8, 9), List.of(9, 8, 8, 7, 10)))
                .trace();
        String forged = trace.replace("8.43", "9.43");
        assertThat(ScoreTrace.replay(forged, policy)).isNotEqualTo(forged).isEqualTo(trace);
        assertThatThrownBy(() -> ScoreTrace.replay(trace.replace("\"total\":7", "\"total\":9"), policy))
                .hasMessageContaining("评审表总分 9 与逐项评分之和 7 不符");
        Policy second = PolicyReader.read(PackagedPolicy.with(root -> root.put("version", 2)));
        assertThatThrownBy(() -> ScoreTrace.replay(trace, second)).hasMessageContaining("不能用 liaoning-2021 第 2 版 重算");
        assertThatThrownBy(() -> ScoreTrace.replay("{}", policy)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ScoreTrace.replay("null", policy)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ScoreTrace.replay("x", policy)).isInstanceOf(Refusal.class);
    }

    @Test
    void hidesReviewersFromApplicantsAndTheirOrderToo() {
        List<ReviewerSheet> experts = List.of(
                ReviewerSheet.of("wang", SheetAnswers.ofDigits("1111111110")),
                ReviewerSheet.of("li", SheetAnswers.ofDigits("0111111110")),
                ReviewerSheet.of("zhao", SheetAnswers.ofDigits("1111111111")),
                ReviewerSheet.of("zhang", SheetAnswers.ofDigits("1111111100")),
                ReviewerSheet.of("sun", SheetAnswers.ofDigits("1111111110")));
        String trace = Scoring.compute(policy, new ScoringInput(sheets("S", List.of(8)), 1, experts))
                .trace();
        String hidden = ScoreTrace.withoutReviewers(trace);
        assertThat(hidden)
                .doesNotContain("wang", "li\"", "zhao", "zhang", "sun", "S001")
                .contains("{\"reviewer\":\"专家01\",\"answers\":\"1111111111\",\"total\":10}", "\"reviewer\":\"处室01\"")
                .contains("\"total\":\"8.");
        assertThat(ScoreTrace.replay(hidden, policy)).isEqualTo(hidden);

        // the same answers by other people: the same text
        List<ReviewerSheet> others = new ArrayList<>();
        for (ReviewerSheet sheet : experts) {
            others.add(new ReviewerSheet("x" + (9 - others.size()), sheet.total(), sheet.answers()));
        }
        Collections.shuffle(others, new Random(7));
        String other = Scoring.compute(policy, new ScoringInput(sheets("I", List.of(8)), 1, others))
                .trace();
        assertThat(ScoreTrace.withoutReviewers(other)).isEqualTo(hidden);
    }

    private static Scored scored(Policy policy, List<Integer> divisions, List<Integer> experts) {
        return (Scored) Scoring.compute(policy, input(divisions, experts));
    }

    private static String insufficient(Policy policy, ScoringInput input) {
        return ((Insufficient) Scoring.compute(policy, input)).message();
    }
}
