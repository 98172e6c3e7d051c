package cn.lianping.deliberation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One meeting on a round. What the minutes say is null until they are recorded.
 *
 * @param seq 1 for the first of its round
 * @param status {@link #OPEN}, {@link #RECORDED}, {@link #DECIDED} or {@link #DISCARDED}
 * @param presentCount members who were there
 * @param memberCount members there are
 * @param recused who left the room for which case, in words
 */
public record Deliberation(
        String deliberationId,
        String roundNo,
        int seq,
        String status,
        @Nullable String minutesNo,
        @Nullable LocalDate meetingDate,
        @Nullable Integer presentCount,
        @Nullable Integer memberCount,
        @Nullable String recused) {

    /** The agenda lies before the meeting; decisions are drafts. */
    public static final String OPEN = "OPEN";

    /** The minutes are in; the decisions are about to be handed to the cases. */
    public static final String RECORDED = "RECORDED";

    /** Every decision is final. */
    public static final String DECIDED = "DECIDED";

    /** The agenda was sent back before the meeting and compiled anew. */
    public static final String DISCARDED = "DISCARDED";
}
