package cn.lianping.deliberation;

import java.math.BigDecimal;
import java.util.Map;

/** Where the deliberation reads the scores that lie before it. */
public interface ScoresOfRound {

    /** The latest score of every case of the round that has one, by case number. */
    Map<String, ScoreLine> of(String roundNo);

    /**
     * Has every division and expert asked anew, because the meeting returned the case to the comprehensive evaluation.
     *
     * @param approver who recorded the meeting's decision
     */
    default void reopen(String caseNo, String reason, String approver) {
        throw cn.lianping.Refusal.conflict("综合评价不能重启:" + caseNo);
    }

    /**
     * @param divisionMean mean of the divisions, 4 places
     * @param expertMean mean of the experts, 4 places
     * @param total published score, 2 places
     * @param place place among the scored cases of the round, shared places repeat
     * @param computationNo which computation of the case this is
     */
    record ScoreLine(BigDecimal divisionMean, BigDecimal expertMean, BigDecimal total, int place, int computationNo) {}
}
