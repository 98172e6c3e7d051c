package cn.lianping.engine;

import cn.lianping.Refusal;
import cn.lianping.reminder.ReminderKind;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Puts the domain's rules under every user task and start form of every diagram that is ever deployed, so that editing a
 * diagram cannot switch them off.
 */
@Component
class DomainParseListener extends AbstractBpmnParseListener {

    /** Transient mark of a process instance that was started through its form. */
    static final String STARTED_BY_FORM = "startedByForm";

    private final TaskRules tasks;
    private final StartRules starts;
    private final FormSchemas schemas;
    private final HandedOver handedOver;
    private final TaskReminders reminders;
    private final RunEvents runs;

    DomainParseListener(
            TaskRules tasks,
            StartRules starts,
            FormSchemas schemas,
            HandedOver handedOver,
            TaskReminders reminders,
            RunEvents runs) {
        this.tasks = tasks;
        this.starts = starts;
        this.schemas = schemas;
        this.handedOver = handedOver;
        this.reminders = reminders;
        this.runs = runs;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.setTaskFormHandler(new DomainTaskForm(definition.getTaskFormHandler(), schemas, handedOver));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tasks::created);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, runs::created);
        definition.addBuiltInTaskListener(
                TaskListener.EVENTNAME_CREATE, task -> reminders.toResponsible(task, ReminderKind.NEW_TASK));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks::completing);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, tasks::gone);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, reminders::ended);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, reminders::ended);
        KeptTimeouts.of(activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        AreaCalls.of(activity);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        boolean hasStartForm = definition.getStartFormDefinition() != null
                && definition.getStartFormDefinition().getCamundaFormDefinitionKey() != null;
        if (!hasStartForm) {
            return;
        }
        definition.setStartFormHandler(new DomainStartForm(definition.getStartFormHandler(), starts, schemas));
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, execution -> {
            var instance = (ExecutionEntity) execution;
            boolean ownStart = instance.getSuperExecution() == null
                    && instance.getActivity() != null
                    && instance.getActivity().equals(definition.getInitial());
            if (ownStart && !instance.hasVariableLocal(STARTED_BY_FORM)) {
                throw Refusal.invalid("“" + definition.getName() + "”只能通过启动表单发起,请在任务列表中点“启动流程”");
            }
        });
    }
}
