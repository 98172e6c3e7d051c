package cn.lianping.comprehensiveevaluation;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Table score. */
@Mapper
interface ScoreMapper {

    void insert(@Param("s") Score score, @Param("roundNo") String roundNo, @Param("at") long at);

    @Nullable
    Score findLatest(@Param("caseNo") String caseNo);

    List<Score> findLatestOfRound(@Param("roundNo") String roundNo);
}
