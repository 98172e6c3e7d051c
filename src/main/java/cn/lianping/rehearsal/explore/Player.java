package cn.lianping.rehearsal.explore;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How a step is done that the rehearsal knows.
 *
 * @param ready whether its turn has come; others go first otherwise
 * @param answers what is entered where nothing else is decided
 * @param before what has to be done at the task before its form, such as uploading a file
 */
record Player(Predicate<AtHand> ready, Function<AtHand, Map<String, Object>> answers, Consumer<AtHand> before) {

    static Player answering(Function<AtHand, Map<String, Object>> answers) {
        return new Player(task -> true, answers, task -> {});
    }

    Player when(Predicate<AtHand> condition) {
        return new Player(condition, answers, before);
    }

    Player after(Consumer<AtHand> act) {
        return new Player(ready, answers, act);
    }
}
