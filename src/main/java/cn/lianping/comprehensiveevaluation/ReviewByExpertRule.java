package cn.lianping.comprehensiveevaluation;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** An expert reviews the alliance, or asks to step back (articles 4 to 6). */
@Component
class ReviewByExpertRule implements TaskRule {

    static final String SUBMIT = "submit";
    static final String RECUSE = "recuse";

    private final SheetForm form;
    private final EvaluationSheets sheets;
    private final Panels panels;
    private final Recusals recusals;

    ReviewByExpertRule(SheetForm form, EvaluationSheets sheets, Panels panels, Recusals recusals) {
        this.form = form;
        this.sheets = sheets;
        this.panels = panels;
        this.recusals = recusals;
    }

    @Override
    public String taskKey() {
        return ComprehensiveEvaluationProcess.REVIEW_BY_EXPERT;
    }

    @Override
    public String title(TaskFacts task) {
        return "专家评审:" + form.alliance(task.businessKey());
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Map<String, Object> shown = new HashMap<>(form.show(task.businessKey()));
        shown.put("decision", SUBMIT);
        return shown;
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String caseNo = task.businessKey();
        int seat = Integer.parseInt(task.variable(ComprehensiveEvaluationProcess.SEAT));
        String actor = task.actor();
        if (!actor.equals(panels.seat(caseNo, seat).expert())) {
            throw Refusal.forbidden("只有本席位的专家可以提交评审表");
        }
        String decision = data.required("decision", "评审还是回避");
        if (decision.equals(RECUSE)) {
            recusals.declare(caseNo, seat, actor, data.required("recusalReason", "回避理由"));
        } else if (decision.equals(SUBMIT)) {
            sheets.submit(
                    caseNo, Sheet.Kind.EXPERT, actor, seat, SheetForm.answers(data), SheetForm.reasons(data), actor);
        } else {
            throw Refusal.invalid("请选择提交评审表或申请回避");
        }
        ComprehensiveEvaluationProcess.RECUSAL_DECLARED.setBeside(
                ComprehensiveEvaluationProcess.SEAT, task.scope(), decision.equals(RECUSE));
    }
}
