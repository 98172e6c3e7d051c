package cn.lianping.publicity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task 核对异议. */
@Component("checkObjectionsDelegate")
class CheckObjectionsDelegate implements JavaDelegate {

    private final NoticeEnd service;

    CheckObjectionsDelegate(NoticeEnd service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        PublicityProcess.OBJECTIONS_OPEN.set(execution, service.waitsForObjections(execution.getProcessInstanceId()));
    }
}
