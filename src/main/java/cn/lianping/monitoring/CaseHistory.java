package cn.lianping.monitoring;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import cn.lianping.engine.CaseDiagrams;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The path and the times of a case, finished or not. Managers read who acted as an office, never which expert, and neither
 * sheets nor scores: those are not among what is shown.
 */
@Component
class CaseHistory {

    private final Cases cases;
    private final FigureMapper mapper;
    private final NameMapper names;
    private final Holders holders;
    private final DiagramNames diagrams;
    private final CaseDiagrams runs;
    private final Options options;
    private final Registry registry;
    private final MonitoringAccess access;
    private final Days days;

    CaseHistory(
            Cases cases,
            FigureMapper mapper,
            NameMapper names,
            Holders holders,
            DiagramNames diagrams,
            CaseDiagrams runs,
            Options options,
            Registry registry,
            MonitoringAccess access,
            Days days) {
        this.cases = cases;
        this.mapper = mapper;
        this.names = names;
        this.holders = holders;
        this.diagrams = diagrams;
        this.runs = runs;
        this.options = options;
        this.registry = registry;
        this.access = access;
        this.days = days;
    }

    record StagePassed(
            String stage,
            String name,
            Instant entered,
            @Nullable Instant left,
            BigDecimal days,
            int visit,
            Outcome outcome,
            String outcomeText) {}

    /** A task; {@code decision} is what was chosen, empty where an expert chose. */
    record Step(
            String id,
            String name,
            String definition,
            String instance,
            Instant entered,
            @Nullable Instant takenUp,
            @Nullable Instant left,
            @Nullable Instant due,
            BigDecimal waiting,
            BigDecimal worked,
            int visit,
            String holder,
            Outcome outcome,
            String outcomeText,
            String decision) {}

    /** What the process carries to find its way, as far as it is nobody's secret. */
    record Variable(String name, String label, String value) {}

    record View(
            String caseNo,
            String alliance,
            String status,
            List<StagePassed> stages,
            List<Step> steps,
            List<Variable> variables,
            List<CaseDiagrams.View> diagrams) {}

    View of(String caseNo) {
        EvaluationCase found = cases.find(caseNo).orElseThrow(() -> Refusal.notFound("没有这个案卷,或您无权查看"));
        access.requireArea(found.areaCode());
        List<TaskFact> tasks = mapper.tasksOfCase(caseNo);
        Map<String, Holders.Holder> holding = holders.of(tasks);
        Map<String, String> alliances = new HashMap<>();
        names.alliancesOfCases(List.of(caseNo)).forEach(one -> alliances.put(one.id(), one.name()));
        return new View(
                caseNo,
                alliances.getOrDefault(caseNo, ""),
                found.status().chinese(),
                mapper.passagesOfCase(caseNo).stream().map(this::passed).toList(),
                tasks.stream()
                        .map(task -> step(task, Objects.requireNonNull(holding.get(task.taskId()))))
                        .toList(),
                variables(found),
                runs.of(caseNo));
    }

    private StagePassed passed(Passage one) {
        return new StagePassed(
                one.stage(),
                OverdueTasks.stageName(one.stage()),
                Instant.ofEpochMilli(one.enteredAt()),
                instant(one.leftAt()),
                spent(one.enteredWm(), one.leftWm()),
                one.visit(),
                one.outcome(),
                one.outcome().chinese());
    }

    private Step step(TaskFact task, Holders.Holder holder) {
        Long taken = task.takenWm();
        return new Step(
                task.taskKey(),
                diagrams.nameOf(task.definitionId(), task.taskKey())
                        + (task.elementNo() == null ? "" : "(要素" + task.elementNo() + ")"),
                task.definitionKey(),
                task.processInstanceId(),
                Instant.ofEpochMilli(task.enteredAt()),
                instant(task.takenAt()),
                instant(task.leftAt()),
                instant(task.dueAt()),
                spent(task.enteredWm(), taken == null ? task.leftWm() : taken),
                taken == null ? BigDecimal.ZERO.setScale(1) : spent(taken, task.leftWm()),
                task.visit(),
                holder.name(),
                task.outcome(),
                task.outcome().chinese(),
                task.expert() == 1 || task.decision() == null ? "" : task.decision());
    }

    private List<Variable> variables(EvaluationCase found) {
        List<Variable> shown = new ArrayList<>();
        shown.add(new Variable("roundNo", "批次", found.roundNo()));
        shown.add(new Variable("allianceId", "联盟编号", found.allianceId()));
        shown.add(new Variable(
                "leadCode", "盟主企业", registry.organisation(found.leadCode()).name()));
        shown.add(new Variable("area", "地区", options.areas().getOrDefault(found.areaCode(), found.areaCode())));
        shown.add(new Variable("attempt", "自评次数", String.valueOf(found.attempt())));
        if (found.note() != null) {
            shown.add(new Variable("note", "等待事项", found.note()));
        }
        return shown;
    }

    private BigDecimal spent(long from, @Nullable Long to) {
        return to == null ? Objects.requireNonNull(days.since(from)) : days.of(to - from);
    }

    private static @Nullable Instant instant(@Nullable Long at) {
        return at == null ? null : Instant.ofEpochMilli(at);
    }
}
