package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts confirmed changes in force at their hour; each by itself, and never two nodes the same one. */
@Component
class DueChanges {

    private static final Logger LOG = LoggerFactory.getLogger(DueChanges.class);

    private final ChangeMapper mapper;
    private final Readiness readiness;
    private final PuttingInForce puttingInForce;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueChanges(
            ChangeMapper mapper,
            Readiness readiness,
            PuttingInForce puttingInForce,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.readiness = readiness;
        this.puttingInForce = puttingInForce;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Puts in force what is due; the answer is how many changes were. */
    int apply() {
        int done = 0;
        for (String id : mapper.due(clock.millis())) {
            try {
                Boolean applied = transaction.execute(status -> applyIfStillDue(id));
                done += Boolean.TRUE.equals(applied) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("修改方案 {} 未能按时生效", id, e);
                String why = e instanceof Refusal refusal ? refusal.reason() : "系统出错,详见服务日志";
                transaction.executeWithoutResult(status -> fail(id, why));
            }
        }
        return done;
    }

    private boolean applyIfStillDue(String id) {
        ChangeRow change = mapper.lockChange(id);
        if (change == null || change.status() != ChangeStatus.SCHEDULED) {
            return false;
        }
        Readiness.Standing standing = readiness.of(change);
        if (!standing.hindrances().isEmpty()) {
            throw Refusal.conflict(String.join(";", standing.hindrances()));
        }
        puttingInForce.apply(change);
        return true;
    }

    private void fail(String id, String why) {
        ChangeRow change = mapper.lockChange(id);
        if (change == null || change.status() != ChangeStatus.SCHEDULED) {
            return;
        }
        mapper.updateChange(ChangeEdit.of(change, clock.millis()).failed(why));
        audit.record(AuditChain.PLATFORM, "修改方案未能生效", change.title(), Map.of("change", id, "reason", why));
    }
}
