package cn.lianping.process;

import java.util.ArrayList;
import java.util.List;
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
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells {@link ProcessCoverage} which elements were passed, once the transaction in which it happened is committed. */
public class CoveragePlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new Listening());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private static final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
            definitions.forEach(definition -> listen(definition.getKey(), definition));
        }

        private static void listen(String process, ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, started(process, activity));
                ExecutionListener ended = execution -> {
                    if (!execution.isCanceled()) {
                        passed(process, activity.getId());
                    }
                };
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, ended);
                for (PvmTransition flow : activity.getOutgoingTransitions()) {
                    ExecutionListener taken = execution -> passed(process, flow.getId());
                    ((TransitionImpl) flow).addListener(ExecutionListener.EVENTNAME_TAKE, taken);
                }
                listen(process, activity);
            }
        }

        /** An end event that throws an error is never left. */
        private static ExecutionListener started(String process, ActivityImpl activity) {
            return execution -> {
                if (String.valueOf(activity.getProperty("type")).endsWith("EndEvent")) {
                    passed(process, activity.getId());
                }
            };
        }

        private static void passed(String process, String element) {
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(
                            TransactionState.COMMITTED, context -> ProcessCoverage.passed(process, element));
        }
    }
}
