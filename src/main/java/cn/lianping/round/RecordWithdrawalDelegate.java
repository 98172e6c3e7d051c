package cn.lianping.round;

import cn.lianping.audit.AuditLog;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记撤回: the status was set by the act itself; here the process says that it followed. */
@Component("recordWithdrawalDelegate")
class RecordWithdrawalDelegate implements JavaDelegate {

    private final Cases cases;
    private final AuditLog audit;

    RecordWithdrawalDelegate(Cases cases, AuditLog audit) {
        this.cases = cases;
        this.audit = audit;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        audit.record(
                caseNo,
                "登记撤回",
                caseNo,
                Map.of("status", cases.require(caseNo).status().chinese()));
    }
}
