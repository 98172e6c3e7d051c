package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How stages speak to the process instances of cases and rounds. */
@Component
public class ProcessMessages {

    private final ObjectProvider<ProcessEngine> engine;
    private final CurrentActor actor;
    private final RunAreas areas;

    ProcessMessages(ObjectProvider<ProcessEngine> engine, CurrentActor actor, RunAreas areas) {
        this.engine = engine;
        this.actor = actor;
        this.areas = areas;
    }

    /**
     * The stages have checked who may act; people themselves have no right to send messages to processes. What the
     * message sets off is still recorded as theirs.
     */
    private <T> T onBehalf(Function<RuntimeService, T> work) {
        IdentityService identities = engine.getObject().getIdentityService();
        Authentication login = identities.getCurrentAuthentication();
        String who = actor.userId();
        identities.clearAuthentication();
        try {
            return actor.callAs(who, () -> work.apply(engine.getObject().getRuntimeService()));
        } finally {
            identities.setAuthentication(login);
        }
    }

    /**
     * Starts a process by its message start event, by the diagrams that the case or round of this business key follows;
     * the answer is the process instance id.
     */
    public String start(String message, String businessKey, Map<String, Object> variables) {
        Optional<String> area = areas.ofBusinessKey(businessKey)
                .filter(code -> areas.withOwnStart(message).contains(code));
        return onBehalf(runtime -> {
            var start = runtime.createMessageCorrelation(message)
                    .processInstanceBusinessKey(businessKey)
                    .setVariables(variables);
            return (area.isPresent() ? start.tenantId(area.get()) : start.withoutTenantId())
                    .correlateStartMessage()
                    .getId();
        });
    }

    /**
     * Starts a process by its key, by the diagrams that the case or round of this business key follows; the answer is the
     * process instance id.
     */
    public String startProcess(String processKey, String businessKey, Map<String, Object> variables) {
        Optional<String> area = areas.ofBusinessKey(businessKey)
                .filter(code -> areas.withOwn(processKey).contains(code));
        return onBehalf(runtime -> {
            var start = runtime.createProcessInstanceByKey(processKey);
            return (area.isPresent()
                            ? start.processDefinitionTenantId(area.get())
                            : start.processDefinitionWithoutTenantId())
                    .businessKey(businessKey)
                    .setVariables(variables)
                    .execute()
                    .getId();
        });
    }

    /** Delivers a message to one process instance that waits for it; refuses with the given words if it does not. */
    public void deliver(String message, String processInstanceId, String otherwise) {
        try {
            onBehalf(runtime -> runtime.createMessageCorrelation(message)
                    .processInstanceId(processInstanceId)
                    .correlateWithResult());
        } catch (MismatchingMessageCorrelationException e) {
            throw Refusal.conflict(otherwise);
        }
    }

    /** Delivers a message to every execution of this business key that waits for it; the answer is their number. */
    public int deliverToAll(String message, String businessKey) {
        return onBehalf(runtime -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlateAllWithResult()
                .size());
    }

    /**
     * Delivers a message to the waiting execution of this business key whose local variable has the value; the answer is
     * whether there was one.
     */
    public boolean deliverWhere(String message, String businessKey, String variable, Object value) {
        return onBehalf(runtime -> {
            List<Execution> waiting = runtime
                    .createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .stream()
                    .filter(execution -> value.equals(runtime.getVariable(execution.getId(), variable)))
                    .toList();
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
            return !waiting.isEmpty();
        });
    }

    /** Delivers a message to many process instances, one job each: a case that fails never takes another with it. */
    public void fanOut(String message, Collection<String> processInstanceIds) {
        if (!processInstanceIds.isEmpty()) {
            onBehalf(runtime -> runtime.createMessageCorrelationAsync(message)
                    .processInstanceIds(List.copyOf(processInstanceIds))
                    .correlateAllAsync());
        }
    }
}
