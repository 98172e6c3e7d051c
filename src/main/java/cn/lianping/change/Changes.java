package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditChain;
import cn.lianping.audit.AuditLog;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.People;
import cn.lianping.identity.Someone;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting: changes with their files; every saved draft stays, and nobody overwrites another unseen. */
@Service
@Transactional
public class Changes {

    private static final int MOST_FILES = 200;
    private static final int LONGEST_TITLE = 200;

    /** As the gate before deployments. */
    private static final int MOST_BYTES = 1 << 20;

    /** Three heartbeats. */
    private static final long PRESENT_MILLIS = 30_000;

    private final ChangeMapper mapper;
    private final Beginnings beginnings;
    private final Administrators administrators;
    private final Registry registry;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    Changes(
            ChangeMapper mapper,
            Beginnings beginnings,
            Administrators administrators,
            Registry registry,
            People people,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.beginnings = beginnings;
        this.administrators = administrators;
        this.registry = registry;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody else saved the file since the editor read it. */
    record Overtaken(int version, Someone by, OffsetDateTime at) {}

    /** Somebody who has a file of the change open. */
    record Editor(String id, String name, String path, OffsetDateTime since) {}

    /**
     * Opens a change.
     *
     * @param area the city whose own measures it changes, null for the province
     * @param paths of its files; more can come later
     * @return its id
     */
    String open(@Nullable String title, @Nullable String area, List<String> paths) {
        String user = administrators.require();
        String name = title == null ? "" : title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) {
            throw Refusal.invalid("请给修改方案起一个名称,不超过 " + LONGEST_TITLE + " 字");
        }
        if (area != null && !registry.areasOfAlliances().containsKey(area)) {
            throw Refusal.invalid("没有地区 " + area + ",请从列表中选择");
        }
        String id = UUID.randomUUID().toString();
        long now = clock.millis();
        mapper.insertChange(new ChangeRow(
                id,
                name,
                area,
                ChangeStatus.DRAFT,
                user,
                now,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null));
        for (String path : new LinkedHashSet<>(paths)) {
            begin(id, DesignPath.of(path), area, user);
        }
        audit.record(AuditChain.PLATFORM, "新建修改方案", name, Map.of("change", id, "paths", List.copyOf(paths)));
        return id;
    }

    private void begin(String id, DesignPath file, @Nullable String area, String user) {
        Beginnings.Beginning first = beginnings.of(file, area);
        add(id, file, first.content(), first.baseRef(), user);
    }

    private void add(String id, DesignPath file, String content, @Nullable String baseRef, String user) {
        if (mapper.files(id).size() >= MOST_FILES) {
            throw Refusal.invalid("一个修改方案最多 " + MOST_FILES + " 个文件");
        }
        int version = mapper.lastDraft(id, file.path()) + 1;
        mapper.insertFile(new FileRow(id, file.path(), version, baseRef));
        mapper.insertDraft(new DraftRow(id, file.path(), version, content, user, clock.millis()));
    }

    /** Takes a file into the change; it begins as what is in force, or as a template. */
    void add(String id, String path) {
        String user = administrators.require();
        ChangeRow change = editable(id);
        DesignPath file = DesignPath.of(path);
        if (mapper.files(id).stream().anyMatch(row -> row.path().equals(file.path()))) {
            throw Refusal.conflict("方案中已有 " + file.path());
        }
        begin(id, file, change.area(), user);
    }

    /**
     * Saves a draft.
     *
     * @param baseVersion the draft that the editor read; 0 for a file that is not in the change yet
     * @param baseRef the version in force that the draft now builds on, after a merge by hand; null to leave it
     * @return who was faster, null when it was saved
     */
    @Nullable
    Overtaken save(String id, String path, String content, int baseVersion, @Nullable String baseRef) {
        String user = administrators.require();
        ChangeRow change = editable(id);
        DesignPath file = DesignPath.of(path);
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw Refusal.invalid("文件有 %,d KB,超过 1,024 KB,没有保存;请检查是不是选错了文件".formatted(bytes / 1024));
        }
        if (baseRef != null) {
            DesignRef.read(baseRef);
        }
        FileRow there = mapper.file(id, path);
        if (there == null) {
            Beginnings.Beginning first = beginnings.of(file, change.area());
            add(id, file, content, baseRef == null ? first.baseRef() : baseRef, user);
            touch(change);
            return null;
        }
        if (there.version() != baseVersion) {
            DraftRow newest = mapper.draft(id, path, there.version());
            if (newest == null) {
                throw new IllegalStateException(path);
            }
            if (newest.content().equals(content)) {
                return null;
            }
            return new Overtaken(
                    newest.version(), people.someone(newest.savedBy()), PlatformClock.at(newest.savedAt()));
        }
        DraftRow newest = mapper.draft(id, path, there.version());
        String base = baseRef == null ? there.baseRef() : baseRef;
        if (newest != null && newest.content().equals(content) && baseRef == null) {
            return null;
        }
        int next = mapper.lastDraft(id, path) + 1;
        // the change is locked: nobody else counts on
        mapper.advanceFile(id, path, there.version(), next, base);
        mapper.insertDraft(new DraftRow(id, path, next, content, user, clock.millis()));
        touch(change);
        return null;
    }

    /** Takes a file out of the change; its drafts stay. */
    void remove(String id, String path) {
        administrators.require();
        ChangeRow change = editable(id);
        if (mapper.deleteFile(id, path) == 0) {
            throw Refusal.notFound("修改方案中没有 " + path);
        }
        touch(change);
    }

    /** The drafts of a file, without content, the newest first. */
    @Transactional(readOnly = true)
    List<DraftRow> drafts(String id, String path) {
        administrators.require();
        require(id);
        return mapper.drafts(id, path);
    }

    /** What a draft holds. */
    @Transactional(readOnly = true)
    String content(String id, String path, int version) {
        administrators.require();
        DraftRow draft = mapper.draft(id, path, version);
        if (draft == null) {
            throw Refusal.notFound("没有这一版草稿,请刷新后重新选择");
        }
        return draft.content();
    }

    /** Tells that the person has the file open; the answer is who else is in the change. */
    List<Editor> present(String id, String path) {
        String user = administrators.require();
        require(id);
        long now = clock.millis();
        if (mapper.updatePresence(id, user, path, now) == 0) {
            try {
                mapper.insertPresence(id, user, path, now);
            } catch (DuplicateKeyException e) {
                // a second window of the same person was faster
                mapper.updatePresence(id, user, path, now);
            }
        }
        return editors(id, user);
    }

    /** Who else is in the change. */
    List<Editor> editors(String id, String except) {
        return mapper.present(id, clock.millis() - PRESENT_MILLIS).stream()
                .filter(one -> !one.userId().equals(except))
                .map(one -> new Editor(
                        one.userId(), people.nameOf(one.userId()), one.path(), PlatformClock.at(one.since())))
                .toList();
    }

    /** Gives the change up; its drafts stay readable. */
    void discard(String id, @Nullable String reason) {
        administrators.require();
        ChangeRow change = editable(id);
        String why = Administrators.reason(reason);
        mapper.updateChange(ChangeEdit.of(change, clock.millis()).discarded(why));
        audit.record(AuditChain.PLATFORM, "作废修改方案", change.title(), Map.of("change", id, "reason", why));
    }

    /** The newest draft of every file, by path. */
    Map<String, String> contents(String id) {
        Map<String, String> contents = new TreeMap<>();
        mapper.newestDrafts(id).forEach(draft -> contents.put(draft.path(), draft.content()));
        return contents;
    }

    /** @throws Refusal if there is no such change */
    ChangeRow require(String id) {
        ChangeRow change = mapper.change(id);
        if (change == null) {
            throw Refusal.notFound("没有这个修改方案");
        }
        return change;
    }

    private ChangeRow editable(String id) {
        ChangeRow change = mapper.lockChange(id);
        if (change == null) {
            throw Refusal.notFound("没有这个修改方案");
        }
        if (change.status() != ChangeStatus.DRAFT && change.status() != ChangeStatus.FAILED) {
            throw Refusal.conflict("修改方案“%s”%s,不能再改;需要修改的,先撤回"
                    .formatted(change.title(), change.status().chinese()));
        }
        return change;
    }

    private void touch(ChangeRow change) {
        mapper.updateChange(ChangeEdit.of(change, clock.millis()).edited());
    }
}
