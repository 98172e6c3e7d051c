package cn.lianping.pilot;

import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables pilot, fund_use and pilot_report. */
@Mapper
interface PilotMapper {

    /** Amount of one use of a plan, in yuan. */
    record FundUse(String useCode, BigDecimal amount) {}

    /**
     * A report.
     *
     * @param spent amounts in yuan by use, as canonical JSON of texts
     */
    record Report(String kind, String reportText, String spent) {}

    void insert(@Param("p") Pilot pilot, @Param("at") long at, @Param("by") String by);

    @Nullable
    Pilot find(@Param("caseNo") String caseNo);

    @Nullable
    Pilot lock(@Param("caseNo") String caseNo);

    List<Pilot> ofRound(@Param("roundNo") String roundNo);

    int started(@Param("caseNo") String caseNo, @Param("processInstanceId") String processInstanceId);

    int updatePlan(@Param("caseNo") String caseNo, @Param("planNo") int planNo, @Param("plan") FundUsePlan plan);

    void insertFundUse(
            @Param("caseNo") String caseNo,
            @Param("planNo") int planNo,
            @Param("useCode") String useCode,
            @Param("amount") BigDecimal amount);

    List<FundUse> fundUses(@Param("caseNo") String caseNo, @Param("planNo") int planNo);

    @Nullable
    String caseOfFilingNo(@Param("filingNo") String filingNo);

    int file(
            @Param("caseNo") String caseNo,
            @Param("filingNo") @Nullable String filingNo,
            @Param("returnReason") @Nullable String returnReason);

    int accept(
            @Param("caseNo") String caseNo, @Param("acceptance") String acceptance, @Param("opinion") String opinion);

    int lastReport(@Param("caseNo") String caseNo);

    void insertReport(
            @Param("caseNo") String caseNo,
            @Param("seq") int seq,
            @Param("r") Report report,
            @Param("at") long at,
            @Param("by") String by);

    @Nullable
    Report latestReport(@Param("caseNo") String caseNo);
}
