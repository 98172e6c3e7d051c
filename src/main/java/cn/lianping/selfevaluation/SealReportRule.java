package cn.lianping.selfevaluation;

import cn.lianping.alliance.Registry;
import cn.lianping.engine.Annulment;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 盖章:自评报告. */
@Component
class SealReportRule implements TaskRule {

    private final SealedReport report;
    private final Registry registry;

    SealReportRule(SealedReport report, Registry registry) {
        this.report = report;
        this.registry = registry;
    }

    @Override
    public String taskKey() {
        return SelfEvaluationProcess.SEAL_REPORT;
    }

    @Override
    public String title(TaskFacts task) {
        return "盖章:自评报告";
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Report current = report.current(task.businessKey());
        return Map.of(
                "memberName",
                registry.organisation(task.variable(SelfEvaluationProcess.MEMBER))
                        .name(),
                "reportCode",
                current.code(),
                "reportVersion",
                current.version(),
                "producedAt",
                report.producedAt(current),
                "progress",
                report.progress(task.businessKey()));
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        report.seal(
                task.businessKey(),
                task.variable(SelfEvaluationProcess.MEMBER),
                data.required("verificationCode", "报告校验码"),
                task.actor());
    }

    @Override
    public void annul(Annulment annulment) {
        report.annulSeals(
                annulment.businessKey(),
                annulment.of(SelfEvaluationProcess.MEMBER).orElse(null),
                "撤回或退回:" + annulment.reason());
    }
}
