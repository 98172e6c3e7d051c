package cn.lianping.publicity;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task 登载公告. */
@Component("publishNoticeDelegate")
class PublishNoticeDelegate implements JavaDelegate {

    private final NoticeIssue service;

    PublishNoticeDelegate(NoticeIssue service) {
        this.service = service;
    }

    @Override
    public void execute(DelegateExecution execution) {
        service.publish(execution.getProcessInstanceId());
    }
}
