package cn.lianping.comprehensiveevaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("computeScoreDelegate")
class ComputeScoreDelegate implements JavaDelegate {

    private final Scores scores;

    ComputeScoreDelegate(Scores scores) {
        this.scores = scores;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        ComprehensiveEvaluationProcess.SHEETS_SUFFICE.set(execution, scores.compute(caseNo));
    }
}
