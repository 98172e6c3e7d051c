package cn.lianping.change;

import cn.lianping.alliance.Registry;
import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.People;
import cn.lianping.identity.Someone;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of the design as the page shows it. */
@Service
@Transactional(readOnly = true)
class CatalogueViews {

    private static final Someone PRODUCT = new Someone("system", "产品包");

    private final Catalogue catalogue;
    private final ChangeMapper mapper;
    private final ChangeViews changes;
    private final Upgrades upgrades;
    private final DeployedModels deployed;
    private final Rounds rounds;
    private final Registry registry;
    private final Administrators administrators;
    private final People people;
    private final Clock clock;

    CatalogueViews(
            Catalogue catalogue,
            ChangeMapper mapper,
            ChangeViews changes,
            Upgrades upgrades,
            DeployedModels deployed,
            Rounds rounds,
            Registry registry,
            Administrators administrators,
            People people,
            Clock clock) {
        this.catalogue = catalogue;
        this.mapper = mapper;
        this.changes = changes;
        this.upgrades = upgrades;
        this.deployed = deployed;
        this.rounds = rounds;
        this.registry = registry;
        this.administrators = administrators;
        this.people = people;
        this.clock = clock;
    }

    /** A packaged version that waits for a decision. */
    record Upgrade(String ref) {}

    /** The newest version of a file. */
    record Item(
            String path,
            DesignKind kind,
            String key,
            String name,
            @Nullable String area,
            int version,
            String ref,
            OffsetDateTime at,
            Someone by,
            @Nullable Someone confirmedBy,
            @Nullable String reason,
            String source,
            int running,
            List<String> inChanges,
            @Nullable Upgrade upgrade) {}

    /** One version of a file. */
    record Version(
            String ref,
            @Nullable String definitionId,
            int version,
            OffsetDateTime at,
            Someone by,
            @Nullable Someone confirmedBy,
            @Nullable String reason,
            String source,
            int running,
            boolean newest) {}

    /** An area that may have its own measures, and whether it has. */
    record Area(String code, String name, boolean own) {}

    /** Everything the page begins with. */
    record Everything(
            Someone me, OffsetDateTime now, List<Area> areas, List<Item> items, List<ChangeViews.Summary> changes) {}

    Everything everything() {
        String me = administrators.require();
        List<DesignVersion> versions = catalogue.versions();
        Acts acts = acts();
        Map<String, Integer> running = running(versions);
        Map<String, String> waiting = upgrades.waiting(versions);
        Map<String, List<String>> open = new HashMap<>();
        mapper.openFiles()
                .forEach(file -> open.computeIfAbsent(file.path(), path -> new ArrayList<>())
                        .add(file.changeId()));
        Set<String> own = new TreeSet<>();
        List<Item> items = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (DesignVersion version : versions) {
            String id = version.file().path() + "|" + (version.area() == null ? "" : version.area());
            if (seen.contains(id)) {
                continue;
            }
            seen.add(id);
            if (version.area() != null) {
                own.add(version.area());
            }
            ChangeRow act = acts.of(version);
            items.add(new Item(
                    version.file().path(),
                    version.file().kind(),
                    version.file().key(),
                    version.name(),
                    version.area(),
                    version.version(),
                    version.ref(),
                    PlatformClock.at(version.at()),
                    by(act),
                    confirmedBy(act),
                    act == null ? null : act.reason(),
                    source(version, act),
                    running.getOrDefault(id, 0),
                    open.getOrDefault(version.file().path(), List.of()),
                    waiting.containsKey(id) ? new Upgrade(DesignRef.PACKAGED) : null));
        }
        List<Area> areas = new ArrayList<>();
        registry.areasOfAlliances().forEach((code, name) -> areas.add(new Area(code, name, own.contains(code))));
        return new Everything(people.someone(me), PlatformClock.at(clock.millis()), areas, items, changes.all());
    }

    List<Version> versions(String path, @Nullable String area) {
        administrators.require();
        List<DesignVersion> all = catalogue.versions();
        Acts acts = acts();
        Map<String, Integer> runs = deployed.running();
        Map<String, Integer> byPolicy = rounds.openCasesByPolicy();
        List<Version> found = new ArrayList<>();
        for (DesignVersion version : all) {
            if (!version.file().path().equals(path) || !Objects.equals(version.area(), area)) {
                continue;
            }
            ChangeRow act = acts.of(version);
            found.add(new Version(
                    version.ref(),
                    version.definitionId(),
                    version.version(),
                    PlatformClock.at(version.at()),
                    by(act),
                    confirmedBy(act),
                    act == null ? null : act.reason(),
                    source(version, act),
                    version.model() == null
                            ? byPolicy.getOrDefault(version.file().key() + ":" + version.version(), 0)
                            : runs.getOrDefault(version.model().id(), 0),
                    found.isEmpty()));
        }
        return found;
    }

    /** How many cases run on any version of each file, by path and area: of a form, those whose diagram shows it. */
    private Map<String, Integer> running(List<DesignVersion> versions) {
        Map<String, Integer> runs = deployed.running();
        Map<String, Integer> byPolicy = rounds.openCasesByPolicy();
        Map<String, Integer> byFile = new HashMap<>();
        Map<String, Integer> byForm = new HashMap<>();
        for (DesignVersion version : versions) {
            String area = "|" + (version.area() == null ? "" : version.area());
            if (version.file().kind() == DesignKind.DIAGRAM) {
                int here = runs.getOrDefault(String.valueOf(version.definitionId()), 0);
                byFile.merge(version.file().path() + area, here, Integer::sum);
                if (here > 0) {
                    FormUse.in(catalogue.content(version))
                            .keySet()
                            .forEach(form -> byForm.merge(form + area, here, Integer::sum));
                }
            } else if (version.file().kind() == DesignKind.POLICY) {
                byFile.merge(
                        version.file().path() + area,
                        byPolicy.getOrDefault(version.file().key() + ":" + version.version(), 0),
                        Integer::sum);
            }
        }
        versions.stream()
                .filter(version -> version.file().kind() == DesignKind.FORM)
                .forEach(version -> {
                    String area = "|" + (version.area() == null ? "" : version.area());
                    byFile.put(
                            version.file().path() + area,
                            byForm.getOrDefault(version.file().key() + area, 0));
                });
        return byFile;
    }

    /** Which change put which version in force. */
    private record Acts(Map<String, ChangeRow> byRef) {

        @Nullable
        ChangeRow of(DesignVersion version) {
            return byRef.get(version.ref());
        }
    }

    private Acts acts() {
        Map<String, ChangeRow> byId = new HashMap<>();
        mapper.changes().forEach(change -> byId.put(change.id(), change));
        Map<String, ChangeRow> byRef = new HashMap<>();
        mapper.results()
                .forEach(result -> Optional.ofNullable(byId.get(result.changeId()))
                        .ifPresent(change -> byRef.put(result.ref(), change)));
        return new Acts(byRef);
    }

    private Someone by(@Nullable ChangeRow act) {
        return act == null
                ? PRODUCT
                : people.someone(Optional.ofNullable(act.proposedBy()).orElse(act.createdBy()));
    }

    private @Nullable Someone confirmedBy(@Nullable ChangeRow act) {
        return act == null || act.confirmedBy() == null ? null : people.someone(act.confirmedBy());
    }

    private static String source(DesignVersion version, @Nullable ChangeRow act) {
        return act != null || (version.model() != null && version.byAdministrators()) ? "流程设计" : "产品包";
    }
}
