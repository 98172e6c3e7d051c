package cn.lianping.engine;

import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's own deployers: whatever comes (the product, a page, REST, the desktop modeler) is checked in
 * the transaction of the deployment, which a refusal undoes. What was deployed already is not checked again when it is
 * read from the database.
 */
@Component
class GatedDeployer implements Deployer {

    private final ObjectProvider<DeploymentCheck> checks;

    GatedDeployer(ObjectProvider<DeploymentCheck> checks) {
        this.checks = checks;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, byte[]> resources = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> resources.put(name, resource.getBytes()));
        checks.forEach(check -> check.require(resources));
    }
}
