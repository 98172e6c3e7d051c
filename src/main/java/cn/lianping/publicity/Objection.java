package cn.lianping.publicity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An objection and what became of it. Who objects is for the supervision role alone.
 *
 * @param receiptNo cannot be guessed; the objector's proof of having objected
 * @param channel WEB or LETTER
 * @param realName person, or unit with its seal
 * @param postmarkOn of a letter
 * @param receivedAt epoch milliseconds
 * @param receivedBy user id of who registered a letter
 * @param status RECEIVED, ACCEPTED, REFUSED or DECIDED
 * @param remedy RECOMPUTE or REMOVE, when upheld
 * @param closedAt epoch milliseconds; null while the objection is open
 */
record Objection(
        String receiptNo,
        String noticeId,
        String caseNo,
        String roundNo,
        String channel,
        String realName,
        String contact,
        String statement,
        @Nullable LocalDate postmarkOn,
        long receivedAt,
        String receivedBy,
        @Nullable String processInstanceId,
        String status,
        @Nullable String acceptanceReason,
        @Nullable String finding,
        @Nullable ObjectionOutcome outcome,
        @Nullable String remedy,
        @Nullable String expert,
        @Nullable String replacement,
        @Nullable String decisionReason,
        @Nullable Long closedAt) {

    static final String WEB = "WEB";
    static final String LETTER = "LETTER";

    static final String RECEIVED = "RECEIVED";
    static final String ACCEPTED = "ACCEPTED";
    static final String REFUSED = "REFUSED";
    static final String DECIDED = "DECIDED";

    static final String RECOMPUTE = "RECOMPUTE";
    static final String REMOVE = "REMOVE";

    boolean open() {
        return closedAt == null;
    }
}
