package cn.lianping.engine;

import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Which of the instances of a multiple step a completed task was, such as the element or the member unit. The engine's
 * history does not say it where the task has timers; so it stands in the log of acts.
 */
@Component
class ActedInstances {

    /** In the details of a completed task: the value that tells the instances apart. */
    static final String INSTANCE = "instance";

    private static final String TASK_ID = "taskId";

    private final AuditTrail trail;
    private final ObjectMapper json;

    ActedInstances(AuditTrail trail, ObjectMapper json) {
        this.trail = trail;
        this.json = json;
    }

    /** The value that tells this task from the others of its step; empty for a step that is not multiple. */
    Optional<Object> of(DelegateTask task) {
        String variable = DiagramSteps.elementVariable(task.getBpmnModelElementInstance());
        return variable == null ? Optional.empty() : Optional.ofNullable(task.getVariable(variable));
    }

    /** The values by task id, of the completed tasks of a case or round. */
    Map<String, Object> of(String businessKey) {
        Map<String, Object> values = new HashMap<>();
        for (AuditEntry entry : trail.entries(businessKey)) {
            if (entry.details().contains("\"" + INSTANCE + "\"")) {
                JsonNode details = read(entry.details());
                JsonNode value = details.path(INSTANCE);
                values.put(details.path(TASK_ID).asText(), value.isInt() ? (Object) value.asInt() : value.asText());
            }
        }
        return values;
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the log of acts holds JSON", e);
        }
    }
}
