package cn.lianping.change;

import cn.lianping.Refusal;
import cn.lianping.engine.PlatformClock;
import cn.lianping.identity.People;
import cn.lianping.identity.Someone;
import cn.lianping.rehearsal.RehearsalState;
import cn.lianping.rehearsal.Rehearsals;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Changes from the first draft until they are in force; see {@code docs/design-api.md}. */
@RestController
@RequestMapping("/design/api")
class ChangeController {

    private final Changes changes;
    private final ChangeViews views;
    private final Proposals proposals;
    private final Rehearsals rehearsals;
    private final Administrators administrators;
    private final People people;

    ChangeController(
            Changes changes,
            ChangeViews views,
            Proposals proposals,
            Rehearsals rehearsals,
            Administrators administrators,
            People people) {
        this.changes = changes;
        this.views = views;
        this.proposals = proposals;
        this.rehearsals = rehearsals;
        this.administrators = administrators;
        this.people = people;
    }

    /** A change to be opened. */
    record Opened(
            @Nullable String title,
            @Nullable String area,
            @Nullable List<String> paths) {}

    @PostMapping("/changes")
    ChangeViews.View open(@RequestBody Opened request) {
        String area = request.area() == null || request.area().isBlank() ? null : request.area();
        return views.of(changes.open(request.title(), area, request.paths() == null ? List.of() : request.paths()));
    }

    @GetMapping("/changes/{id}")
    ChangeViews.View change(@PathVariable String id) {
        return views.of(id);
    }

    /** A draft to be saved. */
    record Saved(
            @Nullable String path,
            @Nullable String content,
            int baseVersion,
            @Nullable String baseRef) {}

    /** Somebody else was faster. */
    record Conflict(String type, String message, int version, Someone by, OffsetDateTime at) {}

    @PutMapping("/changes/{id}/files")
    ResponseEntity<Object> save(@PathVariable String id, @RequestBody Saved request) {
        if (request.path() == null || request.content() == null) {
            throw Refusal.invalid("没有要保存的文件");
        }
        Changes.Overtaken overtaken =
                changes.save(id, request.path(), request.content(), request.baseVersion(), request.baseRef());
        if (overtaken != null) {
            String message = "%s已在 %tF %<tR 保存了第 %d 版草稿,您的修改还没有保存;请比较后再决定"
                    .formatted(overtaken.by().name(), overtaken.at(), overtaken.version());
            return ResponseEntity.status(HttpStatus.CONFLICT)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new Conflict("Refusal", message, overtaken.version(), overtaken.by(), overtaken.at()));
        }
        return ResponseEntity.ok(views.of(id));
    }

    /** One saved draft. */
    record Draft(int version, Someone savedBy, OffsetDateTime savedAt, String ref) {}

    /** A file to be taken in. */
    record Added(@Nullable String path) {}

    @PostMapping("/changes/{id}/files")
    ChangeViews.View add(@PathVariable String id, @RequestBody Added request) {
        changes.add(id, request.path() == null ? "" : request.path());
        return views.of(id);
    }

    @GetMapping("/changes/{id}/files/versions")
    List<Draft> drafts(@PathVariable String id, @RequestParam String path) {
        return changes.drafts(id, path).stream()
                .map(draft -> new Draft(
                        draft.version(),
                        people.someone(draft.savedBy()),
                        PlatformClock.at(draft.savedAt()),
                        draft.ref()))
                .toList();
    }

    @DeleteMapping("/changes/{id}/files")
    ChangeViews.View remove(@PathVariable String id, @RequestParam String path) {
        changes.remove(id, path);
        return views.of(id);
    }

    /** The file that the person has open. */
    record Present(@Nullable String path) {}

    /** Who else is there. */
    record Editors(List<Changes.Editor> editors) {}

    @PostMapping("/changes/{id}/presence")
    Editors present(@PathVariable String id, @RequestBody Present request) {
        return new Editors(changes.present(id, request.path() == null ? "" : request.path()));
    }

    /** What was started. */
    record Started(String id) {}

    @PostMapping("/changes/{id}/rehearsals")
    Started rehearse(@PathVariable String id) {
        String user = administrators.require();
        ChangeRow change = changes.require(id);
        ChangeViews.View view = views.of(id);
        if (!view.may().rehearse()) {
            throw Refusal.conflict(
                    change.status().closed()
                            ? "修改方案" + change.status().chinese() + ",不再试运行"
                            : "请先改正错误;正在进行的试运行结束后才能再次开始");
        }
        return new Started(rehearsals.start(Readiness.bytes(changes.contents(id)), id, change.area(), user));
    }

    @GetMapping("/rehearsals/{id}")
    ChangeViews.RehearsalView rehearsal(@PathVariable String id) {
        administrators.require();
        RehearsalState state = rehearsals.find(id).orElseThrow(() -> Refusal.notFound("没有这次试运行"));
        return ChangeViews.RehearsalView.of(state, true);
    }

    @GetMapping("/rehearsals/{id}/report")
    ResponseEntity<String> report(@PathVariable String id) {
        administrators.require();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(rehearsals.report(id).orElseThrow(() -> Refusal.notFound("这次试运行还没有报告")));
    }

    /** Why, from when on, and why warnings are accepted. */
    record Proposed(
            @Nullable String reason,
            @Nullable OffsetDateTime effectiveAt,
            @Nullable Map<String, String> warnings) {}

    @PostMapping("/changes/{id}/proposal")
    ChangeViews.View propose(@PathVariable String id, @RequestBody Proposed request) {
        proposals.propose(id, request.reason(), request.effectiveAt(), request.warnings());
        return views.of(id);
    }

    @DeleteMapping("/changes/{id}/proposal")
    ChangeViews.View withdraw(@PathVariable String id) {
        proposals.withdraw(id);
        return views.of(id);
    }

    @PostMapping("/changes/{id}/confirmation")
    ChangeViews.View confirm(@PathVariable String id) {
        proposals.confirm(id);
        return views.of(id);
    }

    /** Why. */
    record Because(@Nullable String reason) {}

    @PostMapping("/changes/{id}/refusal")
    ChangeViews.View refuse(@PathVariable String id, @RequestBody Because request) {
        proposals.refuse(id, request.reason());
        return views.of(id);
    }

    @PostMapping("/changes/{id}/discard")
    ChangeViews.View discard(@PathVariable String id, @RequestBody Because request) {
        changes.discard(id, request.reason());
        return views.of(id);
    }
}
