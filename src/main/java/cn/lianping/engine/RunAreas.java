package cn.lianping.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Whose diagrams a run follows: the province's or a city's own (article 9). In the engine the diagrams of a city carry its
 * area code as their tenant, and what they start carries it on.
 */
@Component
public class RunAreas {

    private final HistoryService history;
    private final RepositoryService repository;
    private final Unrestricted engine;

    RunAreas(@Lazy HistoryService history, @Lazy RepositoryService repository, Unrestricted engine) {
        this.history = history;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * Which runs' next process of this key follows the diagram of this area.
     *
     * @param area null for the province
     * @return the process instance ids of those whose does
     */
    public Set<String> following(String processKey, @Nullable String area, Collection<String> processInstanceIds) {
        Map<String, String> areas = of(processInstanceIds);
        Set<String> own = areas.isEmpty() ? Set.of() : withOwn(processKey);
        return processInstanceIds.stream()
                .filter(id -> {
                    String run = areas.get(id);
                    return Objects.equals(run != null && own.contains(run) ? run : null, area);
                })
                .collect(Collectors.toSet());
    }

    /** The area codes of the runs that follow a city's own diagrams, by process instance id; the province's are left out. */
    private Map<String, String> of(Collection<String> processInstanceIds) {
        if (processInstanceIds.isEmpty()) {
            return Map.of();
        }
        List<HistoricProcessInstance> runs = engine.call(() -> history.createHistoricProcessInstanceQuery()
                .processInstanceIds(new HashSet<>(processInstanceIds))
                .list());
        Map<String, String> areas = new HashMap<>();
        runs.stream()
                .filter(run -> run.getTenantId() != null)
                .forEach(run -> areas.put(run.getId(), run.getTenantId()));
        return areas;
    }

    /** The area whose own diagrams the case or round follows; empty for the province's. */
    public Optional<String> ofBusinessKey(String caseNoOrRoundNo) {
        List<HistoricProcessInstance> runs = engine.call(() -> history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNoOrRoundNo)
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 1));
        return runs.stream().findFirst().map(HistoricProcessInstance::getTenantId);
    }

    /** The areas that have a diagram of their own for this process. */
    public Set<String> withOwn(String processKey) {
        return areas(definitions -> definitions.processDefinitionKey(processKey));
    }

    /** The areas that have a diagram of their own which this message starts. */
    Set<String> withOwnStart(String message) {
        return areas(definitions -> definitions.messageEventSubscriptionName(message));
    }

    private Set<String> areas(UnaryOperator<ProcessDefinitionQuery> which) {
        return engine
                .call(() -> which.apply(repository.createProcessDefinitionQuery())
                        .latestVersion()
                        .list())
                .stream()
                .map(ProcessDefinition::getTenantId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
