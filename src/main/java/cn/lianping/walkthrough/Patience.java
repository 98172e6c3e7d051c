package cn.lianping.walkthrough;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Looks again and again until something is there or the time is over. */
final class Patience {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Duration limit;

    Patience(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    <T> Optional<T> await(Supplier<Optional<T>> look) {
        return await(limit, look);
    }

    <T> Optional<T> await(Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent() || System.nanoTime() >= end) {
                return found;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
