package cn.lianping.rehearsal.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The acts of one case or round that are still to be given, in order. Each comes at its recorded time, later by as much as
 * the line has been held up so far. An act that cannot be given yet waits, and the acts after it with it; other lines go on.
 */
final class Line {

    /** How long an act waits before its line counts as stuck. */
    private static final Duration PATIENCE = Duration.ofDays(90);

    /** An act that was refused is not tried again before this time has passed. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(30);

    private final String key;
    private final Deque<Act> left;
    private Duration delay = Duration.ZERO;
    private boolean waiting;
    private @Nullable Instant since;
    private @Nullable Instant refusedAt;
    private @Nullable String refusal;
    private @Nullable String stuck;

    Line(String key, List<Act> acts) {
        this.key = key;
        this.left = new ArrayDeque<>(acts);
    }

    /** Case or round as recorded. */
    String key() {
        return key;
    }

    /** The act whose turn it is. */
    Optional<Act> next() {
        return stuck == null ? Optional.ofNullable(left.peek()) : Optional.empty();
    }

    /** The user tasks of the acts that are left. */
    Stream<String> steps() {
        return left.stream().filter(Act::isAtTask).map(Act::subject);
    }

    /** How many acts are still to be given; 0 where it goes no further. */
    int left() {
        return stuck == null ? left.size() : 0;
    }

    /** When that is. */
    Instant due() {
        return next().map(act -> Instant.ofEpochMilli(act.at()).plus(delay)).orElse(Instant.MAX);
    }

    /** Whether an act comes that waits for nothing but its time. */
    boolean isComing() {
        return !waiting && next().isPresent();
    }

    boolean isWaiting() {
        return waiting && next().isPresent();
    }

    /** The act cannot be given yet. @param why it was refused, null where there is nothing yet to do it to */
    void hold(Instant now, @Nullable String why) {
        waiting = true;
        since = since == null ? now : since;
        if (why != null) {
            refusal = why;
            refusedAt = now;
        }
    }

    /** Whether it is worth while to look at the waiting act again. */
    boolean mayTry(Instant now) {
        return refusedAt == null || !now.isBefore(refusedAt.plus(BETWEEN_TRIES));
    }

    boolean isOutOfPatience(Instant now) {
        return since != null && now.isAfter(since.plus(PATIENCE));
    }

    /** The waiting act can be given now, and what follows is later by as much. */
    void resume(Instant now) {
        next().ifPresent(act -> delay = Duration.between(Instant.ofEpochMilli(act.at()), now));
        waiting = false;
    }

    /** The act was given, or there is no such step any more. */
    void done() {
        left.poll();
        waiting = false;
        since = null;
        refusedAt = null;
        refusal = null;
    }

    /** Why the act was refused last. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    Duration delay() {
        return delay;
    }

    /** It goes no further, for the first of the reasons given. */
    void stop(String why) {
        if (stuck == null) {
            stuck = why;
        }
    }

    /** Why it goes no further. */
    Optional<String> stuck() {
        return Optional.ofNullable(stuck);
    }
}
