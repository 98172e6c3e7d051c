package cn.lianping.publicity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task 办结异议. */
@Component("closeObjectionDelegate")
class CloseObjectionDelegate implements JavaDelegate {

    private final ObjectionHandling service;

    CloseObjectionDelegate(ObjectionHandling service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ObjectionOutcome outcome = service.close(PublicityProcess.RECEIPT_NO.require(execution));
        PublicityProcess.OBJECTION_OUTCOME.set(execution, outcome.name());
    }
}
