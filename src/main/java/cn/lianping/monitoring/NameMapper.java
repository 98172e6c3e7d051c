package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Names of groups and alliances, and the fields there are. */
@Mapper
interface NameMapper {

    record Named(String id, String name) {}

    List<Named> groups(@Param("ids") Collection<String> ids);

    List<Named> alliancesOfCases(@Param("caseNos") Collection<String> caseNos);

    List<String> fields();
}
