package cn.lianping.scoring;

import cn.lianping.policy.RankingRule.TieRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of the cases of a round: published score, then exact expert mean, then a shared rank (1, 2, 2, 4). */
public final class Ranking {

    private Ranking() {}

    /**
     * A case to be ranked.
     *
     * @param caseNo case number
     * @param total the published (rounded) score
     * @param expertMean E, exact
     */
    public record RankedCase(String caseNo, BigDecimal total, Fraction expertMean) {}

    /**
     * A case with its rank.
     *
     * @param place from 1; equal cases share it, and the next place is skipped
     */
    public record Rank(int place, RankedCase ranked) {}

    /** By the province's tie rule: expert mean, then a shared rank. */
    public static List<Rank> rank(List<RankedCase> cases) {
        return rank(cases, TieRule.EXPERT_MEAN_THEN_SHARED_RANK);
    }

    /** Sorted by rank, then by case number; the order of the given list does not matter. */
    public static List<Rank> rank(List<RankedCase> cases, TieRule tieRule) {
        Comparator<RankedCase> better = Comparator.comparing(RankedCase::total).reversed();
        if (tieRule == TieRule.EXPERT_MEAN_THEN_SHARED_RANK) {
            better = better.thenComparing(
                    Comparator.comparing(RankedCase::expertMean).reversed());
        }
        List<RankedCase> sorted =
                cases.stream().sorted(better.thenComparing(RankedCase::caseNo)).toList();
        List<Rank> ranks = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            boolean shared = i > 0 && better.compare(sorted.get(i - 1), sorted.get(i)) == 0;
            ranks.add(new Rank(shared ? ranks.get(i - 1).place() : i + 1, sorted.get(i)));
        }
        return ranks;
    }
}
