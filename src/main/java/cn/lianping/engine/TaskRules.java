package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.identity.CurrentActor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the rule of a task, and applies who-may-act, the form's own checks, the rule and the record, in that order. */
@Component
class TaskRules {

    private final ObjectProvider<TaskRule> beans;
    private final FormSchemas schemas;
    private final FeelConditions conditions;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final ObjectProvider<CompletionGate> gates;
    private final ObjectProvider<StandIns> standIns;
    private final TaskProperties properties;
    private final ActedInstances instances;
    private final DoneTasks done;
    private volatile Map<String, TaskRule> byKey = Map.of();

    TaskRules(
            ObjectProvider<TaskRule> beans,
            FormSchemas schemas,
            FeelConditions conditions,
            CurrentActor actor,
            AuditLog audit,
            ObjectProvider<CompletionGate> gates,
            ObjectProvider<StandIns> standIns,
            TaskProperties properties,
            ActedInstances instances,
            DoneTasks done) {
        this.beans = beans;
        this.schemas = schemas;
        this.conditions = conditions;
        this.actor = actor;
        this.audit = audit;
        this.gates = gates;
        this.standIns = standIns;
        this.properties = properties;
        this.instances = instances;
        this.done = done;
    }

    Optional<TaskRule> of(String taskKey) {
        if (byKey.isEmpty()) {
            byKey = beans.stream().collect(Collectors.toUnmodifiableMap(TaskRule::taskKey, Function.identity()));
        }
        return Optional.ofNullable(byKey.get(taskKey));
    }

    TaskFacts facts(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        return new TaskFacts(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                key == null ? "" : key,
                task.getAssignee(),
                actor.userId(),
                task.getProcessInstanceId(),
                task);
    }

    Map<String, Object> show(DelegateTask task) {
        return of(task.getTaskDefinitionKey())
                .map(rule -> rule.show(facts(task)))
                .orElseGet(Map::of);
    }

    void created(DelegateTask task) {
        of(task.getTaskDefinitionKey()).map(rule -> rule.title(facts(task))).ifPresent(task::setName);
        String key = task.getExecution().getProcessBusinessKey();
        task.setDescription(key);
    }

    void gone(DelegateTask task) {
        gates.forEach(gate -> gate.gone(task.getId()));
    }

    void completing(DelegateTask task) {
        requireResponsible(task);
        FormSchema schema = schemas.ofTask((TaskEntity) task);
        Map<String, Object> submitted = new LinkedHashMap<>();
        for (String key : schema.fields().keySet()) {
            if (task.hasVariableLocal(key)) {
                submitted.put(key, task.getVariableLocal(key));
            }
        }
        FormData data = new FormCheck(schema, conditions).check(submitted, show(task));
        TaskFacts facts = facts(task);
        boolean declines = declines(task, data);
        Optional<String> principal = gates.stream()
                .map(gate -> gate.pass(facts, declines))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<TaskRule> rule = of(task.getTaskDefinitionKey());
        if (rule.isPresent()) {
            rule.get().complete(facts, data);
        } else {
            routeByForm(task, schema, data);
        }
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("task", task.getTaskDefinitionKey());
        record.put("taskId", task.getId());
        instances.of(task).ifPresent(value -> record.put(ActedInstances.INSTANCE, value));
        record.put("form", data.values());
        principal.ifPresent(who -> record.put("onBehalfOf", who));
        done.record(new DoneTask(
                task.getId(),
                actor.userId(),
                facts.businessKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                DoneTask.COMPLETED,
                Answer.outcome(schema, data),
                Answer.opinion(schema, data)));
        audit.record(facts.businessKey(), "办结任务:" + task.getName(), task.getTaskDefinitionKey(), record);
        schema.fields().keySet().stream().filter(task::hasVariableLocal).forEach(task::removeVariableLocal);
    }

    /** Whether the form's choice is one that the diagram names as declining. */
    private boolean declines(DelegateTask task, FormData data) {
        return properties
                .find(task.getProcessDefinitionId(), task.getTaskDefinitionKey(), TaskProperties.REJECTION)
                .map(rejection -> rejection.split("=", 2))
                .filter(parts -> parts.length == 2)
                .map(parts ->
                        List.of(parts[1].strip().split("\\s*,\\s*", -1)).contains(data.textOrEmpty(parts[0].strip())))
                .orElse(false);
    }

    /** Takes back what the step has entered, see {@link TaskRule#annul}. */
    void annul(String taskKey, Annulment annulment) {
        of(taskKey).ifPresent(rule -> rule.annul(annulment));
    }

    /** An administrator's own task has no rule; the choices of its form become routing facts for the gateways after it. */
    private static void routeByForm(DelegateTask task, FormSchema schema, FormData data) {
        for (FormField field : schema.fields().values()) {
            if (field.kind() == FormField.Kind.CHOICE || field.kind() == FormField.Kind.TICK) {
                if (ReservedVariables.NAMES.contains(field.key())) {
                    throw Refusal.invalid("表单栏目“" + field.key() + "”与平台的流程变量重名,请管理员改名");
                }
                task.getExecution()
                        .setVariable(
                                field.key(),
                                Variables.untypedValue(data.values().get(field.key())));
            }
        }
    }

    /** Only a responsible person completes a task, and nobody completes what a colleague has claimed. */
    private void requireResponsible(DelegateTask task) {
        String who = actor.userId();
        String assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(who)) {
            throw Refusal.forbidden("该任务已由他人(" + assignee + ")签收,您不能代为办理");
        }
        List<String> groups = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .toList();
        if (!groups.isEmpty()
                && groups.stream().noneMatch(actor::isMemberOf)
                && standIns.stream().noneMatch(one -> one.mayActFor(who, groups))) {
            throw Refusal.forbidden("该任务不属于您所在的部门或单位,您不能办理");
        }
        if (groups.isEmpty() && assignee == null) {
            throw Refusal.forbidden("该任务没有指定办理人,不能办理;请管理员指定");
        }
        if (assignee == null) {
            task.setAssignee(who);
        }
    }
}
