package cn.lianping.jointrelease;

import java.math.BigDecimal;
import java.util.List;

/** Where the release reads what was noticed. */
public interface NoticedList {

    /** The noticed cases of the round whose period ended, less removed and held ones and those released before, by place. */
    List<NoticedCase> releasable(String roundNo);

    /**
     * @param place place as noticed, shared places repeat
     * @param total score as noticed, 2 places
     */
    record NoticedCase(String caseNo, int place, BigDecimal total, String allianceName, String leadName) {

        /** A score of equal worth is the same score, however many zeros it is written with. */
        public NoticedCase {
            total = total.setScale(2, java.math.RoundingMode.UNNECESSARY);
        }
    }
}
