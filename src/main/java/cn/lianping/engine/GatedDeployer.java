package cn.lianping.engine;

import cn.lianping.Refusal;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Stands before the engine's own deployers: whatever comes (the product, a page, REST, the desktop modeler) is checked in
 * the transaction of the deployment, which a refusal undoes. What was deployed already is not checked again when it is
 * read from the database.
 *
 * <p>Somebody's login may not deploy at all, however right the files are: that would be without a rehearsal and a second
 * person. They are told every error all the same, and where to bring the files.
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
        checks.forEach(check -> check.require(resources, deployment.getTenantId()));
        if (Context.getCommandContext().getAuthenticatedUserId() != null) {
            throw Refusal.forbidden("文件合乎规则,但不能直接部署:请在“流程设计”中新建修改方案并上传,试运行后由另一名流程管理员确认生效");
        }
    }
}
