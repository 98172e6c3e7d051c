package cn.lianping.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A pilot project, by its case. What the plan and the filing bring is null until then.
 *
 * @param amount the grant, in yuan, 2 places
 * @param startsOn when the round wants it to start
 * @param planNo how often the plan was submitted
 * @param department {@code science} or {@code industry}: the one it is filed with (article 8)
 * @param division code of the division there
 * @param acceptance ACCEPTED, REWORK or NOT_ACCEPTED
 */
public record Pilot(
        String caseNo,
        String roundNo,
        BigDecimal amount,
        LocalDate startsOn,
        @Nullable String processInstanceId,
        int planNo,
        @Nullable String department,
        @Nullable String division,
        @Nullable LocalDate planStartsOn,
        @Nullable LocalDate planEndsOn,
        @Nullable String filingNo,
        @Nullable String returnReason,
        @Nullable String acceptance,
        @Nullable String opinion) {}
