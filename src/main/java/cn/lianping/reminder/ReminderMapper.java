package cn.lianping.reminder;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Table reminder. */
@Mapper
interface ReminderMapper {

    void insert(@Param("rows") List<ReminderRow> rows);

    int endWork(@Param("taskIds") List<String> taskIds, @Param("kinds") List<ReminderKind> kinds, @Param("at") long at);

    int unread(@Param("recipient") String recipient);

    int count(@Param("recipient") String recipient);

    /** The newest first. */
    List<ReminderRow> page(
            @Param("recipient") String recipient, @Param("offset") int offset, @Param("limit") int limit);

    int read(@Param("recipient") String recipient, @Param("id") String id, @Param("at") long at);

    int readAll(@Param("recipient") String recipient, @Param("upTo") long upTo, @Param("at") long at);

    /** What a mail tells, the oldest first. */
    List<ReminderRow> ofMail(@Param("mailId") String mailId, @Param("limit") int limit);

    int countOfMail(@Param("mailId") String mailId);

    /** Who has unread, not urgent reminders since that time that no mail tells, and wants the digest. */
    List<String> waitingForDigest(@Param("since") long since);

    /** Puts what waits into the day's digests. */
    int putIntoDigests(@Param("day") LocalDate day, @Param("since") long since);
}
