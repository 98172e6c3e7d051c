package cn.lianping.walkthrough;

/** The first thing that differs from what the files say; its message tells a person what and where. */
final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unexpected(String message) {
        super(message);
    }

    Unexpected(String message, Throwable cause) {
        super(message, cause);
    }
}
