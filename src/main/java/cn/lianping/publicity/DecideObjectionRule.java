package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** User task 答复异议. */
@Component
class DecideObjectionRule implements TaskRule {

    private final ObjectionHandling objections;
    private final ObjectionView view;
    private final PanelOfCase panel;
    private final CurrentActor actor;

    DecideObjectionRule(ObjectionHandling objections, ObjectionView view, PanelOfCase panel, CurrentActor actor) {
        this.objections = objections;
        this.view = view;
        this.panel = panel;
        this.actor = actor;
    }

    @Override
    public String taskKey() {
        return PublicityProcess.DECIDE_OBJECTION;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Map<String, Object> shown = new LinkedHashMap<>(view.of(task));
        // names of experts are not for everybody who can open a form
        shown.put("experts", actor.isMemberOf(Groups.SUPERVISION) ? panel.experts(task.businessKey()) : List.of());
        return shown;
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String receiptNo = task.variable(PublicityProcess.RECEIPT_NO);
        String reason = data.required("reason", "答复理由");
        switch (data.required("outcome", "核查结论")) {
            case "dismissed" -> objections.dismiss(receiptNo, reason);
            case "upheld" -> uphold(receiptNo, reason, data);
            default -> throw Refusal.invalid("请选择核查结论:异议成立或不成立");
        }
    }

    private void uphold(String receiptNo, String reason, FormData data) {
        switch (data.required("remedy", "处理方式")) {
            case "recompute" ->
                objections.upholdToRecompute(
                        receiptNo, data.required("expert", "须替换的专家"), data.text("replacement"), reason);
            case "remove" -> objections.upholdToRemove(receiptNo, reason);
            default -> throw Refusal.invalid("请选择处理方式:替换专家重新评价,或建议移出名单");
        }
    }
}
