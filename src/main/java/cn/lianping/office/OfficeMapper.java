package cn.lianping.office;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The tables of the office actions. */
@Mapper
interface OfficeMapper {

    /** Something that hangs on a task: kind SIGNER, DRAFT or STAND_IN, with the principal of a stand-in. */
    record Mark(String kind, @Nullable String who) {}

    List<Mark> marks(@Param("taskId") String taskId);

    void insertSigner(Signer signer);

    List<Signer> signers(@Param("taskId") String taskId);

    @Nullable
    Signer signer(@Param("id") String id);

    /** Closes an entry that waits; 0 if it does not. */
    int closeSigner(
            @Param("id") String id,
            @Param("status") String status,
            @Param("opinion") String opinion,
            @Param("at") long at);

    void insertCopy(Copy copy);

    int countCopies(@Param("caseNo") String caseNo, @Param("recipient") String recipient);

    List<Copy> copies(
            @Param("recipient") String recipient,
            @Param("like") String like,
            @Param("offset") int offset,
            @Param("limit") int limit);

    int countCopiesFound(@Param("recipient") String recipient, @Param("like") String like);

    int readCopy(@Param("id") String id, @Param("recipient") String recipient, @Param("at") long at);

    Drafts.@Nullable Kept draft(@Param("taskId") String taskId);

    int updateDraft(
            @Param("taskId") String taskId,
            @Param("who") String who,
            @Param("entries") String entries,
            @Param("at") long at);

    void insertDraft(
            @Param("taskId") String taskId,
            @Param("who") String who,
            @Param("entries") String entries,
            @Param("at") long at);

    int deleteDraft(@Param("taskId") String taskId);

    void insertUrging(
            @Param("id") String id,
            @Param("taskId") String taskId,
            @Param("caseNo") String caseNo,
            @Param("by") String by,
            @Param("note") String note,
            @Param("at") long at);

    /** When the task was urged last, by the person or, null, by anybody. */
    @Nullable
    Long lastUrged(@Param("taskId") String taskId, @Param("by") @Nullable String by);

    void insertStandIn(StandIn standIn);

    int revokeStandIn(@Param("id") String id, @Param("principal") String principal, @Param("at") long at);

    List<StandIn> standInsOf(@Param("principal") String principal);

    List<StandIn> standInsBy(@Param("deputy") String deputy, @Param("day") LocalDate day);

    void insertTaskStandIn(
            @Param("taskId") String taskId,
            @Param("principal") String principal,
            @Param("deputy") String deputy,
            @Param("at") long at);

    int deleteTaskStandIn(@Param("taskId") String taskId);

    List<Phrases.Phrase> phrases(@Param("userId") String userId);

    void insertPhrase(
            @Param("id") String id, @Param("userId") String userId, @Param("text") String text, @Param("at") long at);

    int deletePhrase(@Param("id") String id, @Param("userId") String userId);
}
