package cn.lianping.repair;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import cn.lianping.change.Administrators;
import cn.lianping.design.Protection;
import cn.lianping.engine.PlatformClock;
import cn.lianping.engine.StuckRuns;
import cn.lianping.identity.People;
import cn.lianping.identity.Someone;
import cn.lianping.round.Cases;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stuck cases and repairs as the page shows them. */
@Service
@Transactional(readOnly = true)
class RepairViews {

    private final RepairMapper mapper;
    private final Repairs repairs;
    private final StuckRuns runs;
    private final Administrators administrators;
    private final Cases cases;
    private final Registry registry;
    private final People people;

    RepairViews(
            RepairMapper mapper,
            Repairs repairs,
            StuckRuns runs,
            Administrators administrators,
            Cases cases,
            Registry registry,
            People people) {
        this.mapper = mapper;
        this.repairs = repairs;
        this.runs = runs;
        this.administrators = administrators;
        this.cases = cases;
        this.registry = registry;
        this.people = people;
    }

    /** Where the case stands once, and where it could be moved from there. */
    record TokenView(String activityInstanceId, String element, String name, List<TargetView> targets) {}

    /** A step, and why the case may not be moved there. */
    record TargetView(
            String element,
            String name,
            boolean allowed,
            @Nullable String why) {}

    /** A failed job. */
    record JobView(
            String id,
            String element,
            String name,
            @Nullable String message) {}

    /** A routing variable; {@code values} it can take. */
    record VariableView(
            String name,
            @Nullable String value,
            List<String> values,
            boolean correctable,
            @Nullable String why) {}

    /** A run of the case. */
    record RunView(
            String instanceId,
            String definitionId,
            String key,
            String name,
            int version,
            List<TokenView> tokens,
            List<JobView> jobs,
            List<VariableView> variables) {}

    List<RunView> runs(String caseNo) {
        administrators.require();
        List<StuckRuns.Run> found = runs.of(caseNo);
        if (found.isEmpty()) {
            throw Refusal.notFound("没有在办的案卷或批次“" + caseNo + "”");
        }
        return found.stream().map(this::view).toList();
    }

    private RunView view(StuckRuns.Run run) {
        Protection protection = new Protection(run.key(), runs.model(run.definitionId()));
        List<TokenView> tokens = new ArrayList<>();
        for (StuckRuns.Token token : run.tokens()) {
            List<String> others = run.tokens().stream()
                    .filter(other -> !other.equals(token))
                    .map(StuckRuns.Token::element)
                    .toList();
            tokens.add(new TokenView(
                    token.activityInstanceId(),
                    token.element(),
                    Repairs.name(protection, token.element()),
                    protection.steps().stream()
                            .map(step -> {
                                Optional<String> why =
                                        protection.forbidsMove(token.element(), step.element(), others, run.done());
                                return new TargetView(step.element(), step.name(), why.isEmpty(), why.orElse(null));
                            })
                            .toList()));
        }
        return new RunView(
                run.instanceId(),
                run.definitionId(),
                run.key(),
                run.name(),
                run.version(),
                tokens,
                run.jobs().stream()
                        .map(job -> new JobView(
                                job.id(), job.element(), Repairs.name(protection, job.element()), job.message()))
                        .toList(),
                protection.routing().values().stream()
                        .map(routing -> variable(routing, run.variables()))
                        .toList());
    }

    private static VariableView variable(Protection.Routing routing, Map<String, Object> variables) {
        Object value = variables.get(routing.name());
        String why = value == null ? "还没有取值" : routing.why();
        return new VariableView(
                routing.name(),
                value == null ? null : String.valueOf(value),
                List.copyOf(routing.values()),
                why == null,
                why);
    }

    /** What the person who looks may do. */
    record May(boolean confirm, boolean refuse) {}

    /** A repair. */
    record View(
            String id,
            String instanceId,
            String caseNo,
            String alliance,
            RepairKind kind,
            String text,
            String reason,
            RepairStatus status,
            Someone proposedBy,
            OffsetDateTime proposedAt,
            @Nullable Someone confirmedBy,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable String refusal,
            May may) {}

    List<View> all() {
        administrators.require();
        return mapper.all().stream().map(this::view).toList();
    }

    View of(String id) {
        return view(repairs.require(id));
    }

    private View view(RepairRow row) {
        String me = administrators.require();
        boolean open = row.status() == RepairStatus.PROPOSED;
        String confirmed = row.confirmedBy();
        Long at = row.confirmedAt();
        return new View(
                row.id(),
                row.instanceId(),
                row.caseNo(),
                cases.find(row.caseNo())
                        .map(found -> registry.allianceNames().getOrDefault(found.allianceId(), found.allianceId()))
                        .orElse(""),
                row.kind(),
                row.said(),
                row.reason(),
                row.status(),
                people.someone(row.proposedBy()),
                PlatformClock.at(row.proposedAt()),
                confirmed == null ? null : people.someone(confirmed),
                at == null ? null : PlatformClock.at(at),
                row.refusal(),
                new May(open && !me.equals(row.proposedBy()), open));
    }
}
