package cn.lianping.engine;

import cn.lianping.identity.CurrentActor;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** In a rehearsal: listens to every node and every flow of every diagram, and tells what was passed after each commit. */
@Component
@Profile("rehearsal")
class WalkPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<WalkRecorder> recorders;
    private final CurrentActor actor;

    WalkPlugin(ObjectProvider<WalkRecorder> recorders, CurrentActor actor) {
        this.recorders = recorders;
        this.actor = actor;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new Listening());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(definition -> listen(definition.getKey(), definition));
        }

        private void listen(String process, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                boolean end = String.valueOf(activity.getProperty("type")).endsWith("EndEvent");
                if (end) {
                    // an end event that throws an error is never left
                    activity.addBuiltInListener(
                            ExecutionListener.EVENTNAME_START, node(process, activity.getId(), false));
                } else {
                    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, node(process, activity.getId(), true));
                }
                for (PvmTransition flow : activity.getOutgoingTransitions()) {
                    ExecutionListener taken = execution -> tell(execution, process, flow.getId(), false);
                    ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, taken);
                }
                listen(process, activity);
            }
        }

        private ExecutionListener node(String process, String id, boolean left) {
            return execution -> tell(execution, process, id, true, left && execution.isCanceled());
        }
    }

    private void tell(DelegateExecution execution, String process, String element, boolean node) {
        tell(execution, process, element, node, false);
    }

    private void tell(DelegateExecution execution, String process, String element, boolean node, boolean cancelled) {
        Walk walk = new Walk(
                process,
                element,
                node,
                cancelled,
                execution.getProcessInstanceId(),
                execution.getProcessBusinessKey(),
                actor.userId(),
                ClockUtil.getCurrentTime().getTime());
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(
                        TransactionState.COMMITTED, context -> recorders.forEach(recorder -> recorder.walked(walk)));
    }
}
