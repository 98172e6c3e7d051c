package cn.lianping.publicity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task 结束公示. */
@Component("endNoticeDelegate")
class EndNoticeDelegate implements JavaDelegate {

    private final NoticeEnd service;

    EndNoticeDelegate(NoticeEnd service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.end(execution.getProcessInstanceId());
    }
}
