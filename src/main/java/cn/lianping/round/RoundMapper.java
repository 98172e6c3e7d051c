package cn.lianping.round;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables evaluation_round and evaluation_case. */
@Mapper
interface RoundMapper {

    void insertRound(
            @Param("round") Round round, @Param("createdAt") long createdAt, @Param("createdBy") String createdBy);

    @Nullable
    Round findRound(@Param("roundNo") String roundNo);

    /** Locks the round until the transaction ends. */
    @Nullable
    Round lockRound(@Param("roundNo") String roundNo);

    List<Round> rounds();

    /** How many cases whose evaluation goes on run by a version of a policy. */
    record CasesOfPolicy(String policyId, int policyVersion, int cases) {}

    /** Which alliance a case is of. */
    record CaseAlliance(String caseNo, String allianceId) {}

    List<CaseAlliance> alliances();

    List<CasesOfPolicy> openCasesByPolicy(@Param("ended") Collection<CaseStatus> ended);

    int updateRoundStatus(@Param("roundNo") String roundNo, @Param("status") String status);

    int nextCase(@Param("roundNo") String roundNo);

    int lastCaseSeq(@Param("roundNo") String roundNo);

    void insertCase(
            @Param("c") EvaluationCase evaluationCase,
            @Param("createdAt") long createdAt,
            @Param("createdBy") String createdBy);

    @Nullable
    EvaluationCase findCase(@Param("caseNo") String caseNo);

    @Nullable
    EvaluationCase lockCase(@Param("caseNo") String caseNo);

    List<EvaluationCase> cases(@Param("roundNo") String roundNo, @Param("statuses") Collection<CaseStatus> statuses);

    List<EvaluationCase> casesOfAlliance(@Param("allianceId") String allianceId);

    int updateCaseStatus(
            @Param("caseNo") String caseNo, @Param("from") Collection<CaseStatus> from, @Param("to") CaseStatus to);

    int updateNote(@Param("caseNo") String caseNo, @Param("note") @Nullable String note);

    int updateSubmitted(@Param("caseNo") String caseNo, @Param("at") long at);

    int nextAttempt(@Param("caseNo") String caseNo);
}
