package cn.lianping.reminder;

import org.jspecify.annotations.Nullable;

/**
 * Something that one person is told. It may name nothing that the person may not see: it is shown in the page and goes
 * out by mail.
 *
 * @param recipient user id
 * @param title one line, at most 200 characters; what is longer is cut
 * @param text more, at most 1000 characters; may be empty
 * @param taskId the task that a click opens
 * @param caseNo number of the case it is about, or of the round
 */
public record Reminder(
        String recipient,
        ReminderKind kind,
        String title,
        String text,
        @Nullable String taskId,
        @Nullable String caseNo) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 1000;

    public Reminder {
        title = cut(title.strip(), LONGEST_TITLE);
        text = cut(text.strip(), LONGEST_TEXT);
    }

    Reminder withTitle(String other) {
        return new Reminder(recipient, kind, other, text, taskId, caseNo);
    }

    Reminder to(String other) {
        return new Reminder(other, kind, title, text, taskId, caseNo);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
