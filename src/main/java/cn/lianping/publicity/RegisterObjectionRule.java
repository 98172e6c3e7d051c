package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.RunAreas;
import cn.lianping.engine.StartRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Start form 登记来信异议: the supervision registers a letter, whose postmark decides. */
@Component
class RegisterObjectionRule implements StartRule {

    private final Letters letters;
    private final Notices notices;
    private final Cases cases;
    private final CurrentActor actor;
    private final RunAreas runAreas;

    RegisterObjectionRule(Letters letters, Notices notices, Cases cases, CurrentActor actor, RunAreas runAreas) {
        this.letters = letters;
        this.notices = notices;
        this.cases = cases;
        this.actor = actor;
        this.runAreas = runAreas;
    }

    @Override
    public String processKey() {
        return PublicityProcess.OBJECTION_KEY;
    }

    @Override
    public Set<String> confidential() {
        return Set.of("realName", "contact", "statement");
    }

    @Override
    public Map<String, Object> show(String person, @Nullable String area) {
        Map<String, Map<String, Object>> choices = new LinkedHashMap<>();
        for (Notice notice : notices.all()) {
            for (NoticeItem item : notices.items(notice.noticeId())) {
                EvaluationCase found = cases.require(item.caseNo());
                if (Letters.openTo(found.status())) {
                    choices.putIfAbsent(
                            found.processInstanceId(),
                            Map.of(
                                    "label",
                                    "%s %s(公示期 %s)".formatted(item.caseNo(), item.allianceName(), notice.period()),
                                    "value",
                                    item.caseNo()));
                }
            }
        }
        choices.keySet().retainAll(runAreas.following(PublicityProcess.OBJECTION_KEY, area, choices.keySet()));
        return Map.of("cases", List.copyOf(choices.values()));
    }

    @Override
    public Started start(String person, @Nullable String area, String processInstanceId, FormData data) {
        if (!actor.isMemberOf(Groups.SUPERVISION)) {
            throw Refusal.forbidden("来信异议只由监督人员登记");
        }
        String caseNo = data.required("caseNo", "所涉联盟");
        var submitted = new Objections.Submission(
                caseNo, data.textOrEmpty("realName"), data.textOrEmpty("contact"), data.textOrEmpty("statement"));
        return new Started(caseNo, letters.register(submitted, data.date("postmarkOn", "邮戳日期"), processInstanceId));
    }
}
