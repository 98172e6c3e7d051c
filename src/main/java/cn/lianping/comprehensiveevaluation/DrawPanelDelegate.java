package cn.lianping.comprehensiveevaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("drawPanelDelegate")
class DrawPanelDelegate implements JavaDelegate {

    private final Panels panels;

    DrawPanelDelegate(Panels panels) {
        this.panels = panels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        ComprehensiveEvaluationProcess.PANEL_CONFIRMATION_NEEDED.set(execution, panels.fill(caseNo));
    }
}
