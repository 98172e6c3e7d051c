package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A division gives its management opinion (article 6.3). */
@Component
class GiveManagementOpinionRule implements TaskRule {

    private final SheetForm form;
    private final EvaluationSheets sheets;
    private final CurrentActor actor;

    GiveManagementOpinionRule(SheetForm form, EvaluationSheets sheets, CurrentActor actor) {
        this.form = form;
        this.sheets = sheets;
        this.actor = actor;
    }

    @Override
    public String taskKey() {
        return ComprehensiveEvaluationProcess.GIVE_MANAGEMENT_OPINION;
    }

    @Override
    public String title(TaskFacts task) {
        return "管理评价意见:" + form.alliance(task.businessKey());
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return form.show(task.businessKey());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String division = task.variable(ComprehensiveEvaluationProcess.DIVISION);
        if (!actor.isMemberOf(Groups.division(division))) {
            throw Refusal.forbidden("只有处室 " + division + " 的人员可以提出本处室的管理评价意见");
        }
        sheets.submit(
                task.businessKey(),
                Sheet.Kind.DIVISION,
                division,
                null,
                SheetForm.answers(data),
                SheetForm.reasons(data),
                task.actor());
    }
}
