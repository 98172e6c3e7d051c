package cn.lianping.change;

import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.People;
import cn.lianping.identity.Someone;
import cn.lianping.rehearsal.RehearsalState;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes as the page shows them. */
@Service
@Transactional(readOnly = true)
class ChangeViews {

    private final ChangeMapper mapper;
    private final Changes changes;
    private final Catalogue catalogue;
    private final Readiness readiness;
    private final Administrators administrators;
    private final People people;

    ChangeViews(
            ChangeMapper mapper,
            Changes changes,
            Catalogue catalogue,
            Readiness readiness,
            Administrators administrators,
            People people) {
        this.mapper = mapper;
        this.changes = changes;
        this.catalogue = catalogue;
        this.readiness = readiness;
        this.administrators = administrators;
        this.people = people;
    }

    /** A change in a list. */
    record Summary(
            String id,
            String title,
            @Nullable String area,
            ChangeStatus status,
            Someone createdBy,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            List<String> paths) {}

    /** A file of a change with its newest draft. */
    record FileView(
            String path,
            DesignKind kind,
            String name,
            int version,
            Someone savedBy,
            OffsetDateTime savedAt,
            @Nullable String baseRef,
            boolean isNew) {}

    /** What the person who looks may do. */
    record May(
            boolean edit,
            boolean rehearse,
            boolean propose,
            boolean withdraw,
            boolean confirm,
            boolean refuse,
            boolean discard) {}

    /** The last rehearsal of a change. */
    record RehearsalView(
            String id,
            String state,
            boolean current,
            boolean passed,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            int percent,
            String text) {

        static RehearsalView of(RehearsalState state, boolean current) {
            Long ended = state.endedAt();
            return new RehearsalView(
                    state.id(),
                    state.state(),
                    current,
                    state.passed(),
                    PlatformClock.at(state.startedAt()),
                    ended == null ? null : PlatformClock.at(ended),
                    state.percent(),
                    state.text());
        }
    }

    /** A change with everything. */
    record View(
            String id,
            String title,
            @Nullable String area,
            ChangeStatus status,
            Someone createdBy,
            OffsetDateTime createdAt,
            OffsetDateTime updatedAt,
            List<String> paths,
            @Nullable String reason,
            @Nullable OffsetDateTime effectiveAt,
            @Nullable Someone proposedBy,
            @Nullable OffsetDateTime proposedAt,
            @Nullable Someone confirmedBy,
            @Nullable OffsetDateTime confirmedAt,
            @Nullable OffsetDateTime inForceAt,
            @Nullable String refusal,
            @Nullable String failure,
            List<FileView> files,
            List<Changes.Editor> editors,
            List<Problems.Shown> problems,
            @Nullable RehearsalView rehearsal,
            May may,
            List<String> hindrances) {}

    List<Summary> all() {
        administrators.require();
        List<ChangeRow> rows = mapper.changes();
        Map<String, String> names =
                people.names(rows.stream().map(ChangeRow::createdBy).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Summary(
                        row.id(),
                        row.title(),
                        row.area(),
                        row.status(),
                        new Someone(row.createdBy(), names.getOrDefault(row.createdBy(), row.createdBy())),
                        PlatformClock.at(row.createdAt()),
                        PlatformClock.at(row.updatedAt()),
                        mapper.files(row.id()).stream().map(FileRow::path).toList()))
                .toList();
    }

    View of(String id) {
        String me = administrators.require();
        ChangeRow row = changes.require(id);
        List<FileView> files = files(row);
        boolean open = !row.status().closed();
        Readiness.Standing standing =
                open ? readiness.of(row) : new Readiness.Standing("", List.of(), null, false, List.of());
        RehearsalState last = standing.rehearsal();
        return new View(
                row.id(),
                row.title(),
                row.area(),
                row.status(),
                people.someone(row.createdBy()),
                PlatformClock.at(row.createdAt()),
                PlatformClock.at(row.updatedAt()),
                files.stream().map(FileView::path).toList(),
                row.reason(),
                at(row.effectiveAt()),
                someone(row.proposedBy()),
                at(row.proposedAt()),
                someone(row.confirmedBy()),
                at(row.confirmedAt()),
                at(row.inForceAt()),
                row.refusal(),
                row.failure(),
                files,
                changes.editors(id, me),
                standing.problems().stream().map(Problems::shown).toList(),
                last == null ? null : RehearsalView.of(last, standing.current()),
                may(row, me, standing),
                standing.hindrances());
    }

    private static May may(ChangeRow row, String me, Readiness.Standing standing) {
        boolean draft = row.status() == ChangeStatus.DRAFT || row.status() == ChangeStatus.FAILED;
        boolean waiting = row.status() == ChangeStatus.PROPOSED || row.status() == ChangeStatus.SCHEDULED;
        boolean mine = me.equals(row.proposedBy());
        boolean ready = standing.hindrances().isEmpty();
        RehearsalState last = standing.rehearsal();
        boolean running = last != null
                && standing.current()
                && (last.state().equals("WAITING") || last.state().equals("RUNNING"));
        return new May(
                draft,
                !row.status().closed() && Problems.errors(standing.problems()) == 0 && !running,
                draft && ready,
                waiting && mine,
                row.status() == ChangeStatus.PROPOSED && !mine && ready,
                waiting && !mine,
                draft);
    }

    private List<FileView> files(ChangeRow row) {
        Map<String, String> names = new HashMap<>();
        catalogue.versions().forEach(version -> names.putIfAbsent(version.file().path(), version.name()));
        Map<String, String> bases = new HashMap<>();
        mapper.files(row.id())
                .forEach(file -> Optional.ofNullable(file.baseRef()).ifPresent(ref -> bases.put(file.path(), ref)));
        return mapper.newestDrafts(row.id()).stream()
                .map(draft -> {
                    DesignPath file = DesignPath.of(draft.path());
                    return new FileView(
                            draft.path(),
                            file.kind(),
                            names.getOrDefault(draft.path(), file.key()),
                            draft.version(),
                            people.someone(draft.savedBy()),
                            PlatformClock.at(draft.savedAt()),
                            bases.get(draft.path()),
                            !bases.containsKey(draft.path()));
                })
                .toList();
    }

    private @Nullable Someone someone(@Nullable String userId) {
        return userId == null ? null : people.someone(userId);
    }

    private static @Nullable OffsetDateTime at(@Nullable Long millis) {
        return millis == null ? null : PlatformClock.at(millis);
    }
}
