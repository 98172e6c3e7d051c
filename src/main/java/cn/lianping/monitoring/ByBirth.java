package cn.lianping.monitoring;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;

/**
 * The order in which things came into being. The history keeps whole seconds on MySQL; within one, the engine's ids tell
 * which came first, since they carry their time.
 */
final class ByBirth {

    private static final int TIME_BASED = 1;
    private static final int LENGTH = 36;

    private ByBirth() {}

    static <T> Comparator<T> of(Function<T, Instant> at, Function<T, String> id) {
        return Comparator.comparing((T one) -> at.apply(one).getEpochSecond())
                .thenComparing(one -> ticks(id.apply(one)))
                .thenComparing(id);
    }

    /** Activity instances have the id of their element before their own. */
    private static long ticks(String id) {
        String own = id.substring(Math.max(0, id.length() - LENGTH));
        try {
            UUID uuid = UUID.fromString(own);
            return uuid.version() == TIME_BASED ? uuid.timestamp() : 0;
        } catch (IllegalArgumentException anotherKindOfId) {
            return 0;
        }
    }
}
