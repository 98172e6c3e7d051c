package cn.lianping.monitoring;

import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What the forecast learns from. */
@Mapper
interface ForecastMapper {

    /** A case in a stage; places on the line of office time. */
    record Seen(
            String roundNo,
            String area,
            String stage,
            int visit,
            long enteredWm,
            @Nullable Long leftWm,
            Outcome outcome) {}

    /** Every stay of these rounds. */
    List<Seen> seen(@Param("rounds") Collection<String> rounds);
}
