package cn.lianping.publicity;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables notice and notice_item. */
@Mapper
interface NoticeMapper {

    void insert(
            @Param("n") Notice notice,
            @Param("instanceId") String instanceId,
            @Param("createdAt") long createdAt,
            @Param("createdBy") String createdBy);

    int lastSeq(@Param("roundNo") String roundNo);

    @Nullable
    Notice find(@Param("noticeId") String noticeId);

    /** Locks the notice until the transaction ends. */
    @Nullable
    Notice lock(@Param("noticeId") String noticeId);

    @Nullable
    Notice findByInstance(@Param("instanceId") String instanceId);

    /** Published notices, of one round or of all, the newest first. */
    List<Notice> published(@Param("roundNo") @Nullable String roundNo);

    /** Published notices that list the case, the latest first. */
    List<Notice> publishedFor(@Param("caseNo") String caseNo);

    int publish(@Param("noticeId") String noticeId, @Param("documentId") String documentId, @Param("at") long at);

    int end(@Param("noticeId") String noticeId, @Param("at") long at);

    void insertItem(@Param("i") NoticeItem item);

    List<NoticeItem> items(@Param("noticeId") String noticeId);

    /** The PDF of a published notice. */
    @Nullable
    String documentId(@Param("noticeId") String noticeId);

    /** When the notice was published; null before. */
    @Nullable
    Long publishedAt(@Param("noticeId") String noticeId);

    int countPublishedDocument(@Param("documentId") String documentId);
}
