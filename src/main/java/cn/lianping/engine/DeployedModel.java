package cn.lianping.engine;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One version of a diagram, decision table or form in the engine's repository.
 *
 * @param kind {@code diagram}, {@code table} or {@code form}
 * @param id of the definition
 * @param name as drawn, null where the file gives none
 * @param area the city whose own it is, null for the province's
 * @param resource name of the file in its deployment
 * @param deployedAt in Chinese time
 * @param source who deployed: the product, the administrators, or anybody else
 */
public record DeployedModel(
        String kind,
        String id,
        String key,
        @Nullable String name,
        int version,
        @Nullable String area,
        String deploymentId,
        String resource,
        LocalDateTime deployedAt,
        @Nullable String source) {}
