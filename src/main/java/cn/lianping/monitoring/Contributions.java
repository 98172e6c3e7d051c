package cn.lianping.monitoring;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds to tallies what a fact has not been counted for yet. */
final class Contributions {

    private final Function<SummaryKey, @Nullable Tally> tallies;
    private final int minutesOfDay;

    private Contributions(Function<SummaryKey, @Nullable Tally> tallies, int minutesOfDay) {
        this.tallies = tallies;
        this.minutesOfDay = minutesOfDay;
    }

    /** To all tallies, which come into being. */
    static Contributions toAll(Map<SummaryKey, Tally> tallies, int minutesOfDay) {
        return new Contributions(key -> tallies.computeIfAbsent(key, any -> new Tally()), minutesOfDay);
    }

    /** To these tallies alone. */
    static Contributions toSome(Map<SummaryKey, Tally> tallies, int minutesOfDay) {
        return new Contributions(tallies::get, minutesOfDay);
    }

    void add(Collection<Passage> passages, Collection<TaskFact> facts) {
        passages.forEach(this::add);
        facts.forEach(this::add);
    }

    private void add(Passage passage) {
        for (SummaryKey key : SummaryKey.of(passage)) {
            Tally tally = tallies.apply(key);
            if (tally == null) {
                continue;
            }
            if (passage.folded() < 1) {
                tally.enter(passage.visit() == 1, passage.enteredAt(), passage.enteredWm());
            }
            if (passage.folded() < 2 && passage.leftAt() != null) {
                tally.leave(
                        passage.outcome(),
                        passage.leftAt(),
                        passage.enteredWm(),
                        null,
                        Objects.requireNonNull(passage.leftWm()),
                        minutesOfDay);
            }
        }
    }

    private void add(TaskFact fact) {
        for (SummaryKey key : SummaryKey.of(fact)) {
            Tally tally = tallies.apply(key);
            if (tally == null) {
                continue;
            }
            if (fact.folded() < 1) {
                tally.enter(fact.visit() == 1, fact.enteredAt(), fact.enteredWm());
            }
            if (fact.folded() < 2 && fact.leftAt() != null) {
                tally.leave(
                        fact.outcome(),
                        fact.leftAt(),
                        fact.enteredWm(),
                        fact.takenWm(),
                        Objects.requireNonNull(fact.leftWm()),
                        minutesOfDay);
            }
        }
    }
}
