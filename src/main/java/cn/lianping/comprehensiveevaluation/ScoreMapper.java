package cn.lianping.comprehensiveevaluation;

import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Table score. */
@Mapper
interface ScoreMapper {

    /**
     * One computation without its trace.
     *
     * @param total as it is published
     * @param computedAt epoch milliseconds
     */
    record Computed(
            int computationNo,
            BigDecimal divisionMean,
            BigDecimal expertMean,
            String total,
            String exactTotal,
            long computedAt) {}

    /** All computations of a case, the first one first. */
    List<Computed> computations(@Param("caseNo") String caseNo);

    void insert(@Param("s") Score score, @Param("roundNo") String roundNo, @Param("at") long at);

    @Nullable
    Score findLatest(@Param("caseNo") String caseNo);

    List<Score> findLatestOfRound(@Param("roundNo") String roundNo);
}
