package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.engine.Collisions;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes objections in from the public page (article 6.4). Every refusal is on record. */
@Service
public class Objections {

    private final NoticeMapper notices;
    private final ObjectionMapper mapper;
    private final Cases cases;
    private final EvidenceService evidence;
    private final ProcessMessages messages;
    private final CurrentActor actor;
    private final ObjectionRegister register;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Objections(
            NoticeMapper notices,
            ObjectionMapper mapper,
            Cases cases,
            EvidenceService evidence,
            ProcessMessages messages,
            CurrentActor actor,
            ObjectionRegister register,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.mapper = mapper;
        this.cases = cases;
        this.evidence = evidence;
        this.messages = messages;
        this.actor = actor;
        this.register = register;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What somebody submits.
     *
     * @param realName person, or unit with its seal
     */
    public record Submission(String caseNo, String realName, String contact, String statement) {

        Submission stripped() {
            return new Submission(caseNo.strip(), realName.strip(), contact.strip(), statement.strip());
        }
    }

    /** A file that comes with it; read once, not closed. */
    public record Attachment(String name, InputStream bytes) {}

    /** What the holder of a receipt may know. */
    public record Receipt(
            String receiptNo,
            String noticeId,
            String caseNo,
            long receivedAt,
            @Nullable ObjectionOutcome outcome) {}

    /**
     * Takes an objection from the public page. Whoever is logged in, it is on record as the public's.
     *
     * @return the receipt number
     * @throws Refusal invalid, when anonymous or not stated; conflict, outside the period
     */
    public String receive(String noticeId, Submission submitted, @Nullable Attachment file) {
        return actor.callAs(CurrentActor.PUBLIC, () -> {
            Notice notice = notices.find(noticeId);
            if (notice == null || notice.status().equals(Notice.PREPARED)) {
                throw Refusal.notFound("没有这份公示,请返回公示列表重新选择");
            }
            try {
                return take(notice, submitted.stripped(), file);
            } catch (Refusal refusal) {
                register.recordRefusal(notice.roundNo(), notice.noticeId(), Objection.WEB, refusal);
                throw refusal;
            }
        });
    }

    private String take(Notice notice, Submission s, @Nullable Attachment file) {
        requireAdmissible(notice, s);
        String receiptNo = ObjectionRegister.newReceiptNo();
        if (file != null) {
            // the file's own name may tell who objects, and names of files are on record
            String name = file.name();
            String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
            evidence.upload(
                    new EvidenceSlot(receiptNo, EvidenceKind.OBJECTION, null, null, null),
                    "异议材料" + extension,
                    file.bytes());
        }
        Collisions.retry(() -> transaction.executeWithoutResult(status -> {
            Notice locked = register.lock(notice.noticeId());
            // the period may have ended while the file was on its way
            requireAdmissible(locked, s);
            EvaluationCase found = cases.lock(s.caseNo());
            register.keep(locked, s, receiptNo, Objection.WEB, null, null);
            String instance = messages.start(
                    PublicityProcess.OBJECTION_RECEIVED, s.caseNo(), ObjectionRegister.variables(found, receiptNo));
            mapper.started(receiptNo, instance);
        }));
        return receiptNo;
    }

    private void requireAdmissible(Notice notice, Submission s) {
        ObjectionRules.requireRealName(s.realName(), s.contact());
        ObjectionRules.requireStatement(s.statement());
        requireListed(notice, s.caseNo());
        ObjectionRules.requireRunning(notice, clock.instant());
        if (cases.require(s.caseNo()).status() != CaseStatus.NOTICED) {
            throw Refusal.conflict("该联盟已不在本次公示中(正在重新评价或已移出),请以最新公示为准");
        }
    }

    private void requireListed(Notice notice, String caseNo) {
        if (notices.items(notice.noticeId()).stream().noneMatch(i -> i.caseNo().equals(caseNo))) {
            throw Refusal.invalid("请选择本次公示名单中的联盟");
        }
    }

    /** What the holder of a receipt may know; not found is refused. */
    public Receipt receipt(String receiptNo) {
        Objection found = mapper.find(receiptNo);
        if (found == null) {
            throw Refusal.notFound("没有这个回执编号,请核对后重试");
        }
        return new Receipt(
                found.receiptNo(),
                found.noticeId(),
                found.caseNo(),
                found.receivedAt(),
                found.open() ? null : found.outcome());
    }
}
