package cn.lianping.engine;

import cn.lianping.identity.CurrentActor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what a person has kept of a form over what the form shows by itself. */
@Component
class ShownDrafts {

    private final ObjectProvider<TaskDrafts> drafts;
    private final FormSchemas schemas;
    private final CurrentActor actor;

    ShownDrafts(ObjectProvider<TaskDrafts> drafts, FormSchemas schemas, CurrentActor actor) {
        this.drafts = drafts;
        this.schemas = schemas;
        this.actor = actor;
    }

    /** The shown values with the kept entries of this person, for fields that the form still has. */
    Map<String, Object> over(Map<String, Object> shown, TaskEntity task) {
        TaskDrafts kept = drafts.getIfAvailable();
        // a draft is the work of whoever holds the task; others who may read the task do not see it
        Map<String, Object> entries =
                kept == null || !actor.userId().equals(task.getAssignee()) ? Map.of() : kept.of(task.getId());
        if (entries.isEmpty()) {
            return shown;
        }
        Map<String, Object> result = new LinkedHashMap<>(shown);
        Map<String, FormField> fields = schemas.ofTask(task).fields();
        entries.forEach((key, value) -> {
            FormField field = fields.get(key);
            if (field != null && field.editable() && value != null) {
                result.put(key, value);
            }
        });
        return result;
    }
}
