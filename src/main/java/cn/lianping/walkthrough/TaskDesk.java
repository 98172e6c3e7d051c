package cn.lianping.walkthrough;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Works tasks as people do in the task list: find, claim, upload files, fill in the form, complete. */
final class TaskDesk {

    static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String LIANPING = "/camunda/api/lianping";

    private final Journal journal;
    private final Patience patience;
    private final RoundClock clock;

    TaskDesk(Journal journal, Patience patience, RoundClock clock) {
        this.journal = journal;
        this.patience = patience;
        this.clock = clock;
    }

    /** An act on a task: its name in the journal, who does it, on which task of which case or round. */
    record Act(String name, Person who, String taskKey, String businessKey, String what) {}

    /** A task a person holds, with the values its form shows. */
    record Held(Person who, String id, JsonNode shown) {

        String value(String variable) {
            return shown.path(variable).path("value").asText("");
        }

        void upload(String kind, String fileName, Map<String, String> more) {
            Multipart form = new Multipart()
                    .file("file", fileName + ".pdf", "application/pdf", SmallPdf.titled(fileName))
                    .text("kind", kind);
            more.forEach(form::text);
            who.upload(LIANPING + "/tasks/" + id + "/evidence", form);
        }
    }

    void complete(Act act, Function<Held, Map<String, Object>> answers) {
        complete(act, held -> true, answers);
    }

    /** Completes the task that is meant; nothing where the journal says it was done. */
    void complete(Act act, Predicate<Held> meant, Function<Held, Map<String, Object>> answers) {
        if (journal.has(act.name())) {
            return;
        }
        Held held = patience.await(() -> find(act, meant)).orElseThrow(() -> missing(act));
        act.who()
                .post(
                        ENGINE + "/task/" + held.id() + "/claim",
                        Map.of("userId", act.who().id()));
        Map<String, Object> fields = answers.apply(held);
        journal.intend(act.name(), held.id(), act.who().id(), act.what(), act.businessKey());
        submit(act, held, fields);
        record(act.name(), act.who(), act.what(), act.businessKey());
    }

    /** Records the act a cut-off run had sent but not recorded: its task is gone from the server. */
    void settleInterrupted(People people) {
        JsonNode act = journal.interrupted();
        if (act.isMissingNode()) {
            return;
        }
        Person who = people.called(act.path("who").asText());
        String path = ENGINE + "/task/" + act.path("task").asText();
        if (who.request("GET", path, Map.of(), new byte[0]).status() == 404) {
            record(
                    act.path("act").asText(),
                    who,
                    act.path("what").asText(),
                    act.path("case").asText());
        }
    }

    /** Whether the person has such a task now. */
    boolean has(Person who, String taskKey, String businessKey) {
        return !tasks(who, taskKey, businessKey).isEmpty();
    }

    /** Fills in a start form. */
    JsonNode start(Person who, String process, Map<String, Object> fields) {
        return who.post(startPath(process), Map.of("variables", variables(fields)));
    }

    Answer tryStart(Person who, String process, Map<String, Object> fields) {
        return who.send("POST", startPath(process), Map.of("variables", variables(fields)));
    }

    void record(String act, Person who, String what, String subject) {
        journal.record(act, clock.now().toString(), who.id(), what, subject);
    }

    /** Several choices of one field. */
    static Object choices(List<String> chosen) {
        try {
            return Map.of("type", "Json", "value", Answer.JSON.writeValueAsString(chosen));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String startPath(String process) {
        return ENGINE + "/process-definition/key/" + process + "/submit-form";
    }

    private static void submit(Act act, Held held, Map<String, Object> fields) {
        Answer answer = act.who()
                .send("POST", ENGINE + "/task/" + held.id() + "/submit-form", Map.of("variables", variables(fields)));
        if (!answer.ok()) {
            throw new Unexpected("%s 办理“%s”(%s,%s)被拒绝(%d):%s"
                    .formatted(
                            act.who().id(),
                            act.what(),
                            act.taskKey(),
                            act.businessKey(),
                            answer.status(),
                            answer.message()));
        }
    }

    private Optional<Held> find(Act act, Predicate<Held> meant) {
        for (JsonNode task : tasks(act.who(), act.taskKey(), act.businessKey())) {
            String id = task.path("id").asText();
            String assignee = task.path("assignee").asText("");
            if (!assignee.isEmpty()
                    && !assignee.equals("null")
                    && !assignee.equals(act.who().id())) {
                continue;
            }
            Answer shown = act.who()
                    .request(
                            "GET",
                            ENGINE + "/task/" + id + "/form-variables?deserializeValues=false",
                            Map.of(),
                            new byte[0]);
            if (shown.status() == 404) {
                continue;
            }
            Held held = new Held(
                    act.who(),
                    id,
                    act.who().require("GET", "form-variables", shown).json());
            if (meant.test(held)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    /** An empty business key stands for any. */
    private static JsonNode tasks(Person who, String taskKey, String businessKey) {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("taskDefinitionKey", taskKey);
        if (!businessKey.isEmpty()) {
            query.put("processInstanceBusinessKey", businessKey);
        }
        query.put(
                "orQueries",
                List.of(Map.of("candidateUser", who.id(), "includeAssignedTasks", true, "assignee", who.id())));
        return who.post(ENGINE + "/task", query);
    }

    private Unexpected missing(Act act) {
        return new Unexpected("等了 %d 秒,%s 的任务“%s”(%s)没有出现在 %s 的任务列表中"
                .formatted(
                        patience.limit().toSeconds(),
                        act.businessKey().isEmpty() ? "本批次" : act.businessKey(),
                        act.what(),
                        act.taskKey(),
                        act.who().id()));
    }

    private static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new LinkedHashMap<>();
        fields.forEach((key, value) -> variables.put(key, value instanceof Map<?, ?> ? value : Map.of("value", value)));
        return variables;
    }
}
