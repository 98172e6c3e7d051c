package cn.lianping.publicity;

import java.math.BigDecimal;

/**
 * One line of a notice, as it was published.
 *
 * @param place among all confirmed cases of the round at that time
 * @param total published score, 2 decimal places
 */
public record NoticeItem(
        String noticeId,
        String caseNo,
        int place,
        BigDecimal total,
        String allianceName,
        String leadName,
        String areaName) {}
