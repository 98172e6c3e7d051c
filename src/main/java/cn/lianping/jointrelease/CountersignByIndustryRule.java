package cn.lianping.jointrelease;

import cn.lianping.engine.Annulment;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 工信厅会签. */
@Component
class CountersignByIndustryRule implements TaskRule {

    private final SigningForm form;

    CountersignByIndustryRule(SigningForm form) {
        this.form = form;
    }

    @Override
    public String taskKey() {
        return JointReleaseProcess.COUNTERSIGN_BY_INDUSTRY;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task);
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        task.route(JointReleaseProcess.COUNTERSIGNED, form.sign(task, Signature.INDUSTRY, data));
    }

    @Override
    public void annul(Annulment annulment) {
        form.annul(annulment);
    }
}
