package cn.lianping.repair;

import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Table case_repair. */
@Mapper
interface RepairMapper {

    void insert(RepairRow repair);

    void update(RepairRow repair);

    @Nullable
    RepairRow find(@Param("id") String id);

    @Nullable
    RepairRow lock(@Param("id") String id);

    /** Those that wait first, then the newest. */
    List<RepairRow> all();
}
