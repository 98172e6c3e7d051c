package cn.lianping.engine;

import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a person's act once more when it collided with something else, such as the reminder of the same task or another
 * expert who finished at the same moment. The first attempt was rolled back as a whole, and every check runs again; so a
 * task that somebody else has completed meanwhile is refused, not completed twice.
 */
final class CollisionRetry extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        // inside a larger transaction nothing can be done again in part
        if (!byAPerson(command)
                || Context.getCommandContext() != null
                || TransactionSynchronizationManager.isActualTransactionActive()) {
            return next.execute(command);
        }
        return Collisions.retry(() -> next.execute(command));
    }

    private static boolean byAPerson(Command<?> command) {
        return command instanceof SubmitTaskFormCmd
                || command instanceof CompleteTaskCmd
                || command instanceof ClaimTaskCmd;
    }
}
