package cn.lianping.selfevaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 开放自评要素. */
@Component("openElementsDelegate")
class OpenElementsDelegate implements JavaDelegate {

    private final SelfEvaluation evaluation;

    OpenElementsDelegate(SelfEvaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        evaluation.open(execution.getProcessBusinessKey());
    }
}
