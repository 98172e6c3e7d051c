package cn.lianping.comprehensiveevaluation;

import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Registry;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Staff confirm the panel as drawn, or change it with a reason; the rules of recusal hold for everybody. */
@Component
class ConfirmPanelRule implements TaskRule {

    private final Panels panels;
    private final Registry registry;
    private final Cases cases;

    ConfirmPanelRule(Panels panels, Registry registry, Cases cases) {
        this.panels = panels;
        this.registry = registry;
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return ComprehensiveEvaluationProcess.CONFIRM_PANEL;
    }

    @Override
    public String title(TaskFacts task) {
        return "确认专家组:"
                + registry.alliance(cases.require(task.businessKey()).allianceId())
                        .name();
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        String caseNo = task.businessKey();
        EvaluationCase found = cases.require(caseNo);
        List<Expert> pool = pool(found);
        List<Map<String, Object>> drawn = new ArrayList<>();
        for (Seat seat : panels.seats(caseNo)) {
            Expert expert = seat.expert() == null ? null : registry.expert(seat.expert());
            drawn.add(Map.of(
                    "seat", seat.seat(),
                    "expert", expert == null ? "空缺" : expert.name(),
                    "unit", expert == null ? "" : unit(expert)));
        }
        Map<String, Object> shown = new HashMap<>();
        shown.put("alliance", registry.alliance(found.allianceId()).name());
        shown.put("panelSize", panels.seats(caseNo).size());
        shown.put("drawnPanel", drawn);
        shown.put("seed", panels.requirePanel(caseNo).seed());
        shown.put("poolSize", panels.eligible(found.allianceId()).size());
        shown.put("note", found.note() == null ? "无" : found.note());
        shown.put(
                "eligibleExperts",
                pool.stream()
                        .map(e -> Map.of("value", e.userId(), "label", e.name() + "(" + unit(e) + ")"))
                        .toList());
        shown.put(
                "panel",
                panels.seats(caseNo).stream()
                        .map(Seat::expert)
                        .filter(Objects::nonNull)
                        .toList());
        return shown;
    }

    /** Whoever is eligible in the field and whoever sits there; all fields where the field alone does not suffice. */
    private List<Expert> pool(EvaluationCase found) {
        List<Expert> eligible = panels.eligible(found.allianceId());
        Stream<Expert> others = Stream.empty();
        if (eligible.stream().map(Expert::unitCode).distinct().count() < panels.panelSize(found)) {
            others = registry.experts().stream()
                    .filter(e ->
                            panels.conflictOf(found.allianceId(), e.userId()).isEmpty());
        }
        Set<Expert> pool = new LinkedHashSet<>(eligible);
        pool.addAll(panels.seated(found.caseNo()));
        others.forEach(pool::add);
        return List.copyOf(pool);
    }

    private String unit(Expert expert) {
        return registry.organisation(expert.unitCode()).name();
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        panels.confirm(task.businessKey(), data.choices("panel"), data.text("reason"));
    }
}
