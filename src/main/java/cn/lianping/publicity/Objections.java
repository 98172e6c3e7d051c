package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.engine.ProcessMessages;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.evidence.EvidenceService;
import cn.lianping.evidence.EvidenceSlot;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes objections in, from the public page and from letters (article 6.4). Every refusal is on record. */
@Service
public class Objections {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final NoticeMapper notices;
    private final ObjectionMapper mapper;
    private final Cases cases;
    private final CaseProcess caseProcess;
    private final EvidenceService evidence;
    private final ProcessMessages messages;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;

    Objections(
            NoticeMapper notices,
            ObjectionMapper mapper,
            Cases cases,
            CaseProcess caseProcess,
            EvidenceService evidence,
            ProcessMessages messages,
            CurrentActor actor,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.mapper = mapper;
        this.cases = cases;
        this.caseProcess = caseProcess;
        this.evidence = evidence;
        this.messages = messages;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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
                recordRefusal(notice.roundNo(), notice.noticeId(), Objection.WEB, refusal);
                throw refusal;
            }
        });
    }

    private String take(Notice notice, Submission s, @Nullable Attachment file) {
        requireAdmissible(notice, s);
        String receiptNo = newReceiptNo();
        if (file != null) {
            // the file's own name may tell who objects, and names of files are on record
            String name = file.name();
            String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
            evidence.upload(
                    new EvidenceSlot(receiptNo, EvidenceKind.OBJECTION, null, null, null),
                    "异议材料" + extension,
                    file.bytes());
        }
        transaction.executeWithoutResult(status -> {
            Notice locked = lock(notice.noticeId());
            // the period may have ended while the file was on its way
            requireAdmissible(locked, s);
            EvaluationCase found = cases.lock(s.caseNo());
            keep(locked, s, receiptNo, Objection.WEB, null, null);
            String instance =
                    messages.start(PublicityProcess.OBJECTION_RECEIVED, s.caseNo(), variables(found, receiptNo));
            mapper.started(receiptNo, instance);
        });
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

    /**
     * Registers a letter; its postmark decides. A case whose notice has ended meanwhile waits again, unless released.
     *
     * @return what the process of the objection carries
     */
    Map<String, Object> registerLetter(Submission submitted, LocalDate postmark, String instanceId) {
        Submission s = submitted.stripped();
        List<Notice> listing = notices.publishedFor(s.caseNo());
        if (listing.isEmpty()) {
            throw Refusal.invalid("请选择已公示名单中的联盟");
        }
        Notice notice = listing.stream()
                .filter(n -> !postmark.isBefore(n.startsOn()) && !postmark.isAfter(n.endsOn()))
                .findFirst()
                .orElse(listing.get(0));
        try {
            ObjectionRules.requireRealName(s.realName(), s.contact());
            ObjectionRules.requireStatement(s.statement());
            ObjectionRules.requirePostmarkWithin(notice, postmark, LocalDate.now(clock));
            Notice locked = lock(notice.noticeId());
            EvaluationCase found = cases.lock(s.caseNo());
            if (found.status() == CaseStatus.NOTICE_ENDED) {
                caseProcess.returnToPublicity(found.processInstanceId());
                messages.deliverToAll(PublicityProcess.RELEASE_SUSPENDED, found.roundNo());
                cases.advance(s.caseNo(), CaseStatus.NOTICED, List.of(CaseStatus.NOTICE_ENDED), "公示期内寄出的书面异议已登记");
            } else if (found.status() != CaseStatus.NOTICED) {
                throw Refusal.conflict(
                        "案卷 " + s.caseNo() + " 现为“" + found.status().chinese() + "”,不能再登记异议");
            }
            String receiptNo = newReceiptNo();
            keep(locked, s, receiptNo, Objection.LETTER, postmark, instanceId);
            return variables(found, receiptNo);
        } catch (Refusal refusal) {
            // the transaction of the form rolls back, the record of the refusal stays
            apart.executeWithoutResult(
                    status -> recordRefusal(notice.roundNo(), notice.noticeId(), Objection.LETTER, refusal));
            throw refusal;
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

    private void keep(
            Notice notice,
            Submission s,
            String receiptNo,
            String channel,
            @Nullable LocalDate postmark,
            @Nullable String instanceId) {
        mapper.insert(new Objection(
                receiptNo,
                notice.noticeId(),
                s.caseNo(),
                notice.roundNo(),
                channel,
                s.realName(),
                s.contact(),
                s.statement(),
                postmark,
                clock.millis(),
                actor.userId(),
                instanceId,
                Objection.RECEIVED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("channel", channel);
        details.put("noticeId", notice.noticeId());
        if (postmark != null) {
            details.put("postmark", postmark.toString());
        }
        // proves what was said without saying who said it
        details.put("sha256", sha256(String.join("\n", receiptNo, s.realName(), s.contact(), s.statement())));
        audit.record(s.caseNo(), "收到异议", receiptNo, details);
    }

    private void recordRefusal(String roundNo, String noticeId, String channel, Refusal refusal) {
        audit.record(
                roundNo,
                "异议不予接收",
                noticeId,
                Map.of(
                        "channel",
                        channel,
                        "kind",
                        refusal.kind().name(),
                        "reason",
                        String.valueOf(refusal.getMessage())));
    }

    private Notice lock(String noticeId) {
        Notice locked = notices.lock(noticeId);
        if (locked == null) {
            throw Refusal.notFound("没有这份公示,请返回公示列表重新选择");
        }
        return locked;
    }

    private static Map<String, Object> variables(EvaluationCase c, String receiptNo) {
        return Map.of(
                EvaluationVariables.ROUND_NO.name(), c.roundNo(),
                EvaluationVariables.ALLIANCE_ID.name(), c.allianceId(),
                EvaluationVariables.LEAD_CODE.name(), c.leadCode(),
                EvaluationVariables.AREA.name(), c.areaCode(),
                PublicityProcess.RECEIPT_NO.name(), receiptNo);
    }

    private static String newReceiptNo() {
        StringBuilder number = new StringBuilder("YY-");
        for (int i = 0; i < 10; i++) {
            number.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return number.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
