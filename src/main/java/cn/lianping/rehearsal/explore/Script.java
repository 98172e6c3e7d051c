package cn.lianping.rehearsal.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What people do in one generated round, and what has to come of it. */
public final class Script {

    private final String title;
    private final String objectionHold;
    private final List<CaseScript> cases = new ArrayList<>();
    private final List<Intervention> interventions = new ArrayList<>();
    private final Map<String, Deque<Map<String, Object>>> answers = new HashMap<>();
    private final Map<String, Integer> expected = new LinkedHashMap<>();
    private int pilots;
    private boolean free;
    private Choices.@Nullable Answer wanted;

    /**
     * Something that people do without a task.
     *
     * @param when the moment has come
     */
    record Intervention(String title, Predicate<Situation> when, Consumer<Situation> act) {}

    /** @param objectionHold what an open objection holds: {@code round} or {@code case} */
    Script(String title, String objectionHold) {
        this.title = title;
        this.objectionHold = objectionHold;
    }

    /** In words. */
    public String title() {
        return title;
    }

    Script with(CaseScript... scripts) {
        cases.addAll(List.of(scripts));
        return this;
    }

    /** Somebody does this once the moment has come. */
    Script then(String what, Predicate<Situation> when, Consumer<Situation> act) {
        interventions.add(new Intervention(what, when, act));
        return this;
    }

    /** The answer to the next task of this kind of the round. */
    Script answer(String taskKey, Map<String, Object> form) {
        answers.computeIfAbsent(taskKey, key -> new ArrayDeque<>()).add(form);
        return this;
    }

    /** How often something has to be done in the round. */
    Script expect(String taskKeyOrAct, int times) {
        expected.put(taskKeyOrAct, times);
        return this;
    }

    /** How many of the released cases become pilots. */
    Script pilots(int number) {
        pilots = number;
        return this;
    }

    /** Nothing certain has to come of it but that it ends. */
    Script free() {
        free = true;
        return this;
    }

    boolean isFree() {
        return free;
    }

    /** This answer is given once, where it is asked for. */
    Script tryOut(Choices.Answer answer) {
        wanted = answer;
        return this;
    }

    Choices.@Nullable Answer wanted() {
        return wanted;
    }

    Map<String, Object> nextAnswer(String taskKey) {
        Deque<Map<String, Object>> left = answers.get(taskKey);
        return left == null || left.isEmpty() ? Map.of() : left.poll();
    }

    String objectionHold() {
        return objectionHold;
    }

    /** The cases, in the order in which they apply. */
    public List<CaseScript> cases() {
        return cases;
    }

    List<Intervention> interventions() {
        return interventions;
    }

    Map<String, Integer> expected() {
        return expected;
    }

    int pilots() {
        return pilots;
    }
}
