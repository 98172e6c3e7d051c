package cn.lianping;

/**
 * A request that the rules refuse. The message is Chinese and read by the person who acted: it says what is wrong and
 * what to do. Throwing it leaves everything as it was (the transaction rolls back).
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a request is refused, and the HTTP status that says so. */
    public enum Kind {
        /** The input breaks a rule; the same person can mend it. */
        INVALID(400),
        /** The person may not do this. */
        FORBIDDEN(403),
        /** There is no such thing, or this person may not know of it. */
        NOT_FOUND(404),
        /** The input is fine but the case is not in a state that allows it (any more). */
        CONFLICT(409),
        /** Too many requests from one address. */
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status code. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String reason;

    private Refusal(Kind kind, String reason) {
        super(reason);
        this.kind = kind;
        this.reason = reason;
    }

    /** The Chinese sentence that the person reads. */
    public String reason() {
        return reason;
    }

    /** Why the request is refused. */
    public Kind kind() {
        return kind;
    }

    /** The input breaks a rule. */
    public static Refusal invalid(String message) {
        return new Refusal(Kind.INVALID, message);
    }

    /** The person who acts may not do this. */
    public static Refusal forbidden(String message) {
        return new Refusal(Kind.FORBIDDEN, message);
    }

    /** There is no such thing for this person. */
    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message);
    }

    /** The state of the case does not allow it (any more). */
    public static Refusal conflict(String message) {
        return new Refusal(Kind.CONFLICT, message);
    }

    /** Too many requests; try later. */
    public static Refusal tooMany(String message) {
        return new Refusal(Kind.TOO_MANY, message);
    }
}
