package cn.lianping.publicity;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Table objection. */
@Mapper
interface ObjectionMapper {

    void insert(@Param("o") Objection objection);

    @Nullable
    Objection find(@Param("receiptNo") String receiptNo);

    List<Objection> ofCase(@Param("caseNo") String caseNo);

    int countOpenOfNotice(@Param("noticeId") String noticeId);

    int countOpenOfCase(@Param("caseNo") String caseNo);

    int started(@Param("receiptNo") String receiptNo, @Param("instanceId") String instanceId);

    int accept(@Param("receiptNo") String receiptNo, @Param("status") String status, @Param("reason") String reason);

    int found(@Param("receiptNo") String receiptNo, @Param("finding") String finding);

    int decide(
            @Param("receiptNo") String receiptNo,
            @Param("outcome") ObjectionOutcome outcome,
            @Param("remedy") @Nullable String remedy,
            @Param("expert") @Nullable String expert,
            @Param("replacement") @Nullable String replacement,
            @Param("reason") String reason);

    /** Closes the objection once; 0 when it was closed before. */
    int close(@Param("receiptNo") String receiptNo, @Param("outcome") ObjectionOutcome outcome, @Param("at") long at);
}
