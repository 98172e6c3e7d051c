package cn.lianping.identity;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads who belongs to which group in the engine's tables: its interface answers for one group at a time. */
@Mapper
interface MembershipMapper {

    record Membership(String groupId, String userId) {}

    List<Membership> members(@Param("groups") Collection<String> groups);
}
