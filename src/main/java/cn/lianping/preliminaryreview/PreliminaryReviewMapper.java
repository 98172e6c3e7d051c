package cn.lianping.preliminaryreview;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

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

    void insertRecommendation(
            @Param("caseNo") String caseNo,
            @Param("attempt") int attempt,
            @Param("orderNo") int orderNo,
            @Param("letterNo") String letterNo,
            @Param("opinion") String opinion,
            @Param("by") String by,
            @Param("at") long at);
}
