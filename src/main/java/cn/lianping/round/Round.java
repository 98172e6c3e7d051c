package cn.lianping.round;

import java.time.LocalDate;

/**
 * One evaluation campaign.
 *
 * @param areaCode 210000 for the province, a city's code for its own round (article 9)
 * @param policyVersion pinned when the round opens
 * @param objectionHold {@code round}: an open objection holds the whole release; {@code case}: its own case only
 * @param closesOn the last day on which alliances submit
 * @param status OPEN, EVALUATING or CLOSED
 */
public record Round(
        String roundNo,
        String title,
        String areaCode,
        String policyId,
        int policyVersion,
        String objectionHold,
        LocalDate opensOn,
        LocalDate closesOn,
        String processInstanceId,
        String status) {

    /** Status while alliances may apply. */
    public static final String OPEN = "OPEN";

    /** Status after the intake closed. */
    public static final String EVALUATING = "EVALUATING";

    /** Status after the pilots were selected. */
    public static final String CLOSED = "CLOSED";

    /** Whether an open objection holds its own case only. */
    public boolean holdsCaseOnly() {
        return "case".equals(objectionHold);
    }
}
