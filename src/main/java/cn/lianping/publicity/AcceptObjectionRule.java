package cn.lianping.publicity;

import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** User task 受理异议. */
@Component
class AcceptObjectionRule implements TaskRule {

    private static final String ACCEPT = "ACCEPT";

    private final ObjectionHandling objections;
    private final ObjectionView view;

    AcceptObjectionRule(ObjectionHandling objections, ObjectionView view) {
        this.objections = objections;
        this.view = view;
    }

    @Override
    public String taskKey() {
        return PublicityProcess.ACCEPT_OBJECTION;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        return view.of(task);
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        boolean accepted = ACCEPT.equals(data.required("acceptance", "是否受理"));
        objections.accept(task.variable(PublicityProcess.RECEIPT_NO), accepted, data.required("reason", "理由"));
        task.route(PublicityProcess.OBJECTION_ACCEPTED, accepted);
    }
}
