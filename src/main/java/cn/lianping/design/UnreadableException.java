package cn.lianping.design;

/** A file is not what it should be; the message says why, in Chinese. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableException(String reason) {
        super(reason);
    }

    /** The Chinese reason. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
