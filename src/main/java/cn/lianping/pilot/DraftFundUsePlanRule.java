package cn.lianping.pilot;

import cn.lianping.alliance.Registry;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 编制资金使用方案 (article 8). */
@Component
class DraftFundUsePlanRule implements TaskRule {

    private final Pilots pilots;
    private final ProjectForm form;
    private final Registry registry;

    DraftFundUsePlanRule(Pilots pilots, ProjectForm form, Registry registry) {
        this.pilots = pilots;
        this.form = form;
        this.registry = registry;
    }

    @Override
    public String taskKey() {
        return PilotProcess.DRAFT_FUND_USE_PLAN;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Map<String, Object> shown = new HashMap<>(form.show(task.businessKey()));
        Pilot pilot = pilots.require(task.businessKey());
        shown.put(
                "longestTermMonths",
                pilots.grant(pilot.roundNo()).longestTermMonths().value());
        shown.put(
                "divisions",
                registry.divisions().stream()
                        .map(d -> Map.of(
                                "label",
                                ("science".equals(d.department()) ? "省科技厅 " : "省工业和信息化厅 ") + d.name(),
                                "value",
                                d.code()))
                        .toList());
        return shown;
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        FundUsePlan plan = new FundUsePlan(
                ProjectForm.amounts(data, "use_"),
                data.date("startsOn", "执行开始日期"),
                data.date("endsOn", "执行结束日期"),
                data.required("department", "立项备案部门"),
                data.required("division", "受理处室"));
        pilots.plan(task.businessKey(), plan);
        task.route(PilotProcess.DIVISION, plan.division());
    }
}
