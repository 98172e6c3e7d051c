package cn.lianping.rehearsal.explore;

import cn.lianping.engine.FormField;
import cn.lianping.rehearsal.act.Chooser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;

/**
 * Chooses at steps that the rehearsal does not know: what leads on by the diagram, and, where it was told so for a case,
 * one answer that nobody has given yet.
 */
public final class Choices implements Chooser {

    private static final String ROUND = "[0-9]{4}-[0-9]{2}";

    private final Drawn drawn;
    private final Map<Question, List<String>> asked = new LinkedHashMap<>();
    private final Map<String, Integer> tries = new HashMap<>();
    private final Map<String, Answer> wanted = new HashMap<>();
    private final Set<Question> ofRounds = new HashSet<>();
    private final List<Answer> given = new ArrayList<>();

    /** What a form asks at a step. */
    record Question(String process, String taskKey, String field) {}

    /** One answer to it. */
    record Answer(Question question, String value) {}

    public Choices(Drawn drawn) {
        this.drawn = drawn;
    }

    /** The next time the question is asked in the case or round, this is the answer. */
    void want(String businessKey, Answer answer) {
        wanted.put(businessKey, answer);
    }

    /** Answers that were possible and that nobody has given. */
    List<Answer> left() {
        List<Answer> left = new ArrayList<>();
        asked.forEach((question, options) -> options.stream()
                .map(option -> new Answer(question, option))
                .filter(answer -> !given.contains(answer))
                .forEach(left::add));
        return left;
    }

    /** Whether a round is asked it, not a case. */
    boolean isOfRound(Question question) {
        return ofRounds.contains(question);
    }

    @Override
    public String choose(Task task, FormField field, List<String> options) {
        Question question =
                new Question(Play.keyOf(task.getProcessDefinitionId()), task.getTaskDefinitionKey(), field.key());
        asked.putIfAbsent(question, options);
        String key = String.valueOf(task.getDescription());
        if (key.matches(ROUND)) {
            ofRounds.add(question);
        }
        Answer want = wanted.get(key);
        if (want != null && want.question().equals(question) && options.contains(want.value())) {
            wanted.remove(key);
            given.add(want);
            return want.value();
        }
        // where an answer was refused the next best is tried
        int attempt = tries.merge(task.getId() + "/" + field.key(), 1, Integer::sum) - 1;
        String best = ranked(question, options).get(attempt % options.size());
        given.add(new Answer(question, best));
        return best;
    }

    /** What leads furthest comes first, what leads back last; otherwise the order of the form. */
    private List<String> ranked(Question question, List<String> options) {
        Map<String, Integer> reach = drawn.of(question.process())
                .map(ways -> ways.reachByAnswer(question.taskKey(), question.field(), options))
                .orElse(Map.of());
        return options.stream()
                .sorted(Comparator.comparing((String option) ->
                                Optional.ofNullable(reach.get(option)).orElse(0))
                        .reversed())
                .toList();
    }
}
