package cn.lianping.jointrelease;

import cn.lianping.engine.Annulment;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 科技厅签发. */
@Component
class SignByScienceRule implements TaskRule {

    private final SigningForm form;

    SignByScienceRule(SigningForm form) {
        this.form = form;
    }

    @Override
    public String taskKey() {
        return JointReleaseProcess.SIGN_BY_SCIENCE;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task);
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        task.route(JointReleaseProcess.SIGNED, form.sign(task, Signature.SCIENCE, data));
    }

    @Override
    public void annul(Annulment annulment) {
        form.annul(annulment);
    }
}
