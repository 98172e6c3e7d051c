package cn.lianping.engine;

import java.sql.SQLTransactionRollbackException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;

/**
 * Does a person's act once more when it collided with something else, such as a job of the same case. The attempt was
 * rolled back as a whole, and every check runs again.
 */
public final class Collisions {

    private static final int ATTEMPTS = 4;

    private Collisions() {}

    /** The answer of the act, which must be one transaction of its own. */
    public static <T> T retry(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isCollision(e)) {
                    throw e;
                }
            }
        }
    }

    /** The same without an answer. */
    public static void retry(Runnable act) {
        retry(() -> {
            act.run();
            return true;
        });
    }

    private static boolean isCollision(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockingException || cause instanceof SQLTransactionRollbackException) {
                return true;
            }
        }
        return false;
    }
}
