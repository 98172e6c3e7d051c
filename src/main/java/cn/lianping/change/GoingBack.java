package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.design.Problem;
import cn.lianping.design.Severity;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 恢复此版: a former version becomes the newest again, together with the former versions of what had come with its
 * successor. One administrator is enough: two had put that version in force before, and nothing new comes.
 */
@Service
@Transactional
class GoingBack {

    private final ChangeMapper mapper;
    private final Catalogue catalogue;
    private final ChangeCheck check;
    private final PuttingInForce puttingInForce;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    GoingBack(
            ChangeMapper mapper,
            Catalogue catalogue,
            ChangeCheck check,
            PuttingInForce puttingInForce,
            Administrators administrators,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.check = check;
        this.puttingInForce = puttingInForce;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes the version the newest again; the answer says what was done. */
    String goBack(String path, @Nullable String area, String ref, @Nullable String reason) {
        String user = administrators.require();
        String why = Administrators.reason(reason);
        List<DesignVersion> versions = catalogue.versions();
        List<DesignVersion> own = of(versions, path, area);
        DesignVersion wanted = own.stream()
                .filter(version -> version.ref().equals(ref))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这一版,请刷新后重新选择"));
        DesignVersion newest = own.get(0);
        String content = catalogue.content(wanted);
        if (sameContent(wanted, content, newest)) {
            throw Refusal.conflict("第 %d 版的内容就是现行内容,不需要恢复".formatted(wanted.version()));
        }
        Map<String, String> contents = new TreeMap<>();
        contents.put(path, restored(wanted, content, newest));
        siblings(versions, newest, area)
                .forEach((sibling, version) -> contents.put(
                        sibling,
                        restored(
                                version,
                                catalogue.content(version),
                                of(versions, sibling, area).get(0))));
        requireSound(contents, area);
        long now = clock.millis();
        ChangeRow change = new ChangeRow(
                UUID.randomUUID().toString(),
                "恢复“%s”第 %d 版".formatted(wanted.name(), wanted.version()),
                area,
                ChangeStatus.IN_FORCE,
                user,
                now,
                now,
                why,
                null,
                user,
                now,
                null,
                null,
                null,
                null,
                null,
                now,
                null);
        mapper.insertChange(change);
        contents.forEach((file, text) -> {
            mapper.insertFile(new FileRow(change.id(), file, 1, null));
            mapper.insertDraft(new DraftRow(change.id(), file, 1, text, user, now));
        });
        List<String> refs = puttingInForce.put(change, contents);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("change", change.id());
        details.put("from", newest.ref());
        details.put("to", ref);
        details.put("versions", refs);
        details.put("reason", why);
        audit.record(AuditChain.PLATFORM, "恢复前版", change.title(), details);
        List<String> others = new ArrayList<>(contents.keySet());
        others.remove(path);
        return "已恢复“%s”第 %d 版的内容,新发起的案卷按它办理%s;在办的案卷仍按原版本,可用“迁移”带过来"
                .formatted(
                        wanted.name(), wanted.version(), others.isEmpty() ? "" : ",同时恢复了 " + String.join("、", others));
    }

    private static List<DesignVersion> of(List<DesignVersion> versions, String path, @Nullable String area) {
        List<DesignVersion> found = versions.stream()
                .filter(version -> version.file().path().equals(path) && Objects.equals(version.area(), area))
                .toList();
        if (found.isEmpty()) {
            throw Refusal.notFound("没有 " + path + ",请刷新后重新选择");
        }
        return found;
    }

    private boolean sameContent(DesignVersion wanted, String content, DesignVersion newest) {
        String now = catalogue.content(newest);
        return wanted.file().kind() == DesignKind.POLICY
                ? restored(wanted, content, newest).equals(restored(newest, now, newest))
                : content.equals(now);
    }

    /** A published policy never changes: its content comes back as the next version. */
    private static String restored(DesignVersion version, String content, DesignVersion newest) {
        return version.file().kind() == DesignKind.POLICY
                ? Beginnings.policy(content, version.file().key(), null, newest.version() + 1)
                : content;
    }

    /** What came in the same change as the version that goes, where it is still the newest and had a version before. */
    private Map<String, DesignVersion> siblings(
            List<DesignVersion> versions, DesignVersion going, @Nullable String area) {
        Map<String, String> changeByRef = new LinkedHashMap<>();
        mapper.results().forEach(result -> changeByRef.put(result.ref(), result.changeId()));
        String change = changeByRef.get(going.ref());
        Map<String, DesignVersion> siblings = new TreeMap<>();
        if (change == null) {
            return siblings;
        }
        catalogue.newest(versions, area).forEach((path, newest) -> {
            if (!path.equals(going.file().path()) && change.equals(changeByRef.get(newest.ref()))) {
                Optional<DesignVersion> before =
                        of(versions, path, area).stream().skip(1).findFirst();
                before.ifPresent(version -> siblings.put(path, version));
            }
        });
        return siblings;
    }

    private void requireSound(Map<String, String> contents, @Nullable String area) {
        List<Problem> errors = check.problems(contents, area).stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw Refusal.conflict("不能恢复:该版与现在的平台或表单不合。" + errors.get(0).sentence());
        }
    }
}
