package cn.lianping.preliminaryreview;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables review_opinion and recommendation. */
@Mapper
interface PreliminaryReviewMapper {

    void insertOpinion(
            @Param("caseNo") String caseNo,
            @Param("o") Opinion opinion,
            @Param("authentic") int authentic,
            @Param("complete") int complete,
            @Param("elements") String elements,
            @Param("at") long at);

    /** Columns department, outcome, elements, reason and reviewed_by of one attempt, by department. */
    List<Map<String, Object>> opinions(@Param("caseNo") String caseNo, @Param("attempt") int attempt);

    /** The columns of {@link #opinions} with attempt, authentic, complete and reviewedAt, of all attempts in order. */
    List<Map<String, Object>> allOpinions(@Param("caseNo") String caseNo);

    /** Columns orderNo, letterNo and opinion of the latest recommendation; null before it. */
    @Nullable
    Map<String, Object> recommendation(@Param("caseNo") String caseNo);

    /**
     * A recommendation as it was given.
     *
     * @param recommendedAt epoch milliseconds
     */
    record Given(
            String caseNo,
            String allianceId,
            int orderNo,
            String letterNo,
            String opinion,
            String recommendedBy,
            long recommendedAt) {}

    /** All recommendations of a case, the first one first. */
    List<Given> recommendationsOf(@Param("caseNo") String caseNo);

    /** The latest recommendation of every case of an area in a round, in the area's order. */
    List<Given> recommendedIn(@Param("roundNo") String roundNo, @Param("area") String area);

    /** How many recommendations the area gave in the round. */
    int countRecommendedIn(@Param("roundNo") String roundNo, @Param("area") String area);

    void insertRecommendation(
            @Param("caseNo") String caseNo,
            @Param("attempt") int attempt,
            @Param("orderNo") int orderNo,
            @Param("letterNo") String letterNo,
            @Param("opinion") String opinion,
            @Param("by") String by,
            @Param("at") long at);

    /** The opinion in force of the department on the attempt no longer counts. */
    int voidOpinions(
            @Param("caseNo") String caseNo,
            @Param("attempt") int attempt,
            @Param("department") String department,
            @Param("at") long at);
}
