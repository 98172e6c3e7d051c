package cn.lianping.selfevaluation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 生成自评报告. */
@Component("produceReportDelegate")
class ProduceReportDelegate implements JavaDelegate {

    private final SealedReport report;

    ProduceReportDelegate(SealedReport report) {
        this.report = report;
    }

    @Override
    public void execute(DelegateExecution execution) {
        report.produce(execution.getProcessBusinessKey());
    }
}
