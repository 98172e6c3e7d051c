package cn.lianping.round;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记终止. */
@Component("recordClosureDelegate")
class RecordClosureDelegate implements JavaDelegate {

    private final Cases cases;

    RecordClosureDelegate(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        cases.closeByRound(execution.getProcessBusinessKey());
    }
}
