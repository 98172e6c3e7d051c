package cn.lianping.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The newest versions in the engine's repository. */
@Component
public class DeployedModels {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl configuration;
    private final Unrestricted engine;

    DeployedModels(
            @Lazy RepositoryService repository,
            @Lazy ProcessEngineConfigurationImpl configuration,
            Unrestricted engine) {
        this.repository = repository;
        this.configuration = configuration;
        this.engine = engine;
    }

    /** Keys of the processes. */
    public Set<String> processes() {
        return engine.call(() -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .collect(Collectors.toSet()));
    }

    /** The newest version of a form; the engine has no query for forms. */
    public Optional<byte[]> form(String key) {
        @Nullable
        CamundaFormDefinitionEntity found = configuration
                .getCommandExecutorTxRequired()
                .execute(context -> (CamundaFormDefinitionEntity)
                        context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key));
        if (found == null) {
            return Optional.empty();
        }
        return Optional.of(engine.call(() -> content(found.getDeploymentId(), found.getResourceName())));
    }

    private byte[] content(String deploymentId, String resource) {
        try (InputStream in = repository.getResourceAsStream(deploymentId, resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
