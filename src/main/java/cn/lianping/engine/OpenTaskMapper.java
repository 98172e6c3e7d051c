package cn.lianping.engine;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Reads to which groups tasks are offered: the engine's interface answers for one task at a time. */
@Mapper
interface OpenTaskMapper {

    record Offer(String taskId, String groupName) {}

    List<Offer> offers(@Param("taskIds") Collection<String> taskIds);
}
