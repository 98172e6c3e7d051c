package cn.lianping.round;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Table participation. */
@Mapper
interface ParticipationMapper {

    int count(@Param("caseNo") String caseNo, @Param("capacity") String capacity, @Param("userId") String userId);

    void insert(@Param("caseNo") String caseNo, @Param("capacity") String capacity, @Param("userId") String userId);
}
