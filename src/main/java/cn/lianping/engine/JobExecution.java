package cn.lianping.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Wakes the job executor when something may have become due without a new job. */
@Component
public class JobExecution {

    private final ProcessEngine engine;

    JobExecution(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    /** Looks for due jobs now. */
    public void wake() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getJobExecutor().jobWasAdded();
    }
}
