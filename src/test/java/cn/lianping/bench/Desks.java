package cn.lianping.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.lianping.web.Visitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What Tasklist asks of the server when people open a list, search, open a task and complete it. */
final class Desks {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String LIANPING = "/camunda/api/lianping";
    private static final Map<String, String> HAL = Map.of("Accept", "application/hal+json, application/json; q=0.5");
    private static final int PAGE = 15;
    private static final int TIMES = 60;
    private static final int WARM_UP = 5;

    private final int port;
    private final DatabaseMeter meter;
    private final Map<String, Visitor> people = new HashMap<>();

    Desks(int port, DatabaseMeter meter) {
        this.port = port;
        this.meter = meter;
    }

    private Visitor person(String id) {
        return people.computeIfAbsent(id, user -> Visitor.loggedIn(port, user));
    }

    /** The page of a list with its cards, by these people in turn. */
    Sample everybody(String name, List<String> who, String list) {
        List<Supplier<Long>> acts = new ArrayList<>();
        for (int i = 0; i < TIMES + WARM_UP; i++) {
            Visitor visitor = person(who.get(i % who.size()));
            String filter = filter(visitor, list);
            acts.add(() -> openList(visitor, filter));
        }
        return sample(name, acts);
    }

    private static String filter(Visitor visitor, String list) {
        for (JsonNode filter :
                ok(visitor.get(ENGINE + "/filter?resourceType=Task")).json()) {
            if (filter.path("name").asText().equals(list)) {
                return filter.path("id").asText();
            }
        }
        throw new AssertionError(list);
    }

    private static long openList(Visitor visitor, String filter) {
        Visitor.Answer answer = ok(visitor.post(
                ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=" + PAGE,
                Map.of("active", true, "sorting", List.of(Map.of("sortBy", "created", "sortOrder", "desc"))),
                HAL));
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("_embedded")
                .path("task")
                .forEach(task -> ids.add(task.path("id").asText()));
        assertThat(ids).isNotEmpty();
        Visitor.Answer cards = ok(visitor.get(LIANPING + "/tasks/cards?ids=" + String.join(",", ids)));
        assertThat(cards.json()).hasSameSizeAs(ids);
        return answer.body().length() + cards.body().length();
    }

    /** A search, by these people in turn. */
    Sample search(String name, List<String> who, String text) {
        List<Supplier<Long>> acts = new ArrayList<>();
        String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
        for (int i = 0; i < TIMES + WARM_UP; i++) {
            Visitor visitor = person(who.get(i % who.size()));
            acts.add(() -> (long) ok(visitor.get(LIANPING + "/tasks/search?text=" + asked))
                    .body()
                    .length());
        }
        return sample(name, acts);
    }

    /** A task with everything that stands on the page when it opens. */
    Sample open(String name, Map<String, String> tasks) {
        List<Supplier<Long>> acts = new ArrayList<>();
        tasks.forEach((task, who) -> {
            Visitor visitor = person(who);
            acts.add(() -> openTask(visitor, task));
        });
        return sample(name, acts);
    }

    /** As recorded from the browser; the list behind it is asked anew too, which is measured by itself. */
    private static long openTask(Visitor visitor, String task) {
        String inEngine = ENGINE + "/task/" + task;
        String inPlatform = LIANPING + "/tasks/" + task;
        long bytes = 0;
        for (String path : List.of(
                inEngine,
                inPlatform + "/desk",
                inPlatform + "/actions",
                inPlatform + "/actions",
                inPlatform + "/card",
                inEngine + "/form",
                inEngine + "/deployed-form",
                inEngine + "/form-variables?deserializeValues=false",
                inEngine)) {
            bytes += ok(visitor.get(path, path.equals(inEngine) ? HAL : Map.of()))
                    .body()
                    .length();
        }
        return bytes;
    }

    /** The form of a task, sent off. */
    Sample complete(String name, Map<String, String> tasks, Map<String, Object> form) {
        List<Supplier<Long>> acts = new ArrayList<>();
        tasks.forEach((task, who) -> {
            Visitor visitor = person(who);
            acts.add(() -> (long) ok(visitor.submit(task, form)).body().length());
        });
        return sample(name, acts);
    }

    private Sample sample(String name, List<Supplier<Long>> acts) {
        long warm = acts.subList(0, WARM_UP).stream().mapToLong(Supplier::get).sum();
        assertThat(warm).as("bytes answered").isNotNegative();
        Sample sample = new Sample(name);
        for (Supplier<Long> act : acts.subList(WARM_UP, acts.size())) {
            DatabaseMeter.Count before = meter.now();
            long began = System.nanoTime();
            long bytes = act.get();
            sample.add(System.nanoTime() - began, meter.now().minus(before), bytes);
        }
        return sample;
    }

    private static Visitor.Answer ok(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
        return answer;
    }
}
