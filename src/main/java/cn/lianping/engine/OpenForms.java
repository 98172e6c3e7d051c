package cn.lianping.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The forms of open tasks as the platform itself reads them, for a rehearsal that fills them in. */
@Component
@Profile("rehearsal")
public class OpenForms {

    private final FormSchemas schemas;
    private final FeelConditions conditions;
    private final ProcessEngineConfigurationImpl engine;

    OpenForms(FormSchemas schemas, FeelConditions conditions, @Lazy ProcessEngineConfigurationImpl engine) {
        this.schemas = schemas;
        this.conditions = conditions;
        this.engine = engine;
    }

    /** The inputs of the task's form, in the order of the page; refuses where its form is missing. */
    public List<FormField> fields(String taskId) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            return List.copyOf(schemas.ofTask(task).fields().values());
        });
    }

    /** Whether the form asks for the field when these values are shown or entered. */
    public boolean asks(FormField field, Map<String, Object> values) {
        return field.editable() && field.hideWhen().stream().noneMatch(hide -> conditions.holds(hide, values));
    }

    /** What is said by these values, in the words of the page. */
    public String words(String taskId, Map<String, Object> values) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            FormSchema schema = schemas.ofTask(context.getTaskManager().findTaskById(taskId));
            FormData data = new FormData(values);
            String opinion = Answer.opinion(schema, data);
            return opinion.isEmpty() ? Answer.outcome(schema, data) : Answer.outcome(schema, data) + ":" + opinion;
        });
    }
}
