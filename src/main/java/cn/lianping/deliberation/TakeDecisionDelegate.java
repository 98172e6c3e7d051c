package cn.lianping.deliberation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads, in the process of a case, what was decided on it. */
@Component("takeDecisionDelegate")
class TakeDecisionDelegate implements JavaDelegate {

    private final Deliberations deliberations;

    TakeDecisionDelegate(Deliberations deliberations) {
        this.deliberations = deliberations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DeliberationOutcome outcome = deliberations.take(execution.getProcessBusinessKey());
        DeliberationProcess.OUTCOME.set(execution, outcome.name());
    }
}
