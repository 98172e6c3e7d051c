package cn.lianping.deliberation;

import java.util.Collection;
import java.util.Map;

/** Where the briefing pack reads what the earlier stages say of the cases on the agenda. */
public interface CaseSummaries {

    /**
     * A case in a few lines.
     *
     * @param lead the lead enterprise
     * @param members how many member units, of which kinds
     * @param self what the alliance says of itself
     * @param review what the preliminary review said
     * @param recommendation order and opinion of the area
     * @param remark what the meeting has to know beside; may be empty
     */
    record Summary(String lead, String members, String self, String review, String recommendation, String remark) {}

    /** The summaries by case number. */
    Map<String, Summary> of(Collection<String> caseNos);
}
