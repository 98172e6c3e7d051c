package cn.lianping.round;

import java.util.Collection;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Table participation. */
@Mapper
interface ParticipationMapper {

    void insert(
            @Param("caseNo") String caseNo,
            @Param("role") String role,
            @Param("userId") String userId,
            @Param("at") long at);

    int count(@Param("caseNo") String caseNo, @Param("userId") String userId, @Param("roles") Collection<String> roles);
}
