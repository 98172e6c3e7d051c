package cn.lianping.round;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Table participation. */
@Mapper
interface ParticipationMapper {

    void insert(
            @Param("caseNos") Collection<String> caseNos, @Param("role") String role, @Param("userId") String userId);

    List<String> cases(@Param("userId") String userId, @Param("roles") Collection<String> roles);
}
