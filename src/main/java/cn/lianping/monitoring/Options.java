package cn.lianping.monitoring;

import cn.lianping.alliance.Registry;
import cn.lianping.engine.EvaluationStage;
import cn.lianping.identity.Groups;
import cn.lianping.round.Rounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** By what figures can be narrowed and compared, with the names people read. */
@Component
class Options {

    private final Registry registry;
    private final Rounds rounds;
    private final NameMapper names;

    Options(Registry registry, Rounds rounds, NameMapper names) {
        this.registry = registry;
        this.rounds = rounds;
        this.names = names;
    }

    record RoundOption(String no, String title, String status) {}

    record Area(String code, String name) {}

    record Department(String id, String name) {}

    record StageOption(String code, String name) {}

    /**
     * Everything that can be chosen.
     *
     * @param confined whether the person sees only these areas, and one at a time
     * @param mayUrge whether the person may urge whoever holds a task
     */
    record Choices(
            List<RoundOption> rounds,
            List<Area> areas,
            List<String> fields,
            List<Department> departments,
            List<StageOption> stages,
            boolean confined,
            boolean mayUrge) {}

    Choices choices(List<String> ownAreas, boolean mayUrge) {
        return new Choices(
                rounds.all().stream()
                        .map(round -> new RoundOption(round.roundNo(), round.title(), round.status()))
                        .toList(),
                areas().entrySet().stream()
                        .filter(area -> ownAreas.isEmpty() || ownAreas.contains(area.getKey()))
                        .map(area -> new Area(area.getKey(), area.getValue()))
                        .toList(),
                fields(),
                departments(ownAreas).entrySet().stream()
                        .map(one -> new Department(one.getKey(), one.getValue()))
                        .toList(),
                Stream.of(EvaluationStage.values())
                        .map(stage -> new StageOption(stage.code(), stage.chinese()))
                        .toList(),
                !ownAreas.isEmpty(),
                mayUrge);
    }

    Map<String, String> areas() {
        return registry.areasOfAlliances();
    }

    List<String> fields() {
        return names.fields();
    }

    Map<String, String> divisions() {
        Map<String, String> found = new LinkedHashMap<>();
        registry.divisions().forEach(one -> found.put(Groups.division(one.code()), one.name()));
        return found;
    }

    Map<String, String> roundNames() {
        Map<String, String> found = new LinkedHashMap<>();
        rounds.all().forEach(round -> found.put(round.roundNo(), round.title()));
        return found;
    }

    private Map<String, String> departments(List<String> ownAreas) {
        List<String> ids = new ArrayList<>();
        areas().keySet().stream()
                .filter(area -> ownAreas.isEmpty() || ownAreas.contains(area))
                .forEach(area -> ids.addAll(List.of(Groups.science(area), Groups.industry(area))));
        ids.addAll(divisions().keySet());
        ids.addAll(List.of(
                Groups.PROVINCE_OFFICE,
                Groups.PROVINCE_SCIENCE,
                Groups.PROVINCE_INDUSTRY,
                Groups.PARTY_GROUP_OFFICE,
                Groups.SUPERVISION));
        Map<String, String> known = new LinkedHashMap<>();
        names.groups(ids).forEach(group -> known.put(group.id(), group.name()));
        Map<String, String> found = new LinkedHashMap<>();
        ids.forEach(id -> found.put(id, known.getOrDefault(id, id)));
        found.put(TaskFact.ORGANISATION, "联盟成员单位");
        found.put(TaskFact.EXPERT, "评审专家");
        return found;
    }
}
