package cn.lianping.publicity;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.EvaluationVariables;
import cn.lianping.identity.CurrentActor;
import cn.lianping.round.EvaluationCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where objections are entered, whichever way they came. */
@Component
class ObjectionRegister {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final NoticeMapper notices;
    private final ObjectionMapper mapper;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    ObjectionRegister(NoticeMapper notices, ObjectionMapper mapper, CurrentActor actor, AuditLog audit, Clock clock) {
        this.notices = notices;
        this.mapper = mapper;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps an objection and records that it came, without saying who sent it. */
    void keep(
            Notice notice,
            Objections.Submission s,
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

    /** Records that an objection was not taken. */
    void recordRefusal(String roundNo, String noticeId, String channel, Refusal refusal) {
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

    /** The notice, locked until the transaction ends. */
    Notice lock(String noticeId) {
        Notice locked = notices.lock(noticeId);
        if (locked == null) {
            throw Refusal.notFound("没有这份公示,请返回公示列表重新选择");
        }
        return locked;
    }

    /** What the process of an objection carries. */
    static Map<String, Object> variables(EvaluationCase c, String receiptNo) {
        return Map.of(
                EvaluationVariables.ROUND_NO.name(), c.roundNo(),
                EvaluationVariables.ALLIANCE_ID.name(), c.allianceId(),
                EvaluationVariables.LEAD_CODE.name(), c.leadCode(),
                EvaluationVariables.AREA.name(), c.areaCode(),
                PublicityProcess.RECEIPT_NO.name(), receiptNo);
    }

    /** A number that cannot be guessed. */
    static String newReceiptNo() {
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
