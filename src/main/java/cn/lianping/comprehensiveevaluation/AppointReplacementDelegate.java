package cn.lianping.comprehensiveevaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("appointReplacementDelegate")
class AppointReplacementDelegate implements JavaDelegate {

    private final Panels panels;

    AppointReplacementDelegate(Panels panels) {
        this.panels = panels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        int seat = Integer.parseInt(ComprehensiveEvaluationProcess.SEAT.require(execution));
        ComprehensiveEvaluationProcess.REPLACEMENT_APPOINTED.setBeside(
                ComprehensiveEvaluationProcess.SEAT, execution, panels.appointReplacement(caseNo, seat));
    }
}
