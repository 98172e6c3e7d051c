package cn.lianping.publicity;

import java.math.BigDecimal;
import java.util.List;

/** Where the confirmed cases of a round stand. */
public interface Standings {

    /**
     * One confirmed case.
     *
     * @param place among all confirmed cases of the round; shared places as the policy has it
     * @param total published score, 2 decimal places
     */
    record Standing(
            String caseNo, int place, BigDecimal total, String allianceName, String leadName, String areaName) {}

    /** All cases of the round that the party group has confirmed, also those noticed or released, by place. */
    List<Standing> confirmed(String roundNo);
}
