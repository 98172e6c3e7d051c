package cn.lianping.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the packaged diagrams, tables and forms: one deployment a stage, names relative to the package, no new version
 * when nothing changed. Where an administrator deployed something newer, the packaged version is held back and reported.
 */
@Component
public class StageDeployer {

    static final String SOURCE = "联评产品包";
    private static final Logger LOG = LoggerFactory.getLogger(StageDeployer.class);

    private final RepositoryService repository;

    StageDeployer(RepositoryService repository) {
        this.repository = repository;
    }

    /** Deploys what the package brings. */
    public void deploy() throws IOException {
        for (Map.Entry<String, Map<String, Resource>> stage : packaged().entrySet()) {
            deployStage("联评 " + stage.getKey(), stage.getValue());
        }
    }

    private void deployStage(String name, Map<String, Resource> resources) throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name(name).source(SOURCE).enableDuplicateFiltering(true);
        boolean any = false;
        for (Map.Entry<String, Resource> resource : resources.entrySet()) {
            if (heldBack(resource.getKey())) {
                LOG.warn("{} 在流程库中有管理员部署的更新版本,产品包中的版本未部署,请管理员比较后决定", resource.getKey());
                continue;
            }
            try (InputStream in = resource.getValue().getInputStream()) {
                deployment.addInputStream(resource.getKey(), in);
                any = true;
            }
        }
        if (any) {
            deployment.deploy();
        }
    }

    /** Whether the latest version of what this file defines came from somebody else than the package. */
    private boolean heldBack(String file) {
        String key = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        String deploymentId = null;
        if (file.endsWith(".bpmn")) {
            var latest = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            deploymentId = latest == null ? null : latest.getDeploymentId();
        } else if (file.endsWith(".dmn")) {
            var latest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            deploymentId = latest == null ? null : latest.getDeploymentId();
        }
        if (deploymentId == null) {
            return false;
        }
        return repository
                        .createDeploymentQuery()
                        .deploymentId(deploymentId)
                        .deploymentSource(SOURCE)
                        .count()
                == 0;
    }

    private static Map<String, Map<String, Resource>> packaged() throws IOException {
        var resolver = new PathMatchingResourcePatternResolver();
        Map<String, Map<String, Resource>> stages = new TreeMap<>();
        for (String pattern : new String[] {"processes/**/*.bpmn", "processes/**/*.dmn", "forms/**/*.form"}) {
            for (Resource resource : resolver.getResources("classpath*:" + pattern)) {
                String url = resource.getURL().toString();
                String root = pattern.substring(0, pattern.indexOf('/') + 1);
                String name = url.substring(url.lastIndexOf("/" + root) + 1);
                String inside = name.substring(root.length());
                String stage = inside.contains("/") ? inside.substring(0, inside.indexOf('/')) : "evaluation";
                stages.computeIfAbsent(stage, s -> new TreeMap<>()).put(name, resource);
            }
        }
        return stages;
    }
}
