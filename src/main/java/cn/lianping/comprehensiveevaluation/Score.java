package cn.lianping.comprehensiveevaluation;

import java.math.BigDecimal;

/**
 * One computed score; a later one of the same case replaces it, and it stays.
 *
 * @param computationNo from 1 within the case
 * @param divisionMean D, four places, for display
 * @param expertMean E, four places, for display
 * @param total rounded once by the policy; what is published
 * @param exactExpertMean E as a fraction
 * @param exactTotal the weighted sum as a fraction
 * @param trace what it can be replayed from
 * @param sha256 of the trace, lower-case hex
 */
public record Score(
        String caseNo,
        int computationNo,
        BigDecimal divisionMean,
        BigDecimal expertMean,
        BigDecimal total,
        String exactExpertMean,
        String exactTotal,
        String trace,
        String sha256) {}
