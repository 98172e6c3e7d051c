package cn.lianping.deliberation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A decision in force.
 *
 * @param reason why; only a confirmation has none
 * @param minutesNo number of the minutes it stands in
 * @param computationNo the score computation that lay before the meeting
 * @param decidedAt epoch milliseconds
 */
public record Decision(
        String caseNo,
        String deliberationId,
        DeliberationOutcome outcome,
        @Nullable String reason,
        String minutesNo,
        LocalDate meetingDate,
        int computationNo,
        long decidedAt) {}
