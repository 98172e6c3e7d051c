package cn.lianping.engine;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deploys the packaged diagrams, tables and forms: one deployment a stage, names relative to the package, no new version
 * when nothing changed. Where an administrator deployed something newer, the packaged version is held back and reported.
 */
@Component
public class StageDeployer {

    static final String SOURCE = "联评产品包";
    private static final Logger LOG = LoggerFactory.getLogger(StageDeployer.class);

    private static final Map<String, String> KINDS = Map.of("bpmn", "diagram", "dmn", "table", "form", "form");

    private final RepositoryService repository;
    private final DeployedModels models;
    private final PackagedFiles packaged;

    StageDeployer(RepositoryService repository, DeployedModels models, PackagedFiles packaged) {
        this.repository = repository;
        this.models = models;
        this.packaged = packaged;
    }

    /** Deploys what the package brings. */
    public void deploy() {
        Map<String, DeployedModel> newest = newest();
        stages().forEach((stage, files) -> deployStage("联评 " + stage, files, newest));
    }

    private void deployStage(String name, Map<String, byte[]> resources, Map<String, DeployedModel> newest) {
        DeploymentBuilder deployment =
                repository.createDeployment().name(name).source(SOURCE).enableDuplicateFiltering(true);
        boolean any = false;
        for (Map.Entry<String, byte[]> resource : resources.entrySet()) {
            byte[] content = resource.getValue();
            if (!heldBack(resource.getKey(), content, newest)) {
                deployment.addInputStream(resource.getKey(), new ByteArrayInputStream(content));
                any = true;
            }
        }
        if (any) {
            deployment.deploy();
        }
    }

    /** The newest version of the province, by kind and key. */
    private Map<String, DeployedModel> newest() {
        Map<String, DeployedModel> newest = new HashMap<>();
        models.all().stream()
                .filter(model -> model.area() == null)
                .forEach(model -> newest.putIfAbsent(model.kind() + ":" + model.key(), model));
        return newest;
    }

    /** Whether the newest version of what this file defines came from somebody else than the package. */
    private boolean heldBack(String file, byte[] packaged, Map<String, DeployedModel> newest) {
        String key = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        DeployedModel own = newest.get(KINDS.get(file.substring(file.lastIndexOf('.') + 1)) + ":" + key);
        if (own == null || SOURCE.equals(own.source())) {
            return false;
        }
        if (!Arrays.equals(packaged, models.content(own))) {
            LOG.warn("{} 有管理员投入使用的版本,产品包中的版本未部署,请流程管理员在“流程设计”中比较后决定", file);
        }
        return true;
    }

    /** The files of each stage. */
    private Map<String, Map<String, byte[]>> stages() {
        Map<String, Map<String, byte[]>> stages = new TreeMap<>();
        packaged.all().forEach((path, content) -> {
            if (KINDS.containsKey(path.substring(path.lastIndexOf('.') + 1))) {
                String inside = path.substring(path.indexOf('/') + 1);
                String stage = inside.contains("/") ? inside.substring(0, inside.indexOf('/')) : "evaluation";
                stages.computeIfAbsent(stage, s -> new TreeMap<>()).put(path, content);
            }
        });
        return stages;
    }
}
