package cn.lianping.office;

import cn.lianping.Refusal;
import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.People;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What belongs to one person: drafts, phrases, copies received, deputies. */
@RestController
@RequestMapping("/camunda/api/lianping")
class DeskOfOneController {

    private static final int PAGE = 20;

    private final Drafts drafts;
    private final Phrases phrases;
    private final Copies copies;
    private final Absences absences;
    private final HeldTasks held;
    private final People people;
    private final CurrentActor actor;

    DeskOfOneController(
            Drafts drafts,
            Phrases phrases,
            Copies copies,
            Absences absences,
            HeldTasks held,
            People people,
            CurrentActor actor) {
        this.drafts = drafts;
        this.phrases = phrases;
        this.copies = copies;
        this.absences = absences;
        this.held = held;
        this.people = people;
        this.actor = actor;
    }

    /** Who acts for the person, and when; days as 2026-02-11. */
    record NewStandIn(
            @Nullable String deputy,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** A text to be kept. */
    record NewPhrase(@Nullable String text) {}

    @PutMapping("/tasks/{taskId}/draft")
    Map<String, Object> keep(@PathVariable String taskId, @RequestBody Map<String, Object> entries) {
        return Map.of("at", Instant.ofEpochMilli(drafts.keep(taskId, entries)).toString());
    }

    @GetMapping("/tasks/{taskId}/draft")
    Map<String, Object> draft(@PathVariable String taskId) {
        held.visible(taskId);
        Map<String, Object> answer = new LinkedHashMap<>();
        drafts.kept(taskId).ifPresent(kept -> {
            answer.put("by", people.nameOf(kept.keptBy()));
            answer.put("at", Instant.ofEpochMilli(kept.keptAt()).toString());
        });
        return answer;
    }

    @DeleteMapping("/tasks/{taskId}/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String taskId) {
        drafts.discard(taskId);
    }

    @GetMapping("/me/phrases")
    List<Phrases.Phrase> phrases() {
        held.requireLogin();
        return phrases.all();
    }

    @PostMapping("/me/phrases")
    Map<String, String> keepPhrase(@RequestBody NewPhrase phrase) {
        held.requireLogin();
        return Map.of("id", phrases.keep(phrase.text()));
    }

    @DeleteMapping("/me/phrases/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forgetPhrase(@PathVariable String id) {
        held.requireLogin();
        phrases.forget(id);
    }

    @GetMapping("/me/copies")
    Map<String, Object> copies(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "0") int page) {
        held.requireLogin();
        String who = actor.userId();
        List<Map<String, Object>> rows = copies.to(who, search, Math.max(page, 0) * PAGE, PAGE).stream()
                .map(this::row)
                .toList();
        return Map.of("total", copies.count(who, search), "rows", rows);
    }

    private Map<String, Object> row(Copy copy) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", copy.id());
        row.put("caseNo", copy.caseNo());
        row.put("alliance", copy.alliance());
        row.put("task", copy.taskName());
        row.put("sender", people.nameOf(copy.sender()));
        row.put("note", copy.note());
        row.put("at", Instant.ofEpochMilli(copy.sentAt()).toString());
        row.put("read", copy.readAt() != null);
        return row;
    }

    @PostMapping("/me/copies/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id) {
        held.requireLogin();
        copies.markRead(id);
    }

    @GetMapping("/me/stand-ins")
    Map<String, Object> standIns() {
        held.requireLogin();
        return Map.of(
                "mine",
                absences.own().stream().map(one -> row(one, one.deputy())).toList(),
                "forOthers",
                absences.today(actor.userId()).stream()
                        .map(one -> row(one, one.principal()))
                        .toList(),
                "tasks",
                absences.tasks().stream()
                        .map(task -> Map.of(
                                "taskId", task.getId(), "name", task.getName(), "caseNo", HeldTasks.caseOf(task)))
                        .toList());
    }

    private Map<String, Object> row(StandIn one, String other) {
        return Map.of(
                "id", one.id(),
                "name", people.nameOf(other),
                "from", one.startsOn().toString(),
                "to", one.endsOn().toString(),
                "reason", one.reason(),
                "revoked", one.revokedAt() != null);
    }

    @PostMapping("/me/stand-ins")
    Map<String, String> name(@RequestBody NewStandIn wanted) {
        String deputy = wanted.deputy() == null ? "" : wanted.deputy();
        return Map.of("id", absences.name(deputy, day(wanted.from(), "开始日"), day(wanted.to(), "结束日"), wanted.reason()));
    }

    @PostMapping("/me/stand-ins/{id}/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        absences.revoke(id);
    }

    @PostMapping("/tasks/{taskId}/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(@PathVariable String taskId) {
        absences.takeOver(taskId);
    }

    private static LocalDate day(@Nullable String text, String label) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw Refusal.invalid("请填写" + label + ",如 2026-02-11");
        }
    }
}
