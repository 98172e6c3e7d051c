package cn.lianping.engine;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Table demo_clock. */
@Mapper
interface DemoTimeMapper {

    @Nullable
    Long aheadMillis();

    void deleteAhead();

    void insertAhead(@Param("aheadMillis") long aheadMillis);

    int countRounds();
}
