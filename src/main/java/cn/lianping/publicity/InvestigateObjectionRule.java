package cn.lianping.publicity;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** User task 核查异议. */
@Component
class InvestigateObjectionRule implements TaskRule {

    private final ObjectionHandling objections;
    private final ObjectionView view;

    InvestigateObjectionRule(ObjectionHandling objections, ObjectionView view) {
        this.objections = objections;
        this.view = view;
    }

    @Override
    public String taskKey() {
        return PublicityProcess.INVESTIGATE_OBJECTION;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return view.of(task);
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        objections.found(task.variable(PublicityProcess.RECEIPT_NO), data.required("finding", "核查情况"));
    }
}
