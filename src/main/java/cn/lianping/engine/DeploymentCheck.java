package cn.lianping.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whether something may be deployed, whoever deploys it and by whichever road. */
public interface DeploymentCheck {

    /**
     * Refuses what must not run.
     *
     * @param resources everything of the deployment, by name
     * @param area the city whose own it would be, null for the province
     * @throws cn.lianping.Refusal in Chinese, with every error; nothing is deployed then
     */
    void require(Map<String, byte[]> resources, @Nullable String area);
}
