package cn.lianping.pilot;

import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.identity.Audience;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The course of a pilot project, for the approval sheet. */
@Component
class PilotActs implements CaseActs {

    private static final String STAGE = "试点示范";
    private static final Map<String, String> OFFICES = Map.of(
            "提交资金使用方案", "盟主企业",
            "退回资金使用方案", "立项备案部门",
            "立项备案", "立项备案部门",
            "提交中期报告", "盟主企业",
            "提交总结报告", "盟主企业",
            "验收项目", "立项备案部门");
    private static final Map<String, String> OUTCOMES =
            Map.of("ACCEPTED", "验收通过", "REWORK", "整改后再验收", "NOT_ACCEPTED", "验收不通过");

    private final AuditTrail trail;
    private final PilotMapper mapper;

    PilotActs(AuditTrail trail, PilotMapper mapper) {
        this.trail = trail;
        this.mapper = mapper;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        if (mapper.find(caseNo) == null) {
            return List.of();
        }
        return trail.entries(caseNo).stream()
                .filter(entry -> OFFICES.containsKey(entry.act()))
                .map(PilotActs::act)
                .toList();
    }

    private static CaseAct act(AuditEntry entry) {
        Map<?, ?> details = (Map<?, ?>) CanonicalJson.read(entry.details());
        String said = switch (entry.act()) {
            case "退回资金使用方案" -> String.valueOf(details.get("reason"));
            case "立项备案" -> "备案编号 " + details.get("filingNo");
            case "验收项目" ->
                OUTCOMES.getOrDefault(String.valueOf(details.get("acceptance")), "") + ":" + details.get("opinion");
            default -> "";
        };
        return CaseAct.of(STAGE, Objects.requireNonNull(OFFICES.get(entry.act())), entry.act(), entry.at())
                .by(entry.actor(), Audience.AREA)
                .saying(said, Audience.EVERYBODY);
    }
}
