package cn.lianping.policy;

import cn.lianping.policy.PolicyValue.Required;

/**
 * How the cases of a round are ordered.
 *
 * @param basis the number that is compared
 * @param tieRule what decides between equal ones
 */
public record RankingRule(PolicyValue<Basis> basis, PolicyValue<TieRule> tieRule) {

    /** The number that is compared. */
    public enum Basis {
        /** The rounded score, as published. */
        PUBLISHED_SCORE
    }

    /** What decides between equal scores. */
    public enum TieRule {
        /** The exact expert mean; then the rank is shared. */
        EXPERT_MEAN_THEN_SHARED_RANK,
        /** Nothing: the rank is shared. */
        SHARED_RANK
    }

    public RankingRule {
        Required.present(basis, "basis");
        Required.present(tieRule, "tieRule");
    }
}
