package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.design.Problem;
import cn.lianping.engine.PlatformClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提交生效 and its confirmation by a second administrator. */
@Service
@Transactional
class Proposals {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChangeMapper mapper;
    private final Readiness readiness;
    private final PuttingInForce puttingInForce;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    Proposals(
            ChangeMapper mapper,
            Readiness readiness,
            PuttingInForce puttingInForce,
            Administrators administrators,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.readiness = readiness;
        this.puttingInForce = puttingInForce;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a change to be put in force.
     *
     * @param effectiveAt from when on, null for as soon as it is confirmed
     * @param warnings why each warning is accepted, by its key
     */
    void propose(
            String id,
            @Nullable String reason,
            @Nullable OffsetDateTime effectiveAt,
            @Nullable Map<String, String> warnings) {
        String user = administrators.require();
        ChangeRow change = locked(id, ChangeStatus.DRAFT, "不能提交");
        String why = Administrators.reason(reason);
        if (effectiveAt != null && effectiveAt.toInstant().isBefore(clock.instant())) {
            throw Refusal.invalid("生效时间已过,请选择以后的时间,或选“确认后立即生效”");
        }
        Map<String, String> reasons = new TreeMap<>(warnings == null ? Map.of() : warnings);
        Readiness.Standing standing = readiness.of(change);
        requireReady(standing);
        List<Problem> unexplained = Problems.unexplained(standing.problems(), reasons);
        if (!unexplained.isEmpty()) {
            throw Refusal.invalid("有 %d 处提醒没有说明理由,例如:%s"
                    .formatted(unexplained.size(), unexplained.get(0).sentence()));
        }
        Map<String, String> accepted = new LinkedHashMap<>();
        standing.problems().forEach(problem -> {
            String key = Problems.key(problem);
            if (reasons.containsKey(key)) {
                accepted.put(key, reasons.get(key));
            }
        });
        Long from = effectiveAt == null ? null : effectiveAt.toInstant().toEpochMilli();
        mapper.updateChange(
                ChangeEdit.of(change, clock.millis()).proposed(why, from, user, standing.hash(), json(accepted)));
        Map<String, Object> details = details(change);
        details.put("reason", why);
        details.put("hash", standing.hash());
        details.put("effectiveAt", from == null ? "" : PlatformClock.at(from).toString());
        details.put("warnings", accepted);
        audit.record(AuditChain.PLATFORM, "提交修改方案", change.title(), details);
    }

    private static void requireReady(Readiness.Standing standing) {
        if (!standing.hindrances().isEmpty()) {
            throw Refusal.conflict("还不能生效:" + String.join(";", standing.hindrances()));
        }
    }

    /** Takes a proposal back, by who made it. */
    void withdraw(String id) {
        String user = administrators.require();
        ChangeRow change = waiting(id);
        if (!user.equals(change.proposedBy())) {
            throw Refusal.forbidden("只有提交人可以撤回;其他管理员可以退回");
        }
        mapper.updateChange(ChangeEdit.of(change, clock.millis()).open(null));
        audit.record(AuditChain.PLATFORM, "撤回修改方案", change.title(), details(change));
    }

    /** Confirms a proposal: it is put in force, at once or at its hour. */
    void confirm(String id) {
        ChangeRow change = locked(id, ChangeStatus.PROPOSED, "不能确认");
        String user = administrators.requireOther(change.proposedBy());
        Readiness.Standing standing = readiness.of(change);
        requireReady(standing);
        if (!standing.hash().equals(change.contentHash())) {
            throw Refusal.conflict("文件在提交之后变了,请退回后重新提交");
        }
        ChangeRow confirmed = ChangeEdit.of(change, clock.millis()).confirmed(user);
        mapper.updateChange(confirmed);
        Map<String, Object> details = details(change);
        details.put("proposedBy", String.valueOf(change.proposedBy()));
        details.put("hash", standing.hash());
        audit.record(AuditChain.PLATFORM, "确认修改方案", change.title(), details);
        Long from = change.effectiveAt();
        if (from == null || from <= clock.millis()) {
            puttingInForce.apply(confirmed);
        }
    }

    /** Gives a proposal back to be worked over. */
    void refuse(String id, @Nullable String reason) {
        ChangeRow change = waiting(id);
        String user = administrators.requireOther(change.proposedBy());
        String why = Administrators.reason(reason);
        mapper.updateChange(ChangeEdit.of(change, clock.millis()).open(why));
        Map<String, Object> details = details(change);
        details.put("reason", why);
        details.put("refusedBy", user);
        audit.record(AuditChain.PLATFORM, "退回修改方案", change.title(), details);
    }

    private static Map<String, Object> details(ChangeRow change) {
        Map<String, Object> details = new TreeMap<>();
        details.put("change", change.id());
        return details;
    }

    private ChangeRow locked(String id, ChangeStatus status, String otherwise) {
        ChangeRow change = mapper.lockChange(id);
        if (change == null) {
            throw Refusal.notFound("没有这个修改方案");
        }
        boolean open = status == ChangeStatus.DRAFT && change.status() == ChangeStatus.FAILED;
        if (change.status() != status && !open) {
            throw Refusal.conflict(
                    "修改方案“%s”%s,%s".formatted(change.title(), change.status().chinese(), otherwise));
        }
        return change;
    }

    private ChangeRow waiting(String id) {
        ChangeRow change = mapper.lockChange(id);
        if (change == null) {
            throw Refusal.notFound("没有这个修改方案");
        }
        if (change.status() != ChangeStatus.PROPOSED && change.status() != ChangeStatus.SCHEDULED) {
            throw Refusal.conflict("修改方案“%s”%s,没有可以撤回或退回的提交"
                    .formatted(change.title(), change.status().chinese()));
        }
        return change;
    }

    private static String json(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
