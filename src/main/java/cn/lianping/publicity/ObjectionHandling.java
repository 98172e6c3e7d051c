package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the supervision does with an objection, and what follows when it is settled. */
@Service
class ObjectionHandling {

    private static final List<CaseStatus> PUBLIC = List.of(CaseStatus.NOTICED, CaseStatus.NOTICE_ENDED);

    private final ObjectionMapper mapper;
    private final NoticeMapper notices;
    private final NoticeEnd ends;
    private final Rounds rounds;
    private final Cases cases;
    private final PanelOfCase panel;
    private final ProcessMessages messages;
    private final AuditLog audit;
    private final Clock clock;

    ObjectionHandling(
            ObjectionMapper mapper,
            NoticeMapper notices,
            NoticeEnd ends,
            Rounds rounds,
            Cases cases,
            PanelOfCase panel,
            ProcessMessages messages,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.notices = notices;
        this.ends = ends;
        this.rounds = rounds;
        this.cases = cases;
        this.panel = panel;
        this.messages = messages;
        this.audit = audit;
        this.clock = clock;
    }

    Objection require(String receiptNo) {
        Objection found = mapper.find(receiptNo);
        if (found == null) {
            throw Refusal.notFound("没有回执编号为 " + receiptNo + " 的异议");
        }
        return found;
    }

    void accept(String receiptNo, boolean accepted, String reason) {
        changed(mapper.accept(receiptNo, accepted ? Objection.ACCEPTED : Objection.REFUSED, reason), receiptNo);
    }

    void found(String receiptNo, String finding) {
        changed(mapper.found(receiptNo, finding), receiptNo);
    }

    void dismiss(String receiptNo, String reason) {
        changed(mapper.decide(receiptNo, ObjectionOutcome.DISMISSED, null, null, null, reason), receiptNo);
    }

    void upholdToRemove(String receiptNo, String reason) {
        changed(mapper.decide(receiptNo, ObjectionOutcome.UPHELD, Objection.REMOVE, null, null, reason), receiptNo);
    }

    void upholdToRecompute(String receiptNo, String expert, @Nullable String replacement, String reason) {
        if (expert.equals(replacement)) {
            throw Refusal.invalid("接替专家与被替换专家是同一人,请另选一人或留空由系统抽取");
        }
        changed(
                mapper.decide(receiptNo, ObjectionOutcome.UPHELD, Objection.RECOMPUTE, expert, replacement, reason),
                receiptNo);
    }

    /** Writes the outcome, does what follows from it and tells the processes of the round. */
    ObjectionOutcome close(String receiptNo) {
        Objection before = require(receiptNo);
        rounds.lock(before.roundNo());
        notices.lock(before.noticeId());
        Objection objection = require(receiptNo);
        ObjectionOutcome outcome = switch (objection.status()) {
            case Objection.REFUSED -> ObjectionOutcome.REFUSED;
            case Objection.DECIDED -> Objects.requireNonNull(objection.outcome());
            default -> throw Refusal.conflict("异议 " + receiptNo + " 尚未作出结论,不能办结");
        };
        changed(mapper.close(receiptNo, outcome, clock.millis()), receiptNo);
        audit.record(
                objection.caseNo(),
                "办结异议",
                receiptNo,
                Map.of(
                        "outcome",
                        outcome.chinese(),
                        "remedy",
                        String.valueOf(Objects.requireNonNullElse(objection.remedy(), "无"))));
        if (outcome == ObjectionOutcome.UPHELD) {
            reopen(objection);
        } else {
            ends.settled(objection.caseNo());
        }
        messages.deliverToAll(PublicityProcess.OBJECTION_CLOSED, objection.roundNo());
        return outcome;
    }

    /** The case is evaluated and deliberated again; a case that an earlier objection reopened is not reopened twice. */
    private void reopen(Objection objection) {
        EvaluationCase before = cases.lock(objection.caseNo());
        String reason = Objects.requireNonNull(objection.decisionReason());
        if (Objection.RECOMPUTE.equals(objection.remedy())) {
            panel.replace(
                    objection.caseNo(), Objects.requireNonNull(objection.expert()), objection.replacement(), reason);
        } else {
            if (PUBLIC.contains(before.status())) {
                advance(objection.caseNo());
                messages.deliver(
                        PublicityProcess.EVALUATION_REOPENED,
                        before.processInstanceId(),
                        "案卷 " + objection.caseNo() + " 不在等待公示结论,不能重启评价;请流程管理员核对");
            }
            cases.note(objection.caseNo(), "异议成立(回执 " + objection.receiptNo() + "),建议移出名单,待再次审议");
        }
        if (PUBLIC.contains(cases.require(objection.caseNo()).status())) {
            advance(objection.caseNo());
        }
    }

    private void advance(String caseNo) {
        cases.advance(caseNo, CaseStatus.COMPREHENSIVE_EVALUATION, PUBLIC, "异议成立,重新评价");
    }

    private static void changed(int rows, String receiptNo) {
        if (rows == 0) {
            throw Refusal.conflict("异议 " + receiptNo + " 不存在或已经办结");
        }
    }
}
