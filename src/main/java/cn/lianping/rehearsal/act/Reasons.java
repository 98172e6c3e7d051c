package cn.lianping.rehearsal.act;

import cn.lianping.Refusal;

/** Why something failed, in a sentence. */
public final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    /** The refusal among the causes if there is one, else the innermost message. */
    public static String of(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.reason();
            }
            innermost = cause;
        }
        String text = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
