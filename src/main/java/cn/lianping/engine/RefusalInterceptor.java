package cn.lianping.engine;

import cn.lianping.Refusal;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the refusal itself where the engine would wrap it into an English message, and keeps it for the web layer,
 * which has to answer with its status.
 */
public final class RefusalInterceptor extends CommandInterceptor {

    private static final ThreadLocal<@Nullable Refusal> LAST = new ThreadLocal<>();

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    LAST.set(refusal);
                    throw refusal;
                }
            }
            throw e;
        }
    }

    /** The refusal that ended the last command of this thread, if any, and forgets it. */
    public static @Nullable Refusal takeLast() {
        Refusal refusal = LAST.get();
        LAST.remove();
        return refusal;
    }
}
