package cn.lianping.selfevaluation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables element_claim, element_reopening, self_evaluation_report and seal. */
@Mapper
interface SelfEvaluationMapper {

    void insertClaim(@Param("c") Claim claim, @Param("by") String by, @Param("at") long at);

    /** The newest version of each element's claim, by element. */
    List<Claim> claims(@Param("caseNo") String caseNo);

    void insertReopening(
            @Param("caseNo") String caseNo,
            @Param("element") int element,
            @Param("attempt") int attempt,
            @Param("reason") String reason,
            @Param("by") String by,
            @Param("at") long at);

    List<Integer> reopened(@Param("caseNo") String caseNo, @Param("attempt") int attempt);

    @Nullable
    String reopeningReason(
            @Param("caseNo") String caseNo, @Param("element") int element, @Param("attempt") int attempt);

    void insertReport(@Param("caseNo") String caseNo, @Param("r") Report report, @Param("at") long at);

    @Nullable
    Report latestReport(@Param("caseNo") String caseNo);

    void insertSeal(@Param("caseNo") String caseNo, @Param("s") Seal seal);

    /** The seals in force. */
    List<Seal> seals(@Param("caseNo") String caseNo);

    /** The seals in force no longer count: of one member, or of all where it is null. */
    int voidSeals(
            @Param("caseNo") String caseNo,
            @Param("member") @Nullable String member,
            @Param("at") long at,
            @Param("reason") String reason);

    /** When a version of the report was produced. */
    record Produced(int version, long producedAt) {}

    /** The versions of the report, the first one first. */
    List<Produced> reports(@Param("caseNo") String caseNo);

    /** A seal, also one that was voided. */
    record Sealed(
            String memberCode,
            int reportVersion,
            String sealedBy,
            long sealedAt,
            @Nullable Long voidedAt,
            @Nullable String voidReason) {}

    /** All seals in the order in which they were given. */
    List<Sealed> allSeals(@Param("caseNo") String caseNo);
}
