package cn.lianping.reminder;

import org.jspecify.annotations.Nullable;

/**
 * A reminder as it is kept.
 *
 * @param sentAt epoch milliseconds
 * @param readAt epoch milliseconds; null while unread
 * @param mailId the mail that tells it, if any does (yet)
 * @param alliance name of the case's alliance; only filled in when read
 */
record ReminderRow(
        String id,
        String recipient,
        ReminderKind kind,
        boolean urgent,
        String title,
        String text,
        @Nullable String taskId,
        @Nullable String caseNo,
        long sentAt,
        @Nullable Long readAt,
        @Nullable String mailId,
        @Nullable String alliance) {}
