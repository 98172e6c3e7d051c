package cn.lianping.round;

import cn.lianping.audit.AuditEntry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.engine.CanonicalJson;
import cn.lianping.identity.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a case began, and how it ended outside of the stages: withdrawn, never submitted, carried over. */
@Component
class RoundActs implements CaseActs {

    private static final String STATUS_CHANGED = "状态变更";
    private static final List<CaseStatus> ENDINGS =
            List.of(CaseStatus.WITHDRAWN, CaseStatus.NOT_SUBMITTED, CaseStatus.DEFERRED);

    private final AuditTrail trail;

    RoundActs(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public List<CaseAct> acts(String caseNo) {
        List<CaseAct> acts = new ArrayList<>();
        for (AuditEntry entry : trail.entries(caseNo)) {
            if (entry.act().equals(STATUS_CHANGED)
                    && ENDINGS.stream().anyMatch(end -> end.name().equals(entry.subject()))) {
                Map<?, ?> details = (Map<?, ?>) CanonicalJson.read(entry.details());
                acts.add(CaseAct.of("批次", "", String.valueOf(details.get("to")), entry.at())
                        .saying(String.valueOf(details.get("reason")), Audience.EVERYBODY)
                        .by(entry.actor(), Audience.AREA));
            }
        }
        return acts;
    }
}
