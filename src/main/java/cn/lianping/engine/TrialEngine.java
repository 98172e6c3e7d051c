package cn.lianping.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Tries migrations on a copy: an engine of its own in memory, with the runs and diagrams as they are now and without
 * jobs, so that nothing of the real cases is touched. Diagrams' expressions still ask the platform's beans, which compute
 * due times and change nothing.
 */
@Component
public class TrialEngine {

    private final DataSource source;
    private final ApplicationContext context;

    TrialEngine(DataSource source, ApplicationContext context) {
        this.source = source;
        this.context = context;
    }

    /**
     * Moves copies of the runs.
     *
     * @param plan of the real engine
     * @return why each could not be moved, by run; an empty reason where it could
     */
    public Map<String, String> migrate(MigrationPlan plan, List<String> instanceIds) {
        String name = "trial-" + UUID.randomUUID();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        configuration.setJobExecutorActivate(false);
        configuration.setHistory(ProcessEngineConfigurationImpl.HISTORY_NONE);
        configuration.setMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setExpressionManager(new SpringExpressionManager(context, null));
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            new RunCopy(source, configuration.getDataSource()).copy(instanceIds);
            MigrationPlan same = plan(engine, plan);
            Map<String, String> outcome = new LinkedHashMap<>();
            for (String id : instanceIds) {
                outcome.put(id, tried(engine, same, id));
            }
            return outcome;
        } finally {
            engine.close();
        }
    }

    private static MigrationPlan plan(ProcessEngine engine, MigrationPlan plan) {
        MigrationPlanBuilder builder = engine.getRuntimeService()
                .createMigrationPlan(plan.getSourceProcessDefinitionId(), plan.getTargetProcessDefinitionId());
        for (MigrationInstruction instruction : new ArrayList<>(plan.getInstructions())) {
            var mapped = builder.mapActivities(instruction.getSourceActivityId(), instruction.getTargetActivityId());
            if (instruction.isUpdateEventTrigger()) {
                mapped.updateEventTrigger();
            }
        }
        return builder.build();
    }

    private static String tried(ProcessEngine engine, MigrationPlan plan, String instanceId) {
        try {
            engine.getRuntimeService()
                    .newMigration(plan)
                    .processInstanceIds(instanceId)
                    .execute();
            return "";
        } catch (RuntimeException e) {
            return MigrationWords.reason(
                    e, engine.getRepositoryService().getBpmnModelInstance(plan.getSourceProcessDefinitionId()));
        }
    }
}
