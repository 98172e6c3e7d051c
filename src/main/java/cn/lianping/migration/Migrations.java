package cn.lianping.migration;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.change.Administrators;
import cn.lianping.engine.TrialEngine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Migrations from the proposal to the confirmation; {@link MigrationRunner} carries them out. */
@Service
@Transactional
public class Migrations {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHUNK = 500;
    private static final int LONGEST = 2000;

    private final MigrationMapper mapper;
    private final Plans plans;
    private final TrialEngine trials;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    Migrations(
            MigrationMapper mapper,
            Plans plans,
            TrialEngine trials,
            Administrators administrators,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.plans = plans;
        this.trials = trials;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes a migration.
     *
     * @param mapping source to target as a person chose
     * @param instanceIds which runs, null for all that follow the old version
     * @return its id
     */
    String propose(
            String from,
            String to,
            Map<String, String> mapping,
            @Nullable List<String> instanceIds,
            @Nullable String reason) {
        return propose(from, to, mapping, instanceIds, reason, null);
    }

    private String propose(
            String from,
            String to,
            Map<String, String> mapping,
            @Nullable List<String> instanceIds,
            @Nullable String reason,
            @Nullable String backOf) {
        String user = administrators.require();
        String why = Administrators.reason(reason);
        Plans.Built built = plans.build(from, to, mapping);
        if (!built.errors().isEmpty()) {
            throw Refusal.invalid("对应关系有误:" + String.join(";", built.errors()));
        }
        Set<String> wanted = instanceIds == null ? Set.of() : new HashSet<>(instanceIds);
        List<MigrationMapper.Run> runs = mapper.runs(from).stream()
                .filter(run -> instanceIds == null || wanted.contains(run.instanceId()))
                .toList();
        if (runs.isEmpty()) {
            throw Refusal.conflict("原版本上没有可以迁移的在办件");
        }
        String id = UUID.randomUUID().toString();
        mapper.insert(new MigrationRow(
                id,
                from,
                to,
                json(mapping),
                why,
                MigrationStatus.PROPOSED,
                user,
                clock.millis(),
                null,
                null,
                null,
                null,
                backOf,
                null,
                null,
                null));
        for (int i = 0; i < runs.size(); i += CHUNK) {
            mapper.insertCases(id, runs.subList(i, Math.min(runs.size(), i + CHUNK)));
        }
        Map<String, Object> details = details(id, from, to);
        details.put("mapping", built.mapping());
        details.put("cases", runs.size());
        details.put("reason", why);
        audit.record(AuditChain.PLATFORM, "提出迁移", label(from), details);
        return id;
    }

    /** Tries it on a copy of the runs; nothing of them changes. */
    void tryOut(String id) {
        administrators.require();
        MigrationRow migration = locked(id);
        requireStatus(migration, MigrationStatus.PROPOSED, MigrationStatus.TRIED);
        Plans.Built built = plans.build(migration.fromDefinition(), migration.toDefinition(), mapping(migration));
        List<String> runs = mapper.cases(id, "WAITING").stream()
                .map(MigrationMapper.CaseRow::instanceId)
                .toList();
        int failed = 0;
        for (Map.Entry<String, String> outcome :
                trials.migrate(built.plan(), runs).entrySet()) {
            String reason = outcome.getValue();
            failed += reason.isEmpty() ? 0 : 1;
            mapper.tried(id, outcome.getKey(), reason.isEmpty() ? null : shortened(reason));
        }
        mapper.update(migration.tried(clock.millis(), runs.size() - failed, failed));
        Map<String, Object> details = details(id, migration.fromDefinition(), migration.toDefinition());
        details.put("done", runs.size() - failed);
        details.put("failed", failed);
        audit.record(AuditChain.PLATFORM, "试迁移", label(migration.fromDefinition()), details);
    }

    /** Confirms it: the runner begins. */
    void confirm(String id) {
        MigrationRow migration = locked(id);
        if (migration.status() == MigrationStatus.PROPOSED) {
            throw Refusal.conflict("请先试迁移,再确认");
        }
        requireStatus(migration, MigrationStatus.TRIED);
        String user = administrators.requireOther(migration.proposedBy());
        Integer done = migration.triedDone();
        if (done == null || done == 0) {
            throw Refusal.conflict("试迁移中没有一件成功,不能执行;请改对应关系后重新提出");
        }
        mapper.update(migration.confirmed(user, clock.millis()));
        Map<String, Object> details = details(id, migration.fromDefinition(), migration.toDefinition());
        details.put("proposedBy", migration.proposedBy());
        audit.record(AuditChain.PLATFORM, "确认迁移", label(migration.fromDefinition()), details);
    }

    /** Gives it back; nothing was moved. */
    void refuse(String id, @Nullable String reason) {
        administrators.require();
        MigrationRow migration = locked(id);
        requireStatus(migration, MigrationStatus.PROPOSED, MigrationStatus.TRIED);
        String why = Administrators.reason(reason);
        mapper.update(migration.refused(why, clock.millis()));
        Map<String, Object> details = details(id, migration.fromDefinition(), migration.toDefinition());
        details.put("reason", why);
        audit.record(AuditChain.PLATFORM, "退回迁移", label(migration.fromDefinition()), details);
    }

    /** Proposes to lead the moved cases back; the answer is the new migration's id. */
    String back(String id, @Nullable String reason) {
        administrators.require();
        MigrationRow migration = locked(id);
        requireStatus(migration, MigrationStatus.DONE);
        List<String> moved = mapper.cases(id, "DONE").stream()
                .map(MigrationMapper.CaseRow::instanceId)
                .toList();
        Map<String, String> reversed = new LinkedHashMap<>();
        Map<String, String> there = plans.build(
                        migration.fromDefinition(), migration.toDefinition(), mapping(migration))
                .mapping();
        mapping(migration).forEach((source, target) -> {
            // two steps that became one: nobody knows any more which it was
            boolean unique = there.values().stream().filter(target::equals).count() == 1;
            if (!target.isEmpty() && unique) {
                reversed.put(target, source);
            }
        });
        return propose(migration.toDefinition(), migration.fromDefinition(), reversed, moved, reason, id);
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    MigrationRow require(String id) {
        MigrationRow migration = mapper.find(id);
        if (migration == null) {
            throw Refusal.notFound("没有这次迁移");
        }
        return migration;
    }

    static Map<String, String> mapping(MigrationRow migration) {
        try {
            return JSON.readValue(migration.mapping(), new TypeReference<TreeMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(migration.id(), e);
        }
    }

    static String shortened(String reason) {
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
    }

    private MigrationRow locked(String id) {
        MigrationRow migration = mapper.lock(id);
        if (migration == null) {
            throw Refusal.notFound("没有这次迁移");
        }
        return migration;
    }

    private static void requireStatus(MigrationRow migration, MigrationStatus... allowed) {
        if (!List.of(allowed).contains(migration.status())) {
            throw Refusal.conflict("这次迁移" + migration.status().chinese() + ",不能这样办理");
        }
    }

    private String label(String definitionId) {
        ProcessDefinition definition = plans.definition(definitionId);
        return definition.getName() == null ? definition.getKey() : definition.getName();
    }

    private static Map<String, Object> details(String id, String from, String to) {
        Map<String, Object> details = new TreeMap<>();
        details.put("migration", id);
        details.put("from", from);
        details.put("to", to);
        return details;
    }

    private static String json(Map<String, String> mapping) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(mapping));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
