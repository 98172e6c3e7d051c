package cn.lianping.rehearsal.replay;

import cn.lianping.comprehensiveevaluation.ComprehensiveEvaluationProcess;
import cn.lianping.deliberation.DeliberationProcess;
import cn.lianping.evidence.EvidenceKind;
import cn.lianping.rehearsal.past.RecordedCase;
import cn.lianping.rehearsal.past.RecordedEntry;
import cn.lianping.rehearsal.past.RecordedRound;
import cn.lianping.round.RoundProcess;
import cn.lianping.selfevaluation.SelfEvaluationProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** Gives the recorded acts of one round again. Case numbers are translated: a case may get another one. */
final class Performance {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReplayTools tools;
    private final RecordedRound round;
    private final Draft draft;
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> tasks = new HashMap<>();

    Performance(ReplayTools tools, RecordedRound round, Draft draft) {
        this.tools = tools;
        this.round = round;
        this.draft = draft;
    }

    /** The case or round in this replay. */
    Optional<String> keyOf(String recorded) {
        return Optional.ofNullable(keys.get(recorded));
    }

    /** As recorded. */
    Optional<String> recorded(@Nullable String key) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    boolean hasEnded(String recorded) {
        return keyOf(recorded)
                .map(caseNo -> tools.cases().require(caseNo).status().ended())
                .orElse(false);
    }

    /** Whether the act can be given now: its task is there. */
    boolean isReady(Act act) {
        return switch (act.kind()) {
            case COMPLETE, RETURN, ADD_SIGNER, REMOVE_SIGNER -> task(act).isPresent();
            case START ->
                !act.subject().equals(RoundProcess.ALLIANCE_EVALUATION)
                        || keyOf(round.roundNo()).isPresent();
            case OBJECT -> keyOf(act.key()).flatMap(tools.notices()::latestFor).isPresent();
            case RECUSE ->
                keyOf(act.key())
                        .map(key -> tools.panels().seats(key).stream()
                                .anyMatch(seat -> act.subject().equals(seat.expert())))
                        .orElse(false);
            case WITHDRAW, TAKE_BACK -> keyOf(act.key()).isPresent();
        };
    }

    /** The cases and the round as far as they came to be, as they are called in this replay. */
    Set<String> keys() {
        return Set.copyOf(keys.values());
    }

    private Optional<Task> task(Act act) {
        String instance = act.details().path("instance").asText("");
        return keyOf(act.key()).flatMap(key -> tools.steps().find(key, act.subject(), instance, act.actor()));
    }

    void perform(Act act) {
        switch (act.kind()) {
            case START -> start(act);
            case COMPLETE -> complete(act, task(act).orElseThrow());
            case WITHDRAW -> tools.hands().withdraw(act.actor(), key(act), words(act, "reason"));
            case OBJECT -> tools.hands().object(key(act));
            case RECUSE ->
                tools.hands()
                        .recuse(
                                act.actor(),
                                key(act),
                                act.subject(),
                                act.replacement(entries(act.key())).orElse(null),
                                words(act, "reason"));
            case RETURN ->
                tools.hands()
                        .sendBack(
                                act.actor(),
                                task(act).orElseThrow(),
                                act.details().path("to").asText(),
                                words(act, "opinion"));
            case TAKE_BACK ->
                tools.hands()
                        .takeBack(
                                act.actor(),
                                tasks.getOrDefault(act.details().path("done").asText(), ""),
                                words(act, "opinion"));
            case ADD_SIGNER ->
                tools.hands()
                        .addSigner(
                                act.actor(),
                                task(act).orElseThrow(),
                                act.details().path("who").asText(),
                                words(act, "opinion"));
            case REMOVE_SIGNER ->
                tools.hands()
                        .removeSigner(
                                act.actor(),
                                task(act).orElseThrow(),
                                act.details().path("who").asText(),
                                words(act, "opinion"));
        }
    }

    private static String words(Act act, String field) {
        return act.details().path(field).asText("(不在记录中)");
    }

    private String key(Act act) {
        return keyOf(act.key()).orElseThrow();
    }

    private List<RecordedEntry> entries(String key) {
        return round.cases().stream()
                .filter(one -> one.caseNo().equals(key))
                .map(RecordedCase::entries)
                .findFirst()
                .orElse(round.entries());
    }

    private void start(Act act) {
        String key = tools.hands().start(act.actor(), act.subject(), draft.area(), translated(act.form()));
        keys.putIfAbsent(act.key(), key);
        if (act.subject().equals(RoundProcess.ALLIANCE_EVALUATION)) {
            new Trail(entries(act.key())).seed().ifPresent(seed -> tools.seeds().use(key, seed));
        }
    }

    private void complete(Act act, Task task) {
        tools.hands().admit(act.actor(), task);
        Map<String, Object> form = new HashMap<>(translated(act.form()));
        Map<String, Object> shown = tools.desk().shown(act.actor(), task);
        switch (act.subject()) {
            case SelfEvaluationProcess.SEAL_REPORT -> {
                String member = tools.steps().variable(task, SelfEvaluationProcess.MEMBER.name());
                tools.hands().upload(act.actor(), task, EvidenceKind.SEAL, member);
                // the code of the report as it is now
                form.put("verificationCode", shown.getOrDefault("reportCode", ""));
            }
            case DeliberationProcess.RECORD_DELIBERATION -> beforeMinutes(act, task);
            case ComprehensiveEvaluationProcess.CONFIRM_PANEL -> {
                if (!String.valueOf(form.get("panel")).equals(String.valueOf(shown.get("panel")))) {
                    form.putIfAbsent("reason", "按记录");
                }
            }
            default -> {}
        }
        Map<String, Object> values = tools.filling().fill(task, shown, form, draft.chooser(), false);
        tools.walks().acting(act.subject(), tools.forms().words(task.getId(), values));
        try {
            tools.desk().complete(act.actor(), task, values);
        } finally {
            tools.walks().acted();
        }
        tasks.put(act.details().path("taskId").asText(), task.getId());
    }

    /** The decisions of the meeting, as its record has them. */
    private void beforeMinutes(Act act, Task task) {
        round.entries().stream()
                .filter(entry -> entry.act().equals("登记审议结果") && Math.abs(entry.at() - act.at()) < Act.AT_ONCE_MILLIS)
                .findFirst()
                .ifPresent(entry -> json(entry.details())
                        .path("decisions")
                        .properties()
                        .forEach(decision -> keyOf(decision.getKey()).ifPresent(caseNo -> {
                            String[] parts = decision.getValue().asText().split(":", 2);
                            if (!parts[0].equals("CONFIRM")
                                    && tools.cases().require(caseNo).status().undecided()) {
                                tools.hands()
                                        .decide(
                                                act.actor(),
                                                String.valueOf(task.getDescription()),
                                                caseNo,
                                                parts[0],
                                                parts.length > 1 ? parts[1] : "(不在记录中)");
                            }
                        })));
        tools.hands().upload(act.actor(), task, EvidenceKind.MINUTES, null);
    }

    private Map<String, Object> translated(Map<String, Object> form) {
        Map<String, Object> translated = new HashMap<>();
        form.forEach((key, value) -> translated.put(
                key,
                value instanceof Collection<?> many
                        ? many.stream()
                                .map(one -> (Object) keys.getOrDefault(String.valueOf(one), String.valueOf(one)))
                                .toList()
                        : value instanceof String text ? keys.getOrDefault(text, text) : value));
        return translated;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Where the case or round is now, as people read it. */
    String whereabouts(String recorded) {
        Optional<String> key = keyOf(recorded);
        if (key.isEmpty()) {
            return "案卷或批次还没有发起";
        }
        List<Task> open = tools.steps().of(key.get());
        return open.isEmpty()
                ? "现在没有待办任务"
                : "现在等在"
                        + open.stream()
                                .map(task -> "“" + task.getName() + "”")
                                .distinct()
                                .collect(Collectors.joining("、"));
    }
}
