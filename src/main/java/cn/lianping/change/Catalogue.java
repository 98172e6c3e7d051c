package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.engine.DeployedModel;
import cn.lianping.engine.DeployedModels;
import cn.lianping.engine.PackagedFiles;
import cn.lianping.engine.PlatformClock;
import cn.lianping.policy.PolicyService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every version of every diagram, decision table, form and policy there is. */
@Component
class Catalogue {

    /** The area code of policies that hold for the province. */
    static final String PROVINCE = "210000";

    private final DeployedModels deployed;
    private final PolicyService policies;
    private final PackagedFiles packaged;
    private final Map<String, String> packagedPaths = new HashMap<>();
    // what was deployed never changes
    private final Map<String, String> contents = new ConcurrentHashMap<>();

    Catalogue(DeployedModels deployed, PolicyService policies, PackagedFiles packaged) {
        this.deployed = deployed;
        this.policies = policies;
        this.packaged = packaged;
        packaged.all().keySet().forEach(path -> {
            DesignPath file = DesignPath.of(path);
            packagedPaths.put(file.kind().code() + ":" + file.key(), path);
        });
    }

    /** All versions, the newest of each file first. */
    List<DesignVersion> versions() {
        List<DesignVersion> versions = new ArrayList<>();
        deployed.all().forEach(model -> versions.add(version(model)));
        policies.published().stream()
                .sorted(Comparator.comparing(PolicyService.Published::version).reversed())
                .forEach(policy -> versions.add(new DesignVersion(
                        DesignPath.ofPolicy(policy.id()),
                        DesignRef.policy(policy.id(), policy.version()),
                        policy.title(),
                        policy.version(),
                        policy.areaCode().equals(PROVINCE) ? null : policy.areaCode(),
                        policy.createdAt(),
                        packaged.find(DesignPath.ofPolicy(policy.id()).path()).isEmpty() || policy.version() > 1,
                        null)));
        return named(versions);
    }

    private DesignVersion version(DeployedModel model) {
        return new DesignVersion(
                DesignPath.of(pathOf(model)),
                DesignRef.deployed(model.id()),
                model.name() == null ? model.key() : model.name(),
                model.version(),
                model.area(),
                model.deployedAt().atZone(PlatformClock.ZONE).toInstant().toEpochMilli(),
                DeployedModels.ADMINISTRATORS.equals(model.source()),
                model);
    }

    /** As in the product; else where it was deployed as; else where such files lie. */
    private String pathOf(DeployedModel model) {
        String known = packagedPaths.get(model.kind() + ":" + model.key());
        if (known != null) {
            return known;
        }
        if (DesignPath.is(model.resource())) {
            return model.resource();
        }
        return switch (model.kind()) {
            case "diagram" -> "processes/" + model.key() + ".bpmn";
            case "table" -> "processes/" + model.key() + ".dmn";
            default -> "forms/" + model.key() + ".form";
        };
    }

    /** A form is called after the steps that show it. */
    private List<DesignVersion> named(List<DesignVersion> versions) {
        Map<String, String> names = new HashMap<>();
        newest(versions, null).values().stream()
                .filter(version -> version.file().kind() == DesignKind.DIAGRAM)
                .forEach(diagram -> FormUse.in(content(diagram))
                        .forEach((form, step) -> names.merge(
                                form,
                                step.isEmpty() ? "发起:" + diagram.name() : step,
                                (one, other) -> one.contains(other) ? one : one + "、" + other)));
        return versions.stream()
                .map(version -> version.file().kind() == DesignKind.FORM
                                && names.containsKey(version.file().key())
                        ? new DesignVersion(
                                version.file(),
                                version.ref(),
                                Objects.requireNonNull(names.get(version.file().key())),
                                version.version(),
                                version.area(),
                                version.at(),
                                version.byAdministrators(),
                                version.model())
                        : version)
                .toList();
    }

    /** The newest of each file of this area alone, by path. */
    Map<String, DesignVersion> newest(List<DesignVersion> versions, @Nullable String area) {
        return versions.stream()
                .filter(version -> Objects.equals(version.area(), area))
                .collect(Collectors.toMap(
                        version -> version.file().path(), version -> version, (first, later) -> first, TreeMap::new));
    }

    /** The newest version of the file in this area; a city that has none of its own has the province's. */
    Optional<DesignVersion> newest(String path, @Nullable String area) {
        List<DesignVersion> versions = versions();
        DesignVersion own = newest(versions, area).get(path);
        return Optional.ofNullable(own == null ? newest(versions, null).get(path) : own);
    }

    /** What a version holds. */
    String content(DesignVersion version) {
        DeployedModel model = version.model();
        if (model != null) {
            return contents.computeIfAbsent(
                    model.id(), id -> new String(deployed.content(model), StandardCharsets.UTF_8));
        }
        return policies.document(version.file().key(), version.version()).orElseThrow();
    }

    /**
     * What the named version of the file holds; drafts are not known here.
     *
     * @throws Refusal if there is none
     */
    String content(String path, DesignRef ref) {
        return switch (ref.source()) {
            case PACKAGED ->
                packaged.find(path)
                        .map(content -> new String(content, StandardCharsets.UTF_8))
                        .orElseThrow(() -> Refusal.notFound("产品包中没有 " + path));
            case POLICY -> policies.document(ref.id(), ref.version()).orElseThrow(() -> Refusal.notFound("没有评价办法的这一版"));
            case DEPLOYED ->
                versions().stream()
                        .filter(version -> ref.id().equals(version.definitionId()))
                        .findFirst()
                        .map(this::content)
                        .orElseThrow(() -> Refusal.notFound("没有这一版,请刷新后重新选择"));
            case DRAFT -> throw new IllegalArgumentException("drafts belong to their change");
        };
    }

    /** Everything in force for the area, by path: its own, and the province's beside. */
    Map<String, String> inForce(@Nullable String area) {
        List<DesignVersion> versions = versions();
        Map<String, DesignVersion> all = new LinkedHashMap<>(newest(versions, null));
        if (area != null) {
            all.putAll(newest(versions, area));
        }
        Map<String, String> contents = new TreeMap<>();
        all.forEach((path, version) -> contents.put(path, content(version)));
        return contents;
    }
}
