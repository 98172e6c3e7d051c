package cn.lianping.publicity;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The bean {@code publicityPeriod} of the diagram: when the timer ends the period. */
@Component("publicityPeriod")
public class PublicityPeriod {

    private final NoticeIssue notices;

    PublicityPeriod(NoticeIssue notices) {
        this.notices = notices;
    }

    /** 24:00 of the last day, as 00:00 (Asia/Shanghai) of the next. */
    public Date endOf(DelegateExecution execution) {
        return new Date(
                notices.requireOfInstance(execution.getProcessInstanceId()).endsAt());
    }
}
