package cn.lianping.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables mail_outbox, mail_digest_run and mail_preference. */
@Mapper
interface MailMapper {

    void insert(@Param("mails") List<OutgoingMail> mails);

    /** What may be tried now, the longest waiting first. */
    List<String> due(@Param("now") long now, @Param("limit") int limit);

    /** Takes a mail for one sender until a time; 0 when another one has it or it is sent. */
    int claim(@Param("id") String id, @Param("claim") String claim, @Param("now") long now, @Param("until") long until);

    Optional<OutgoingMail> find(@Param("id") String id);

    /** Notes how a claimed mail fared and lets go of it; 0 when the claim had been lost. */
    int settle(
            @Param("id") String id,
            @Param("claim") String claim,
            @Param("state") OutgoingMail.State state,
            @Param("attempts") int attempts,
            @Param("nextTryAt") long nextTryAt,
            @Param("lastError") @Nullable String lastError,
            @Param("sentAt") @Nullable Long sentAt,
            @Param("address") @Nullable String address);

    /** Lets a mail that is not sent be tried again at once. */
    int retry(@Param("id") String id, @Param("now") long now);

    int retryAll(@Param("now") long now);

    int count(@Param("state") OutgoingMail.State state);

    /** Mails in a state, the oldest first. */
    List<OutgoingMail> inState(@Param("state") OutgoingMail.State state, @Param("limit") int limit);

    void insertDigestRun(@Param("day") LocalDate day, @Param("at") long at);

    int countDigestRuns(@Param("day") LocalDate day);

    @Nullable
    Boolean wantsDigest(@Param("userId") String userId);

    void insertPreference(@Param("userId") String userId, @Param("digest") boolean digest);

    int updatePreference(@Param("userId") String userId, @Param("digest") boolean digest);
}
