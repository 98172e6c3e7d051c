package cn.lianping.monitoring;

import java.math.BigDecimal;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tables stage_threshold and stage_alert. */
@Mapper
interface AlertMapper {

    /** From when on a stage is worth an alert; null for never. */
    record ThresholdRow(
            String stage,
            @Nullable BigDecimal overdueShare,
            @Nullable BigDecimal oldestDays) {}

    record AlertRow(
            String id,
            String stage,
            String roundNo,
            String measure,
            BigDecimal figure,
            BigDecimal threshold,
            long raisedAt,
            @Nullable Long resolvedAt,
            @Nullable String openKey) {}

    List<ThresholdRow> thresholds();

    int deleteThreshold(@Param("stage") String stage);

    void insertThreshold(@Param("row") ThresholdRow row, @Param("by") String by, @Param("at") long at);

    List<AlertRow> open();

    /** The latest ones, the newest first. */
    List<AlertRow> latest(@Param("limit") int limit);

    /** Fails on a duplicate key where the same alert stands already. */
    void insertAlert(@Param("row") AlertRow row);

    int resolve(@Param("id") String id, @Param("at") long at);
}
