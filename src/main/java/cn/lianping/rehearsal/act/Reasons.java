package cn.lianping.rehearsal.act;

import cn.lianping.Refusal;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why something failed, in a sentence. */
public final class Reasons {

    private static final int LONGEST = 500;
    private static final Pattern TABLE = Pattern.compile("INSERT INTO (\\w+)");

    private Reasons() {}

    /** The refusal among the causes if there is one, else the innermost message. */
    public static String of(Throwable thrown) {
        Throwable innermost = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.reason();
            }
            if (cause instanceof SQLIntegrityConstraintViolationException violation) {
                return constraint(String.valueOf(violation.getMessage()));
            }
            innermost = cause;
        }
        return shortened(innermost);
    }

    private static String constraint(String message) {
        Matcher table = TABLE.matcher(message);
        return "平台已有这一步的记录,同一案卷同一轮次不能重复办理%s"
                .formatted(table.find() ? "(数据表 " + table.group(1).toLowerCase(Locale.ROOT) + ")" : "");
    }

    private static String shortened(Throwable innermost) {
        String text = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
