package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Ends notices whose period is over, and says which cases went through without objection (经公示无异议, article 6.4). */
@Service
class NoticeEnd {

    private final NoticeMapper mapper;
    private final ObjectionMapper objections;
    private final Rounds rounds;
    private final Cases cases;
    private final ProcessMessages messages;
    private final AuditLog audit;
    private final Clock clock;

    NoticeEnd(
            NoticeMapper mapper,
            ObjectionMapper objections,
            Rounds rounds,
            Cases cases,
            ProcessMessages messages,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.objections = objections;
        this.rounds = rounds;
        this.cases = cases;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the notice waits for its objections; refused while its period runs, whoever asks. */
    boolean waitsForObjections(String instanceId) {
        Notice notice = lockOver(instanceId);
        return !rounds.require(notice.roundNo()).holdsCaseOnly() && objections.countOpenOfNotice(notice.noticeId()) > 0;
    }

    /** Ends the notice and lets its cases go that nothing holds. */
    void end(String instanceId) {
        Notice notice = lockOver(instanceId);
        if (mapper.end(notice.noticeId(), clock.millis()) == 0) {
            throw Refusal.conflict("公示“" + notice.title() + "”尚未发布或已经结束");
        }
        List<String> instances = new ArrayList<>();
        List<String> let = new ArrayList<>();
        for (NoticeItem item : mapper.items(notice.noticeId())) {
            letGo(item.caseNo()).ifPresent(instance -> {
                instances.add(instance);
                let.add(item.caseNo());
            });
        }
        audit.record(
                notice.roundNo(),
                "结束公示",
                notice.noticeId(),
                Map.of("endsOn", notice.endsOn().toString(), "withoutOpenObjection", let));
        messages.fanOut(PublicityProcess.PUBLICITY_ENDED, instances);
    }

    /** After an objection was settled: lets its case go, if its latest notice has ended before and nothing else holds. */
    void settled(String caseNo) {
        letGo(caseNo).ifPresent(instance -> messages.fanOut(PublicityProcess.PUBLICITY_ENDED, List.of(instance)));
    }

    /** The caller holds the lock of the notice. A case noticed anew waits for its newer notice. */
    private Optional<String> letGo(String caseNo) {
        EvaluationCase found = cases.require(caseNo);
        boolean ended = mapper.publishedFor(caseNo).stream()
                .findFirst()
                .map(latest -> latest.status().equals(Notice.ENDED))
                .orElse(false);
        if (!ended || found.status() != CaseStatus.NOTICED || objections.countOpenOfCase(caseNo) > 0) {
            return Optional.empty();
        }
        cases.advance(caseNo, CaseStatus.NOTICE_ENDED, List.of(CaseStatus.NOTICED), "公示期满,无未办结异议");
        return Optional.of(found.processInstanceId());
    }

    private Notice lockOver(String instanceId) {
        Notice ofInstance = mapper.findByInstance(instanceId);
        if (ofInstance != null) {
            // the round decides its next step in the transaction that ends the notice
            rounds.lock(ofInstance.roundNo());
        }
        Notice notice = ofInstance == null ? null : mapper.lock(ofInstance.noticeId());
        if (notice == null) {
            throw Refusal.conflict("该公示流程没有公告;请检查流程图是否先办理“发布公示”");
        }
        if (!notice.overAt(clock.instant())) {
            throw Refusal.conflict("公示期至 " + notice.endsOn() + " 24 时止,不能提前结束");
        }
        return notice;
    }
}
