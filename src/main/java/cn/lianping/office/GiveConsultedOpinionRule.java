package cn.lianping.office;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.identity.People;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 加签意见. */
@Component
class GiveConsultedOpinionRule implements TaskRule {

    private final Signers signers;
    private final People people;

    GiveConsultedOpinionRule(Signers signers, People people) {
        this.signers = signers;
        this.people = people;
    }

    @Override
    public String taskKey() {
        return ConsultationProcess.GIVE_CONSULTED_OPINION;
    }

    @Override
    public String title(TaskFacts task) {
        return "加签:"
                + signers.asked(task.variable(ConsultationProcess.SIGNER_ID)).taskName();
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Signer asked = signers.asked(task.variable(ConsultationProcess.SIGNER_ID));
        return Map.of(
                "caseNo", asked.caseNo(),
                "taskName", asked.taskName(),
                "askedBy", people.nameOf(asked.askedBy()),
                "question", asked.question());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        signers.answer(
                task.variable(ConsultationProcess.SIGNER_ID),
                "AGREE".equals(data.required("agreement", "意见")),
                data.required("opinion", "说明"));
    }
}
