package cn.lianping.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mail that has to go out, or has.
 *
 * @param recipient user id
 * @param digestOn the day whose digest it is; null for an urgent one
 * @param attempts how often it was tried
 * @param nextTryAt epoch milliseconds; not tried before
 * @param lastError why it did not go out, as the administrator reads it
 * @param address where it went
 */
record OutgoingMail(
        String id,
        String recipient,
        @Nullable LocalDate digestOn,
        State state,
        int attempts,
        long nextTryAt,
        @Nullable String lastError,
        long createdAt,
        @Nullable Long sentAt,
        @Nullable String address) {

    /** Where a mail stands. */
    enum State {
        WAITING("待发送"),
        SENT("已发送"),
        /** The person has no address; the bell told. */
        NO_ADDRESS("无邮箱地址"),
        /** Tried for days; waits for the administrator. */
        FAILED("多次失败,已停止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static OutgoingMail urgent(String id, String recipient, long at) {
        return new OutgoingMail(id, recipient, null, State.WAITING, 0, at, null, at, null, null);
    }

    static OutgoingMail digest(String id, String recipient, LocalDate day, long at) {
        return new OutgoingMail(id, recipient, day, State.WAITING, 0, at, null, at, null, null);
    }
}
