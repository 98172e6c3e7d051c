package cn.lianping.engine;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a person's act once more when it collided with something else, such as a job of the same case. The attempt was
 * rolled back as a whole, and every check runs again.
 */
public final class Collisions {

    private static final Logger LOG = LoggerFactory.getLogger(Collisions.class);
    private static final int ATTEMPTS = 4;

    /**
     * A row that is pointed at was deleted, or pointed at a row that is gone: MySQL (1451, 1452) and H2 (23503, 23506).
     * So it ends when one transaction ends the executions of a case under which another one has just made a new one.
     */
    private static final Set<Integer> FOREIGN_KEY = Set.of(1451, 1452, 23503, 23506);

    private Collisions() {}

    /**
     * The answer of the act, which must be one transaction of its own.
     *
     * @throws OptimisticLockingException if it collided as often as it was tried; people are told to try again later
     */
    public static <T> T retry(Supplier<T> act) {
        for (int attempt = 1; ; attempt++) {
            try {
                return act.get();
            } catch (RuntimeException e) {
                if (!isCollision(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS) {
                    LOG.warn("collided {} times", ATTEMPTS, e);
                    throw new OptimisticLockingException("Changed by another transaction concurrently", e);
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
            if (cause instanceof OptimisticLockingException || cause instanceof SQLException sql && collided(sql)) {
                return true;
            }
        }
        return false;
    }

    /** What failed in a batch is told after its first exception. */
    private static boolean collided(SQLException problem) {
        for (Throwable one : problem) {
            if (one instanceof SQLTransactionRollbackException
                    || one instanceof SQLException sql && FOREIGN_KEY.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
