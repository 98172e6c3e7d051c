package cn.lianping.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The versions in the engine's repository; whoever asks has checked who may see and change them. */
@Component
public class DeployedModels {

    /** The source of what administrators put in force. */
    public static final String ADMINISTRATORS = "联评流程设计";

    private final RepositoryService repository;
    private final ModelMapper mapper;
    private final Unrestricted engine;

    DeployedModels(@Lazy RepositoryService repository, ModelMapper mapper, Unrestricted engine) {
        this.repository = repository;
        this.mapper = mapper;
        this.engine = engine;
    }

    /** Every version of everything, the newest of each key first. */
    public List<DeployedModel> all() {
        return mapper.all();
    }

    /** How many runs follow each version of a diagram, by definition id. */
    public Map<String, Integer> running() {
        Map<String, Integer> runs = new HashMap<>();
        mapper.running()
                .forEach(row ->
                        runs.put(String.valueOf(row.get("id")), Integer.parseInt(String.valueOf(row.get("runs")))));
        return runs;
    }

    /** Keys of the processes. */
    public Set<String> processes() {
        return mapper.all().stream()
                .filter(model -> model.kind().equals("diagram"))
                .map(DeployedModel::key)
                .collect(Collectors.toSet());
    }

    /** The newest version of a form of this area, null for the province; the engine has no query for forms. */
    public Optional<byte[]> form(String key, @Nullable String area) {
        return Optional.ofNullable(mapper.newestForm(key, area)).map(this::content);
    }

    /** The file as deployed. */
    public byte[] content(DeployedModel model) {
        return engine.call(() -> {
            try (InputStream in = repository.getResourceAsStream(model.deploymentId(), model.resource())) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Deploys files that belong together, as one deployment; the gate before deployments refuses errors.
     *
     * @param area the city whose own they are, null for the province
     * @return what became of each file
     */
    public List<DeployedModel> deploy(String name, @Nullable String area, Map<String, String> files) {
        return engine.call(() -> {
            DeploymentBuilder deployment =
                    repository.createDeployment().name(name).source(ADMINISTRATORS);
            if (area != null) {
                deployment.tenantId(area);
            }
            files.forEach((path, content) -> deployment.addInputStream(
                    path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
            DeploymentWithDefinitions done = deployment.deployWithResult();
            return mapper.all().stream()
                    .filter(model -> model.deploymentId().equals(done.getId()))
                    .toList();
        });
    }
}
