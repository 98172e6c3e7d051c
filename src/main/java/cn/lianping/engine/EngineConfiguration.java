package cn.lianping.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The engine's settings that are more than a property. */
@Component
class EngineConfiguration extends AbstractProcessEnginePlugin {

    private final DomainParseListener parseListener;
    private final TaskRules tasks;
    private final StartRules starts;
    private final ObjectProvider<DemoTime> demoTime;
    private final HandedOver handedOver;
    private final ShownDrafts drafts;
    private final RunEvents runs;
    private final GatedDeployer gate;

    EngineConfiguration(
            DomainParseListener parseListener,
            TaskRules tasks,
            StartRules starts,
            ObjectProvider<DemoTime> demoTime,
            HandedOver handedOver,
            ShownDrafts drafts,
            RunEvents runs,
            GatedDeployer gate) {
        this.parseListener = parseListener;
        this.tasks = tasks;
        this.starts = starts;
        this.demoTime = demoTime;
        this.handedOver = handedOver;
        this.drafts = drafts;
        this.runs = runs;
        this.gate = gate;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        demoTime.ifAvailable(DemoTime::resume);
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(parseListener);
        configuration.setCustomPostBPMNParseListeners(listeners);
        // a city's own diagrams are no wall between people: who may do what is a matter of groups
        configuration.setTenantCheckEnabled(false);
        configuration.setCustomSessionFactories(new ArrayList<>(List.of(new AreaForms.Factory())));
        configuration.setCustomPreDeployers(new ArrayList<>(List.of(gate)));
        // beside the engine's own, which stays
        configuration.setCustomHistoryEventHandlers(new ArrayList<>(List.of(runs)));
        configuration.setTaskService(new GuardedTaskService(handedOver));
        configuration.setFormService(new GuardedFormService(tasks, starts, drafts));
        configuration.setManagementService(new GuardedManagementService(configuration));
        configuration.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(
                List.of(new RefusalInterceptor(), new ClosedRoads(configuration), new CollisionRetry())));
        // candidates may claim and complete, but neither reassign nor touch variables
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        // group ids carry a hyphen: org-…, science-210100
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(true);
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setDefaultNumberOfRetries(3);
        configuration.setFailedJobRetryTimeCycle("R3/PT10S");
        // one job a case: a failing case never takes another with it
        configuration.setInvocationsPerBatchJob(1);
        configuration.setBatchPollTime(5);
    }
}
