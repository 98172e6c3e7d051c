package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks into runs that got stuck and gets them going again; whoever asks has checked who may and what is protected. */
@Component
public class StuckRuns {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final HistoryService history;
    private final ManagementService management;
    private final TaskRules rules;
    private final CurrentActor actor;
    private final Unrestricted engine;

    StuckRuns(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            @Lazy HistoryService history,
            @Lazy ManagementService management,
            TaskRules rules,
            CurrentActor actor,
            Unrestricted engine) {
        this.runtime = runtime;
        this.repository = repository;
        this.history = history;
        this.management = management;
        this.rules = rules;
        this.actor = actor;
        this.engine = engine;
    }

    /** Where a run stands once; a countersigned step counts as one. */
    public record Token(String activityInstanceId, String element) {}

    /** A job that failed so often that it is no longer tried. */
    public record FailedJob(
            String id, String element, @Nullable String message) {}

    /**
     * A run.
     *
     * @param done elements that it has completed, not counting those that were broken off
     * @param variables simple ones, by name
     */
    public record Run(
            String instanceId,
            String caseNo,
            String definitionId,
            String key,
            String name,
            int version,
            List<Token> tokens,
            List<FailedJob> jobs,
            Map<String, Object> variables,
            Set<String> done) {}

    /** The runs of a case or round that are not over, in the order they began. */
    public List<Run> of(String businessKey) {
        return engine.call(
                () -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).list().stream()
                        .map(this::run)
                        .toList());
    }

    /** @throws Refusal if it is over */
    public Run require(String instanceId) {
        return engine.call(() -> {
            ProcessInstance found = runtime.createProcessInstanceQuery()
                    .processInstanceId(instanceId)
                    .singleResult();
            if (found == null) {
                throw Refusal.conflict("该流程已经结束,请刷新");
            }
            return run(found);
        });
    }

    /** The diagram that the run follows. */
    public BpmnModelInstance model(String definitionId) {
        return engine.call(() -> repository.getBpmnModelInstance(definitionId));
    }

    private Run run(ProcessInstance instance) {
        var definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        List<Token> tokens = new ArrayList<>();
        collect(runtime.getActivityInstance(instance.getId()), tokens);
        Map<String, Object> variables = new TreeMap<>();
        runtime.getVariables(instance.getId()).forEach((name, value) -> {
            if (value instanceof String || value instanceof Boolean || value instanceof Number) {
                variables.put(name, value);
            }
        });
        Set<String> done = new HashSet<>();
        history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).finished().list().stream()
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .forEach(done::add);
        // of a countersigned step only the whole counts
        done.removeIf(id -> !id.endsWith(DiagramSteps.BODY)
                && isRepeated(instance.getProcessDefinitionId(), id)
                && !done.contains(id + DiagramSteps.BODY));
        List<FailedJob> jobs =
                management.createJobQuery().processInstanceId(instance.getId()).noRetriesLeft().list().stream()
                        .map(job -> new FailedJob(job.getId(), elementOf(job), job.getExceptionMessage()))
                        .toList();
        return new Run(
                instance.getId(),
                instance.getBusinessKey() == null ? "" : instance.getBusinessKey(),
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                tokens,
                jobs,
                variables,
                done);
    }

    private boolean isRepeated(String definitionId, String element) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definitionId);
        return model.getModelElementById(element) instanceof Activity activity
                && activity.getLoopCharacteristics() != null;
    }

    private String elementOf(Job job) {
        return management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).list().stream()
                .map(definition -> definition.getActivityId().replace(DiagramSteps.BODY, ""))
                .findFirst()
                .orElse("");
    }

    /** The innermost places; the repetitions of a countersigned step are one. */
    private static void collect(ActivityInstance scope, List<Token> into) {
        for (TransitionInstance child : scope.getChildTransitionInstances()) {
            into.add(new Token(child.getId(), child.getActivityId().replace(DiagramSteps.BODY, "")));
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            boolean body = child.getActivityId().endsWith(DiagramSteps.BODY);
            boolean innermost =
                    child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0;
            if (body || innermost) {
                into.add(new Token(child.getId(), child.getActivityId().replace(DiagramSteps.BODY, "")));
            } else {
                collect(child, into);
            }
        }
    }

    /** Ends the token and lets the run go on before the other element; what is done anew is annulled first. */
    public void move(Run run, Token token, String to, String reason) {
        engine.run(() -> {
            ActivityInstance root = runtime.getActivityInstance(run.instanceId());
            String scope = scopeOf(root, token.activityInstanceId());
            if (scope == null) {
                throw Refusal.conflict("案卷在此期间已经离开这个步骤,请刷新");
            }
            DiagramSteps steps = new DiagramSteps(model(run.definitionId()));
            for (String step : steps.from(steps.node(to))) {
                if (run.done().contains(step) || step.equals(token.element())) {
                    steps.userTasksWithin(step)
                            .forEach(task ->
                                    rules.annul(task, new Annulment(run.caseNo(), Map.of(), actor.userId(), reason)));
                }
            }
            var change = runtime.createProcessInstanceModification(run.instanceId())
                    .startBeforeActivity(DiagramSteps.whole(steps.node(to)), scope);
            if (isTransition(root, token.activityInstanceId())) {
                change.cancelTransitionInstance(token.activityInstanceId());
            } else {
                change.cancelActivityInstance(token.activityInstanceId());
            }
            change.execute();
        });
    }

    private static @Nullable String scopeOf(ActivityInstance scope, String id) {
        for (TransitionInstance child : scope.getChildTransitionInstances()) {
            if (child.getId().equals(id)) {
                return scope.getId();
            }
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (child.getId().equals(id)) {
                return scope.getId();
            }
            String inside = scopeOf(child, id);
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static boolean isTransition(ActivityInstance scope, String id) {
        for (TransitionInstance child : scope.getChildTransitionInstances()) {
            if (child.getId().equals(id)) {
                return true;
            }
        }
        for (ActivityInstance child : scope.getChildActivityInstances()) {
            if (isTransition(child, id)) {
                return true;
            }
        }
        return false;
    }

    /** Lets the job be tried once more. */
    public void retry(String jobId) {
        engine.run(() -> management.setJobRetries(jobId, 1));
    }

    /** Sets the variable of the run. */
    public void set(String instanceId, String variable, Object value) {
        engine.run(() -> runtime.setVariable(instanceId, variable, value));
    }
}
