package cn.lianping.repair;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.change.Administrators;
import cn.lianping.design.Protection;
import cn.lianping.engine.StuckRuns;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Repairs of single cases: proposed with a reason, checked against the legal minimum twice, done on confirmation. */
@Service
@Transactional
class Repairs {

    private final RepairMapper mapper;
    private final StuckRuns runs;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    Repairs(RepairMapper mapper, StuckRuns runs, Administrators administrators, AuditLog audit, Clock clock) {
        this.mapper = mapper;
        this.runs = runs;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param from id of the activity instance that is to be moved
     * @param to element where the run goes on
     */
    record Asked(
            @Nullable String instanceId,
            @Nullable RepairKind kind,
            @Nullable String from,
            @Nullable String to,
            @Nullable String jobId,
            @Nullable String variable,
            @Nullable String value,
            @Nullable String reason) {}

    /** Proposes a repair; the answer is its id. */
    String propose(Asked asked) {
        String user = administrators.require();
        String why = Administrators.reason(asked.reason());
        if (asked.kind() == null || asked.instanceId() == null) {
            throw Refusal.invalid("请选择案卷和修正方式");
        }
        StuckRuns.Run run = runs.require(asked.instanceId());
        RepairRow repair = switch (asked.kind()) {
            case MOVE -> move(run, text(asked.from()), text(asked.to()), why, user);
            case RETRY -> retry(run, text(asked.jobId()), why, user);
            case VARIABLE -> variable(run, text(asked.variable()), text(asked.value()), why, user);
        };
        mapper.insert(repair);
        audit.record(chain(repair), "提出个案修正", repair.said(), details(repair));
        return repair.id();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private RepairRow move(StuckRuns.Run run, String from, String to, String why, String user) {
        StuckRuns.Token token = token(run, from);
        requireMovable(run, token, to);
        Protection protection = protection(run);
        return row(
                run,
                RepairKind.MOVE,
                from,
                token.element(),
                to,
                null,
                "把案卷从“%s”移到“%s”".formatted(name(protection, token.element()), name(protection, to)),
                why,
                user);
    }

    private static StuckRuns.Token token(StuckRuns.Run run, String activityInstanceId) {
        return run.tokens().stream()
                .filter(token -> token.activityInstanceId().equals(activityInstanceId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("案卷在此期间已经离开这个步骤,请刷新"));
    }

    private Protection protection(StuckRuns.Run run) {
        return new Protection(run.key(), runs.model(run.definitionId()));
    }

    private void requireMovable(StuckRuns.Run run, StuckRuns.Token token, String to) {
        List<String> others = run.tokens().stream()
                .filter(other -> !other.equals(token))
                .map(StuckRuns.Token::element)
                .toList();
        protection(run).forbidsMove(token.element(), to, others, run.done()).ifPresent(reason -> {
            throw Refusal.conflict("不能移动:" + reason);
        });
    }

    static String name(Protection protection, String element) {
        return protection.steps().stream()
                .filter(step -> step.element().equals(element))
                .map(Protection.Step::name)
                .findFirst()
                .orElse(element);
    }

    private RepairRow retry(StuckRuns.Run run, String jobId, String why, String user) {
        StuckRuns.FailedJob job = job(run, jobId);
        return row(
                run,
                RepairKind.RETRY,
                jobId,
                job.element(),
                null,
                null,
                "重试“%s”失败的作业".formatted(name(protection(run), job.element())),
                why,
                user);
    }

    private static StuckRuns.FailedJob job(StuckRuns.Run run, String jobId) {
        return run.jobs().stream()
                .filter(job -> job.id().equals(jobId))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("该作业已不在失败状态,请刷新"));
    }

    private RepairRow variable(StuckRuns.Run run, String name, String value, String why, String user) {
        Object now = requireCorrectable(run, name, value);
        return row(
                run,
                RepairKind.VARIABLE,
                name,
                null,
                null,
                value,
                "把路由变量 %s 从“%s”更正为“%s”".formatted(name, now, value),
                why,
                user);
    }

    private Object requireCorrectable(StuckRuns.Run run, String name, String value) {
        Protection.Routing routing = protection(run).routing().get(name);
        Object now = run.variables().get(name);
        if (routing == null || now == null) {
            throw Refusal.invalid("“%s”不是这个流程的路由变量,不能更正".formatted(name));
        }
        if (routing.why() != null) {
            throw Refusal.conflict("不能更正 " + name + ":" + routing.why());
        }
        if (!routing.values().contains(value)) {
            throw Refusal.invalid("%s 的取值只能是 %s".formatted(name, String.join("、", routing.values())));
        }
        if (value.equals(String.valueOf(now))) {
            throw Refusal.conflict("%s 已经是“%s”".formatted(name, value));
        }
        return now;
    }

    private RepairRow row(
            StuckRuns.Run run,
            RepairKind kind,
            String what,
            @Nullable String from,
            @Nullable String to,
            @Nullable String value,
            String said,
            String why,
            String user) {
        return new RepairRow(
                UUID.randomUUID().toString(),
                run.instanceId(),
                run.caseNo(),
                kind,
                what,
                from,
                to,
                value,
                said,
                why,
                RepairStatus.PROPOSED,
                user,
                clock.millis(),
                null,
                null,
                null);
    }

    /** Confirms a repair: it is checked once more and done. */
    void confirm(String id) {
        RepairRow repair = waiting(id);
        String user = administrators.requireOther(repair.proposedBy());
        StuckRuns.Run run = runs.require(repair.instanceId());
        switch (repair.kind()) {
            case MOVE -> {
                StuckRuns.Token token = token(run, repair.what());
                String to = String.valueOf(repair.toElement());
                requireMovable(run, token, to);
                runs.move(run, token, to, repair.reason());
            }
            case RETRY -> runs.retry(job(run, repair.what()).id());
            case VARIABLE -> {
                String value = String.valueOf(repair.newValue());
                Object now = requireCorrectable(run, repair.what(), value);
                runs.set(run.instanceId(), repair.what(), now instanceof Boolean ? Boolean.valueOf(value) : value);
            }
        }
        RepairRow done = repair.done(user, clock.millis());
        mapper.update(done);
        audit.record(chain(done), "个案修正:" + repair.kind().chinese(), repair.said(), details(done));
    }

    /** Gives a repair back; nothing was done. */
    void refuse(String id, @Nullable String reason) {
        String user = administrators.require();
        RepairRow repair = waiting(id);
        RepairRow refused = repair.refused(user, clock.millis(), Administrators.reason(reason));
        mapper.update(refused);
        audit.record(chain(refused), "退回个案修正", repair.said(), details(refused));
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    RepairRow require(String id) {
        RepairRow repair = mapper.find(id);
        if (repair == null) {
            throw Refusal.notFound("没有这项修正");
        }
        return repair;
    }

    private RepairRow waiting(String id) {
        RepairRow repair = mapper.lock(id);
        if (repair == null) {
            throw Refusal.notFound("没有这项修正");
        }
        if (repair.status() != RepairStatus.PROPOSED) {
            throw Refusal.conflict("这项修正已经办结");
        }
        return repair;
    }

    private static String chain(RepairRow repair) {
        return repair.caseNo().isEmpty() ? AuditChain.PLATFORM : repair.caseNo();
    }

    private static Map<String, Object> details(RepairRow repair) {
        Map<String, Object> details = new TreeMap<>();
        details.put("repair", repair.id());
        details.put("kind", repair.kind().name());
        details.put("instance", repair.instanceId());
        details.put("what", repair.what());
        details.put("from", String.valueOf(repair.fromElement()));
        details.put("to", String.valueOf(repair.toElement()));
        details.put("value", String.valueOf(repair.newValue()));
        details.put("reason", repair.reason());
        details.put("proposedBy", repair.proposedBy());
        if (repair.refusal() != null) {
            details.put("refusal", repair.refusal());
        }
        return details;
    }
}
