package cn.lianping.migration;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.MigrationWords;
import cn.lianping.engine.Unrestricted;
import cn.lianping.identity.CurrentActor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries confirmed migrations out, case by case: each in its own transaction together with its record. A case that
 * cannot be moved is listed with the reason and stays as it was. Goes on where it stopped after a restart; two nodes
 * never move the same case twice.
 */
@Component
class MigrationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);
    private static final int AT_ONCE = 100;

    private final MigrationMapper mapper;
    private final Plans plans;
    private final RuntimeService runtime;
    private final Unrestricted engine;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MigrationRunner(
            MigrationMapper mapper,
            Plans plans,
            @Lazy RuntimeService runtime,
            Unrestricted engine,
            CurrentActor actor,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.mapper = mapper;
        this.plans = plans;
        this.runtime = runtime;
        this.engine = engine;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Carries out every migration that is confirmed. */
    void work() {
        mapper.running().forEach(this::run);
    }

    private void run(String id) {
        MigrationRow migration = mapper.find(id);
        if (migration == null) {
            return;
        }
        String who = String.valueOf(migration.confirmedBy());
        actor.callAs(who, () -> {
            MigrationPlan plan = plans.build(
                            migration.fromDefinition(), migration.toDefinition(), Migrations.mapping(migration))
                    .plan();
            List<String> waiting = mapper.waiting(id, AT_ONCE);
            while (!waiting.isEmpty()) {
                waiting.forEach(instance -> move(migration, plan, instance));
                waiting = mapper.waiting(id, AT_ONCE);
            }
            transaction.executeWithoutResult(status -> end(id));
            return true;
        });
    }

    private void move(MigrationRow migration, MigrationPlan plan, String instanceId) {
        try {
            transaction.executeWithoutResult(status -> {
                if (mapper.claim(migration.id(), instanceId, clock.millis()) == 0) {
                    return;
                }
                String key = engine.call(() -> {
                    var run = runtime.createProcessInstanceQuery()
                            .processInstanceId(instanceId)
                            .singleResult();
                    if (run == null) {
                        throw Refusal.conflict("案卷在此期间已经办结");
                    }
                    runtime.newMigration(plan).processInstanceIds(instanceId).execute();
                    return run.getBusinessKey() == null ? AuditChain.PLATFORM : run.getBusinessKey();
                });
                audit.record(key, "迁移到流程图的另一版", instanceId, details(migration));
            });
        } catch (RuntimeException e) {
            String reason = MigrationWords.reason(e, plans.model(migration.fromDefinition()));
            LOG.info("案卷实例 {} 没有迁移:{}", instanceId, reason);
            transaction.executeWithoutResult(
                    status -> mapper.fail(migration.id(), instanceId, Migrations.shortened(reason)));
        }
    }

    private void end(String id) {
        MigrationRow migration = mapper.lock(id);
        if (migration == null || migration.status() != MigrationStatus.RUNNING) {
            return;
        }
        mapper.update(migration.ended(clock.millis()));
        Map<String, Object> details = details(migration);
        mapper.counts(id).forEach(count -> details.put(count.status(), count.cases()));
        audit.record(AuditChain.PLATFORM, "迁移结束", id, details);
    }

    private static Map<String, Object> details(MigrationRow migration) {
        Map<String, Object> details = new TreeMap<>();
        details.put("migration", migration.id());
        details.put("from", migration.fromDefinition());
        details.put("to", migration.toDefinition());
        details.put("proposedBy", migration.proposedBy());
        details.put("confirmedBy", String.valueOf(migration.confirmedBy()));
        details.put("reason", migration.reason());
        return details;
    }
}
