package cn.lianping.pilot;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 提交中期报告. */
@Component
class ReportMidtermRule implements TaskRule {

    private final Pilots pilots;
    private final ProjectForm form;

    ReportMidtermRule(Pilots pilots, ProjectForm form) {
        this.pilots = pilots;
        this.form = form;
    }

    @Override
    public String taskKey() {
        return PilotProcess.REPORT_MIDTERM;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task.businessKey());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        pilots.report(
                task.businessKey(), "MIDTERM", data.required("report", "中期报告"), ProjectForm.amounts(data, "spent_"));
    }
}
