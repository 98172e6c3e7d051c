package cn.lianping.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a computation gives: a score, or what is missing for one. Either has its trace. */
public sealed interface ScoreResult {

    /** The canonical text that the computation can be replayed from. */
    String trace();

    /**
     * A score.
     *
     * @param divisionMean D, exact
     * @param expertMean E, exact
     * @param exact the weighted sum, exact
     * @param total the exact value rounded once, with the policy's scale; what is published
     */
    record Scored(Fraction divisionMean, Fraction expertMean, Fraction exact, BigDecimal total, String trace)
            implements ScoreResult {

        /** D for display, four places. */
        public BigDecimal divisionMeanShown() {
            return shown(divisionMean);
        }

        /** E for display, four places. */
        public BigDecimal expertMeanShown() {
            return shown(expertMean);
        }
    }

    /**
     * No score: too few valid sheets.
     *
     * @param message what is missing, for instance 有效评审表不足 4/5
     */
    record Insufficient(String message, String trace) implements ScoreResult {}

    /** A mean for display, rounded half up to four places. */
    static BigDecimal shown(Fraction mean) {
        return mean.round(4, RoundingMode.HALF_UP);
    }
}
