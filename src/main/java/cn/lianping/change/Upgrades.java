package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.PackagedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 产品升级: where administrators have their own version, the packaged one never replaces it. What the product brings and
 * nobody has looked at yet is shown until it is merged or the own one is kept.
 */
@Service
@Transactional
class Upgrades {

    private final ChangeMapper mapper;
    private final Catalogue catalogue;
    private final PackagedFiles packaged;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    Upgrades(
            ChangeMapper mapper,
            Catalogue catalogue,
            PackagedFiles packaged,
            Administrators administrators,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.packaged = packaged;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The packaged files that wait for a decision, each with the SHA-256 of its content, by path and area.
     *
     * <p>A packaged version that was in force before the administrators' own is known: that one was changed knowingly.
     */
    Map<String, String> waiting(List<DesignVersion> versions) {
        List<String> kept = mapper.kept();
        Map<String, String> waiting = new TreeMap<>();
        packaged.all().forEach((path, bytes) -> {
            String content = new String(bytes, StandardCharsets.UTF_8);
            String sha256 = Problems.sha256(content);
            versions.stream()
                    .filter(version -> version.file().path().equals(path))
                    .map(version -> Optional.ofNullable(version.area()).orElse(""))
                    .distinct()
                    .filter(area -> isNew(versions, path, area, content) && !kept.contains(keptKey(path, area, sha256)))
                    .forEach(area -> waiting.put(path + "|" + area, sha256));
        });
        return waiting;
    }

    private boolean isNew(List<DesignVersion> versions, String path, String area, String content) {
        List<DesignVersion> own = versions.stream()
                .filter(version -> version.file().path().equals(path)
                        && Optional.ofNullable(version.area()).orElse("").equals(area))
                .toList();
        // a city's own begin as a copy of the province's, which is where the packaged version would arrive
        boolean changed = own.get(0).byAdministrators() && area.isEmpty();
        return changed
                && own.get(0).file().kind() != DesignKind.POLICY
                && own.stream().noneMatch(version -> catalogue.content(version).equals(content));
    }

    private static String keptKey(String path, String area, String sha256) {
        return path + "|" + area + "|" + sha256;
    }

    /** Keeps the own version: the packaged one is not shown again until the product brings another. */
    String keep(String path, @Nullable String area, @Nullable String reason) {
        String user = administrators.require();
        String why = Administrators.reason(reason);
        String code = area == null ? "" : area;
        String sha256 = waiting(catalogue.versions()).get(path + "|" + code);
        if (sha256 == null) {
            throw Refusal.conflict(path + " 没有待处理的产品新版本");
        }
        try {
            mapper.insertKept(path, code, sha256, why, user, clock.millis());
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("刚刚已由他人处理,请刷新");
        }
        audit.record(AuditChain.PLATFORM, "保留现行版本", path, Map.of("area", code, "sha256", sha256, "reason", why));
        return "已保留现行版本;产品再带来新版本时会重新提示";
    }
}
