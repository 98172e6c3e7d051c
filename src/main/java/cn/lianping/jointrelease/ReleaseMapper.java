package cn.lianping.jointrelease;

import cn.lianping.jointrelease.NoticedList.NoticedCase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables release_document, release_item and release_signature. */
@Mapper
interface ReleaseMapper {

    void insert(@Param("r") Release release, @Param("draftedAt") long draftedAt);

    int redraft(@Param("r") Release release, @Param("draftedAt") long draftedAt);

    int lastSeq(@Param("roundNo") String roundNo);

    @Nullable
    Release findDrafted(@Param("roundNo") String roundNo);

    @Nullable
    Release findByDocumentNo(@Param("documentNo") String documentNo);

    List<Release> published(@Param("roundNo") @Nullable String roundNo);

    /** The releases, drafts too, whose annex lists the case. */
    List<Release> listing(@Param("caseNo") String caseNo);

    void deleteItems(@Param("releaseId") String releaseId);

    void insertItems(@Param("releaseId") String releaseId, @Param("items") Collection<NoticedCase> items);

    List<NoticedCase> items(@Param("releaseId") String releaseId);

    void insertSignature(@Param("s") Signature signature);

    int voidSignatures(@Param("releaseId") String releaseId, @Param("at") long at);

    List<Signature> signatures(@Param("releaseId") String releaseId);

    int publish(
            @Param("releaseId") String releaseId,
            @Param("on") LocalDate on,
            @Param("at") long at,
            @Param("documentId") String documentId);
}
