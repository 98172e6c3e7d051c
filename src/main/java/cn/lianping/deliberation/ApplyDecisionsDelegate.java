package cn.lianping.deliberation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the decisions of a meeting to the cases. */
@Component("applyDecisionsDelegate")
class ApplyDecisionsDelegate implements JavaDelegate {

    private final Deliberations deliberations;

    ApplyDecisionsDelegate(Deliberations deliberations) {
        this.deliberations = deliberations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deliberations.apply(DeliberationProcess.DELIBERATION_ID.require(execution));
    }
}
