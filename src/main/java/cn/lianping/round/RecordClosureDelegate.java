package cn.lianping.round;

import cn.lianping.audit.AuditLog;
import java.util.EnumSet;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记终止: a case that was never submitted has its status already; one left out of the agenda is carried over. */
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
        if (!cases.require(caseNo).status().ended()) {
            cases.advance(
                    caseNo,
                    CaseStatus.DEFERRED,
                    EnumSet.range(CaseStatus.SELF_EVALUATION, CaseStatus.AWAITING_DELIBERATION),
                    "未列入审议议程,转入下一批次");
        }
        audit.record(
                caseNo,
                "登记终止",
                caseNo,
                Map.of("status", cases.require(caseNo).status().chinese()));
    }
}
