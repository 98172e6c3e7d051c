package cn.lianping.office;

import org.jspecify.annotations.Nullable;

/**
 * Something a person was told of (抄送).
 *
 * @param sentAt milliseconds since 1970
 * @param readAt null until the person has read it
 * @param alliance name of the alliance of the case; null for a round and where it was not asked
 */
public record Copy(
        String id,
        String caseNo,
        String taskId,
        String taskName,
        String recipient,
        String sender,
        String note,
        long sentAt,
        @Nullable Long readAt,
        @Nullable String alliance) {}
