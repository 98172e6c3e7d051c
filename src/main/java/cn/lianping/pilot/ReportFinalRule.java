package cn.lianping.pilot;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提交总结报告. */
@Component
class ReportFinalRule implements TaskRule {

    private final Pilots pilots;
    private final ProjectForm form;

    ReportFinalRule(Pilots pilots, ProjectForm form) {
        this.pilots = pilots;
        this.form = form;
    }

    @Override
    public String taskKey() {
        return PilotProcess.REPORT_FINAL;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task.businessKey());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        pilots.report(
                task.businessKey(), "FINAL", data.required("report", "总结报告"), ProjectForm.amounts(data, "spent_"));
    }
}
