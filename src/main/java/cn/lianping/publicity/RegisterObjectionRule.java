package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.engine.FormData;
import cn.lianping.engine.StartRule;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import cn.lianping.round.Cases;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Start form 登记来信异议: the supervision registers a letter, whose postmark decides. */
@Component
class RegisterObjectionRule implements StartRule {

    private final Letters letters;
    private final Notices notices;
    private final Cases cases;
    private final CurrentActor actor;

    RegisterObjectionRule(Letters letters, Notices notices, Cases cases, CurrentActor actor) {
        this.letters = letters;
        this.notices = notices;
        this.cases = cases;
        this.actor = actor;
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
    public Map<String, Object> show(String person) {
        Map<String, Map<String, Object>> choices = new LinkedHashMap<>();
        for (Notice notice : notices.all()) {
            for (NoticeItem item : notices.items(notice.noticeId())) {
                if (!choices.containsKey(item.caseNo())
                        && Letters.openTo(cases.require(item.caseNo()).status())) {
                    choices.put(
                            item.caseNo(),
                            Map.of(
                                    "label",
                                    "%s %s(公示期 %s)".formatted(item.caseNo(), item.allianceName(), notice.period()),
                                    "value",
                                    item.caseNo()));
                }
            }
        }
        return Map.of("cases", List.copyOf(choices.values()));
    }

    @Override
    public Started start(String person, String processInstanceId, FormData data) {
        if (!actor.isMemberOf(Groups.SUPERVISION)) {
            throw Refusal.forbidden("来信异议只由监督人员登记");
        }
        String caseNo = data.required("caseNo", "所涉联盟");
        var submitted = new Objections.Submission(
                caseNo, data.textOrEmpty("realName"), data.textOrEmpty("contact"), data.textOrEmpty("statement"));
        return new Started(caseNo, letters.register(submitted, data.date("postmarkOn", "邮戳日期"), processInstanceId));
    }
}
