package cn.lianping.engine;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Reads the engine's repository as a whole: its interface has no query for forms and counts cases one definition a time. */
@Mapper
interface ModelMapper {

    /** Every version of every diagram, table and form, the newest of a key first. */
    List<DeployedModel> all();

    /** How many runs follow each version of a diagram. */
    List<Map<String, Object>> running();

    /** The newest version of a form for exactly this area, null for the province. */
    @Nullable
    DeployedModel newestForm(@Param("key") String key, @Param("area") @Nullable String area);
}
