package cn.lianping.engine;

import java.util.Map;

/** Says whether something may be deployed, whoever deploys it and by whichever road. */
public interface DeploymentCheck {

    /**
     * Refuses what must not run.
     *
     * @param resources everything of the deployment, by name
     * @throws cn.lianping.Refusal in Chinese, with every error; nothing is deployed then
     */
    void require(Map<String, byte[]> resources);
}
