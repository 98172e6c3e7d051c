package cn.lianping.change;

import cn.lianping.engine.DeployedModel;
import org.jspecify.annotations.Nullable;

/**
 * One version of a file that is or was in force.
 *
 * @param name as people read it
 * @param area the city whose own it is, null for the province
 * @param at since when, epoch milliseconds
 * @param model the definition, null for a policy
 */
record DesignVersion(
        DesignPath file,
        String ref,
        String name,
        int version,
        @Nullable String area,
        long at,
        boolean byAdministrators,
        @Nullable DeployedModel model) {

    @Nullable
    String definitionId() {
        return model == null ? null : model.id();
    }
}
