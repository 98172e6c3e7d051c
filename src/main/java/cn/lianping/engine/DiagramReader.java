package cn.lianping.engine;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What deployed diagrams say of stages, each version read once. Nothing in it is confidential. */
@Component
public class DiagramReader {

    private final RepositoryService repository;
    private final Unrestricted engine;
    private final Map<String, DiagramStages> read = new ConcurrentHashMap<>();

    DiagramReader(@Lazy RepositoryService repository, Unrestricted engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** The diagram of this version; empty if it is not deployed (any more). */
    public Optional<DiagramStages> version(String definitionId) {
        DiagramStages known = read.get(definitionId);
        if (known != null) {
            return Optional.of(known);
        }
        return engine.call(() -> {
            boolean there = repository
                            .createProcessDefinitionQuery()
                            .processDefinitionId(definitionId)
                            .count()
                    > 0;
            return there
                    ? Optional.of(read.computeIfAbsent(
                            definitionId, id -> new DiagramStages(repository.getBpmnModelInstance(id))))
                    : Optional.<DiagramStages>empty();
        });
    }

    /** The province's newest version of the process; empty if there is none of this key. */
    public Optional<DiagramStages> newest(String key) {
        ProcessDefinition found = engine.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .withoutTenantId()
                .latestVersion()
                .singleResult());
        return found == null ? Optional.empty() : version(found.getId());
    }
}
