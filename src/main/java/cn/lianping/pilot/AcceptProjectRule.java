package cn.lianping.pilot;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 验收项目. */
@Component
class AcceptProjectRule implements TaskRule {

    private final Pilots pilots;
    private final ProjectForm form;

    AcceptProjectRule(Pilots pilots, ProjectForm form) {
        this.pilots = pilots;
        this.form = form;
    }

    @Override
    public String taskKey() {
        return PilotProcess.ACCEPT_PROJECT;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task.businessKey());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String outcome = data.required("outcome", "验收结论");
        if (!Set.of("ACCEPTED", "REWORK", "NOT_ACCEPTED").contains(outcome)) {
            throw Refusal.invalid("验收结论“" + outcome + "”不在可选范围内");
        }
        pilots.accept(task.businessKey(), outcome, data.required("opinion", "验收意见"));
        task.route(PilotProcess.ACCEPTANCE, outcome);
    }
}
