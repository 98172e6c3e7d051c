package cn.lianping.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.policy.RankingRule.TieRule;
import cn.lianping.scoring.Ranking.Rank;
import cn.lianping.scoring.Ranking.RankedCase;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

    @Test
    void sharesARankAndSkipsTheNext() {
        assertThat(places(Ranking.rank(List.of(
                        ranked("D", "8.00", "8"),
                        ranked("C", "8.45", "17/2"),
                        ranked("A", "9.10", "9"),
                        ranked("B", "8.45", "17/2")))))
                .containsExactly("1 A", "2 B", "2 C", "4 D");
    }

    @Test
    void decidesEqualPublishedScoresByTheExactExpertMean() {
        List<RankedCase> cases =
                List.of(ranked("A", "8.45", "25/3"), ranked("B", "8.45", "42/5"), ranked("C", "8.450", "25/3"));
        assertThat(places(Ranking.rank(cases))).containsExactly("1 B", "2 A", "2 C");
        assertThat(places(Ranking.rank(cases, TieRule.SHARED_RANK))).containsExactly("1 A", "1 B", "1 C");
    }

    @Test
    void ranksNothing() {
        assertThat(Ranking.rank(List.of())).isEmpty();
    }

    private static RankedCase ranked(String caseNo, String total, String expertMean) {
        return new RankedCase(caseNo, new BigDecimal(total), Fraction.parse(expertMean));
    }

    private static List<String> places(List<Rank> ranks) {
        return ranks.stream()
                .map(rank -> rank.place() + " " + rank.ranked().caseNo())
                .toList();
    }
}
