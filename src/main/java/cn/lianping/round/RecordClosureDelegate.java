package cn.lianping.round;

import cn.lianping.audit.AuditLog;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记终止: the status was set by the act itself; here the process says that it followed. */
@Component("recordClosureDelegate")
class RecordClosureDelegate implements JavaDelegate {

    private final Cases cases;
    private final AuditLog audit;

    RecordClosureDelegate(Cases cases, AuditLog audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        audit.record(
                caseNo,
                "登记终止",
                caseNo,
                Map.of("status", cases.require(caseNo).status().chinese()));
    }
}
