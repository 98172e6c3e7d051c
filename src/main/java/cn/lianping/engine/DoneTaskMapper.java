package cn.lianping.engine;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** Table task_done. */
@Mapper
interface DoneTaskMapper {

    void insert(@Param("id") String id, @Param("done") DoneTask done, @Param("doneAt") long doneAt);

    int countAny();

    int count(@Param("person") String person, @Param("caseNo") String caseNo);
}
