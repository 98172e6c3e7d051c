package cn.lianping.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where a case or round stands in its diagrams, and the way it has walked. Whoever asks has checked who may see it. */
@Component
public class CaseDiagrams {

    private final HistoryService history;
    private final RepositoryService repository;
    private final Unrestricted engine;

    CaseDiagrams(@Lazy HistoryService history, @Lazy RepositoryService repository, Unrestricted engine) {
        this.history = history;
        this.repository = repository;
        this.engine = engine;
    }

    /**
     * A diagram with the state of one run.
     *
     * @param key of the process
     * @param xml the version that the run follows
     * @param current ids of the elements where it stands
     * @param passed ids of the elements it has been through
     * @param ended whether the run is over
     */
    public record View(String key, String name, String xml, Set<String> current, Set<String> passed, boolean ended) {}

    /** The latest run of each process of the business key, the outermost first. */
    public List<View> of(String businessKey) {
        return engine.call(() -> {
            List<View> views = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            for (HistoricProcessInstance run : history.createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .orderByProcessInstanceStartTime()
                    .desc()
                    .list()) {
                if (!seen.contains(run.getProcessDefinitionKey())) {
                    seen.add(run.getProcessDefinitionKey());
                    views.add(0, view(run));
                }
            }
            return views;
        });
    }

    private View view(HistoricProcessInstance run) {
        ProcessDefinition definition = repository.getProcessDefinition(run.getProcessDefinitionId());
        List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(run.getId())
                .list();
        String name = definition.getName();
        return new View(
                definition.getKey(),
                name == null ? definition.getKey() : name,
                xml(definition.getId()),
                ids(activities.stream().filter(one -> one.getEndTime() == null).toList()),
                ids(activities.stream().filter(one -> one.getEndTime() != null).toList()),
                run.getEndTime() != null);
    }

    private static Set<String> ids(List<HistoricActivityInstance> activities) {
        return activities.stream()
                .map(one -> one.getActivityId().replace(DiagramSteps.BODY, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String xml(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
