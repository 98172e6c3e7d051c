package cn.lianping.publicity;

import cn.lianping.engine.PlatformClock;
import cn.lianping.engine.TaskFacts;
import cn.lianping.evidence.Evidence;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Groups;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the three supervision tasks show of an objection. Who objects is shown to the supervision role alone. */
@Component
class ObjectionView {

    private static final String HIDDEN = "(仅监督人员可见)";

    private final ObjectionHandling objections;
    private final Notices notices;
    private final EvidenceService evidence;
    private final CurrentActor actor;

    ObjectionView(ObjectionHandling objections, Notices notices, EvidenceService evidence, CurrentActor actor) {
        this.objections = objections;
        this.notices = notices;
        this.evidence = evidence;
        this.actor = actor;
    }

    Map<String, Object> of(TaskFacts task) {
        Objection o = objections.require(task.variable(PublicityProcess.RECEIPT_NO));
        boolean supervision = actor.isMemberOf(Groups.SUPERVISION);
        Notice notice = notices.require(o.noticeId());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("receiptNo", o.receiptNo());
        shown.put("caseNo", o.caseNo());
        shown.put(
                "allianceName",
                notices.items(o.noticeId()).stream()
                        .filter(i -> i.caseNo().equals(o.caseNo()))
                        .map(NoticeItem::allianceName)
                        .findFirst()
                        .orElse(""));
        shown.put("noticeTitle", notice.title());
        shown.put("noticePeriod", notice.period());
        shown.put("channel", channel(o));
        shown.put(
                "receivedOn",
                Instant.ofEpochMilli(o.receivedAt())
                        .atZone(PlatformClock.ZONE)
                        .toLocalDate()
                        .toString());
        shown.put("objector", supervision ? o.realName() : HIDDEN);
        shown.put("contactOfObjector", supervision ? o.contact() : HIDDEN);
        shown.put("statementOfObjector", supervision ? o.statement() : HIDDEN);
        shown.put(
                "files",
                evidence.list(o.receiptNo(), EvidenceKind.OBJECTION).stream()
                        .map(Evidence::fileName)
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("、"), names -> names.isEmpty() ? "无" : names)));
        shown.put("findingSoFar", supervision && o.finding() != null ? o.finding() : "");
        return shown;
    }

    private static String channel(Objection o) {
        return o.postmarkOn() == null ? "公开页面" : "来信(邮戳 " + o.postmarkOn() + ")";
    }
}
