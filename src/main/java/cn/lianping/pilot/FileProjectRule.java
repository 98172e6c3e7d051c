package cn.lianping.pilot;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 立项备案 (article 8): filed with one department under one number. */
@Component
class FileProjectRule implements TaskRule {

    private final Pilots pilots;
    private final ProjectForm form;
    private final FilingForm filing;

    FileProjectRule(Pilots pilots, ProjectForm form, FilingForm filing) {
        this.pilots = pilots;
        this.form = form;
        this.filing = filing;
    }

    @Override
    public String taskKey() {
        return PilotProcess.FILE_PROJECT;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task.businessKey());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        switch (data.required("outcome", "结论")) {
            case "FILE" -> {
                pilots.file(task.businessKey(), data.required("filingNo", "备案编号"), null);
                filing.produce(task.businessKey());
                task.route(PilotProcess.FILED, true);
            }
            case "RETURN" -> {
                pilots.file(task.businessKey(), null, data.required("reason", "退回理由"));
                task.route(PilotProcess.FILED, false);
            }
            default -> throw Refusal.invalid("请选择准予备案或退回修改");
        }
    }
}
