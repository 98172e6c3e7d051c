package cn.lianping.migration;

import cn.lianping.alliance.Registry;
import cn.lianping.change.Administrators;
import cn.lianping.engine.MigrationWords;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.People;
import cn.lianping.identity.Someone;
import cn.lianping.round.Cases;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and migrations as the page shows them. */
@Service
@Transactional(readOnly = true)
class MigrationViews {

    /** A list longer than this is read by nobody; the number of all is told beside it. */
    private static final int MOST_CASES = 1000;

    private static final List<Class<? extends FlowNode>> WAITS = List.of(
            UserTask.class,
            CallActivity.class,
            IntermediateCatchEvent.class,
            BoundaryEvent.class,
            ReceiveTask.class,
            SubProcess.class,
            EventBasedGateway.class,
            ServiceTask.class);

    private final MigrationMapper mapper;
    private final Migrations migrations;
    private final Plans plans;
    private final Administrators administrators;
    private final Cases cases;
    private final Registry registry;
    private final People people;

    MigrationViews(
            MigrationMapper mapper,
            Migrations migrations,
            Plans plans,
            Administrators administrators,
            Cases cases,
            Registry registry,
            People people) {
        this.mapper = mapper;
        this.migrations = migrations;
        this.plans = plans;
        this.administrators = administrators;
        this.cases = cases;
        this.registry = registry;
        this.people = people;
    }

    /** One pair of steps, found by the engine (generated) or chosen by hand. */
    record Instruction(String source, String target, String by) {}

    /** A step of the old version; {@code cases} stand there. */
    record Source(
            String id,
            String name,
            String type,
            int cases,
            @Nullable String target,
            @Nullable String problem) {}

    /** A step of the new version. */
    record Target(String id, String name, String type) {}

    /** A running case of the old version. */
    record Standing(String instanceId, String caseNo, String alliance, List<String> at) {}

    /** What would happen. */
    record Plan(
            Definition from,
            Definition to,
            List<Instruction> instructions,
            List<Source> sources,
            List<Target> targets,
            int total,
            List<Standing> cases,
            List<String> errors) {}

    /** A version of a diagram. */
    record Definition(String id, String key, String name, int version) {}

    Plan plan(String from, String to, Map<String, String> mapping) {
        administrators.require();
        Plans.Built built = plans.build(from, to, mapping);
        BpmnModelInstance source = plans.model(from);
        BpmnModelInstance target = plans.model(to);
        Map<String, String> mapped = built.mapping();
        Map<String, List<String>> at = new TreeMap<>();
        Map<String, Integer> standing = new HashMap<>();
        mapper.tokens(from).forEach(token -> {
            String element = token.element().replace(MigrationWords.BODY, "");
            List<String> elements = at.computeIfAbsent(token.instanceId(), id -> new ArrayList<>());
            if (!elements.contains(element)) {
                elements.add(element);
                standing.merge(element, 1, Integer::sum);
            }
        });
        List<Source> sources = new ArrayList<>();
        for (FlowNode node : steps(source)) {
            int here = standing.getOrDefault(node.getId(), 0);
            String goal = mapped.get(node.getId());
            boolean waits = WAITS.subList(0, 3).stream().anyMatch(type -> type.isInstance(node));
            if (here > 0 || waits || goal != null) {
                String problem = here > 0 && goal == null ? "没有对应步骤,停在这里的 %d 件不能迁移".formatted(here) : null;
                sources.add(new Source(
                        node.getId(), MigrationWords.nameOf(source, node.getId()), type(node), here, goal, problem));
            }
        }
        List<Target> targets = steps(target).stream()
                .map(node -> new Target(node.getId(), MigrationWords.nameOf(target, node.getId()), type(node)))
                .toList();
        List<MigrationMapper.Run> runs = mapper.runs(from);
        return new Plan(
                definition(from),
                definition(to),
                mapped.entrySet().stream()
                        .map(pair -> new Instruction(
                                pair.getKey(),
                                pair.getValue(),
                                built.chosen().contains(pair.getKey()) ? "hand" : "generated"))
                        .toList(),
                sources,
                targets,
                runs.size(),
                standing(runs, at),
                built.errors());
    }

    private List<Standing> standing(List<MigrationMapper.Run> runs, Map<String, List<String>> at) {
        Names names = names();
        return runs.stream()
                .limit(MOST_CASES)
                .map(run -> {
                    String caseNo = run.businessKey() == null ? "" : run.businessKey();
                    return new Standing(
                            run.instanceId(), caseNo, names.of(caseNo), at.getOrDefault(run.instanceId(), List.of()));
                })
                .toList();
    }

    private static List<FlowNode> steps(BpmnModelInstance model) {
        return model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> WAITS.stream().anyMatch(type -> type.isInstance(node)))
                .toList();
    }

    private static String type(FlowNode node) {
        return node.getElementType().getTypeName();
    }

    /** Case numbers to the names of their alliances. */
    private record Names(Map<String, String> alliances, Map<String, String> names) {
        String of(String caseNo) {
            String alliance = alliances.get(caseNo);
            return alliance == null ? "" : names.getOrDefault(alliance, alliance);
        }
    }

    private Names names() {
        return new Names(cases.alliances(), registry.allianceNames());
    }

    /** Why a case was not, or would not be, moved. */
    record Failure(String instanceId, String caseNo, String alliance, String reason) {}

    /** How a trial went. */
    record Trial(boolean passed, int done, int failed, OffsetDateTime at, List<Failure> failures) {}

    /** What the person who looks may do. */
    record May(@JsonProperty("try") boolean tryOut, boolean confirm, boolean refuse, boolean back) {}

    /** A migration. */
    record View(
            String id,
            Definition from,
            Definition to,
            Map<String, String> mapping,
            String reason,
            MigrationStatus status,
            int total,
            int done,
            int failed,
            Someone proposedBy,
            OffsetDateTime proposedAt,
            @Nullable Someone confirmedBy,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable OffsetDateTime endedAt,
            @Nullable String refusal,
            @Nullable Trial trial,
            List<Failure> failures,
            @Nullable String backOf,
            May may) {}

    List<View> all() {
        administrators.require();
        return mapper.all().stream().map(this::view).toList();
    }

    View of(String id) {
        administrators.require();
        return view(migrations.require(id));
    }

    private View view(MigrationRow row) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        mapper.counts(row.id()).forEach(count -> counts.put(count.status(), count.cases()));
        int done = counts.getOrDefault("DONE", 0);
        String me = administrators.require();
        boolean open = row.status() == MigrationStatus.PROPOSED || row.status() == MigrationStatus.TRIED;
        Long tried = row.triedAt();
        Integer triedDone = row.triedDone();
        Integer triedFailed = row.triedFailed();
        Trial trial = tried == null || triedDone == null || triedFailed == null
                ? null
                : new Trial(
                        triedFailed == 0,
                        triedDone,
                        triedFailed,
                        PlatformClock.at(tried),
                        failures(mapper.triedInVain(row.id()), true));
        String confirmed = row.confirmedBy();
        return new View(
                row.id(),
                definition(row.fromDefinition()),
                definition(row.toDefinition()),
                Migrations.mapping(row),
                row.reason(),
                row.status(),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                done,
                counts.getOrDefault("FAILED", 0),
                people.someone(row.proposedBy()),
                PlatformClock.at(row.proposedAt()),
                confirmed == null ? null : people.someone(confirmed),
                at(row.confirmedAt()),
                at(row.endedAt()),
                row.refusal(),
                trial,
                failures(mapper.cases(row.id(), "FAILED"), false),
                row.backOf(),
                new May(
                        open,
                        row.status() == MigrationStatus.TRIED && !me.equals(row.proposedBy()),
                        open,
                        row.status() == MigrationStatus.DONE && done > 0));
    }

    private List<Failure> failures(List<MigrationMapper.CaseRow> rows, boolean ofTrial) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Names names = names();
        return rows.stream()
                .map(row -> new Failure(
                        row.instanceId(),
                        row.caseNo(),
                        names.of(row.caseNo()),
                        String.valueOf(ofTrial ? row.trial() : row.reason())))
                .toList();
    }

    private Definition definition(String id) {
        ProcessDefinition found = plans.definition(id);
        return new Definition(
                found.getId(),
                found.getKey(),
                found.getName() == null ? found.getKey() : found.getName(),
                found.getVersion());
    }

    private static @Nullable OffsetDateTime at(@Nullable Long millis) {
        return millis == null ? null : PlatformClock.at(millis);
    }
}
