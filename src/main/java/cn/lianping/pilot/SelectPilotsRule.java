package cn.lianping.pilot;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import cn.lianping.jointrelease.Releases;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 遴选试点示范 (article 7): by released score while the budget lasts. */
@Component
class SelectPilotsRule implements TaskRule {

    private final Pilots pilots;
    private final Releases releases;
    private final AuditLog audit;

    SelectPilotsRule(Pilots pilots, Releases releases, AuditLog audit) {
        this.pilots = pilots;
        this.releases = releases;
        this.audit = audit;
    }

    @Override
    public String taskKey() {
        return PilotProcess.SELECT_PILOTS;
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        List<NoticedCase> ranked = Selection.ranked(released(task.businessKey()));
        return Map.of(
                "ranking",
                ranked.stream()
                        .map(c -> Map.of(
                                "place", c.place(),
                                "caseNo", c.caseNo(),
                                "allianceName", c.allianceName(),
                                "leadName", c.leadName(),
                                "total", c.total().toPlainString()))
                        .toList(),
                "candidates",
                ranked.stream()
                        .map(c -> Map.of("label", c.place() + " " + c.allianceName(), "value", c.caseNo()))
                        .toList());
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        String roundNo = task.businessKey();
        if (data.ticked("noPilots")) {
            String reason = data.required("noPilotsReason", "不遴选的理由");
            audit.record(roundNo, "不遴选试点示范", roundNo, Map.of("reason", reason));
            return;
        }
        List<String> excluded = data.choices("excluded");
        if (!excluded.isEmpty()) {
            String reason = data.required("excludedReason", "不列入的理由");
            audit.record(roundNo, "不列入试点示范", roundNo, Map.of("cases", excluded, "reason", reason));
        }
        BigDecimal budget = number(data, "budget", "预算总额");
        pilots.select(
                roundNo,
                budget,
                Selection.byRank(
                        released(roundNo),
                        new HashSet<>(excluded),
                        budget,
                        number(data, "amount", "每个项目金额"),
                        data.date("startsOn", "项目开始日期")));
    }

    private List<NoticedCase> released(String roundNo) {
        return releases.ofRound(roundNo).stream()
                .flatMap(release -> releases.items(release.releaseId()).stream())
                .toList();
    }

    private static BigDecimal number(FormData data, String key, String label) {
        BigDecimal number = data.number(key);
        if (number == null) {
            throw Refusal.invalid("请填写“" + label + "”");
        }
        return number;
    }
}
