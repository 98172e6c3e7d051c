package cn.lianping.reminder;

import cn.lianping.identity.CurrentActor;
import cn.lianping.identity.Memberships;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells people something. A reminder stands in the transaction of the act that it tells of: when that rolls back nobody
 * is told, neither in the page nor by mail. What one transaction tells is gathered and written just before its commit,
 * in a number of statements that does not depend on how many people are told.
 */
@Component
public class Reminders {

    private final ReminderStore store;
    private final Memberships memberships;
    private final CurrentActor actor;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Reminders(
            ReminderStore store,
            Memberships memberships,
            CurrentActor actor,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.memberships = memberships;
        this.actor = actor;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Tells one person, when the current transaction commits; without one at once. */
    public void send(Reminder reminder) {
        gather(batch -> batch.direct.add(new Pending(reminder, actor.userId())));
    }

    /** Tells every member of any of the groups once. */
    public void sendToGroups(
            Collection<String> groups,
            ReminderKind kind,
            String title,
            String text,
            @Nullable String taskId,
            @Nullable String caseNo) {
        Reminder reminder = new Reminder("", kind, title, text, taskId, caseNo);
        gather(batch -> batch.toGroups.add(new ToGroups(List.copyOf(groups), new Pending(reminder, actor.userId()))));
    }

    /** Notes that a task is over, whoever ended it: what asked for it to be done counts as read from now on. */
    public void taskEnded(String taskId) {
        gather(batch -> batch.ended.add(taskId));
    }

    private void gather(Consumer<Batch> act) {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.isActualTransactionActive()) {
            Batch batch = current();
            act.accept(batch);
            if (batch.written) {
                // another participant acts while the transaction is about to commit
                batch.write();
            }
        } else {
            Batch batch = new Batch();
            act.accept(batch);
            transaction.executeWithoutResult(status -> batch.write());
        }
    }

    private Batch current() {
        for (TransactionSynchronization registered : TransactionSynchronizationManager.getSynchronizations()) {
            if (registered instanceof Batch batch && batch.belongsTo(this)) {
                return batch;
            }
        }
        Batch batch = new Batch();
        TransactionSynchronizationManager.registerSynchronization(batch);
        return batch;
    }

    /** @param by who caused it */
    private record Pending(Reminder reminder, String by) {}

    private record ToGroups(List<String> groups, Pending pending) {}

    /** What one transaction tells, until it commits. */
    private final class Batch implements TransactionSynchronization {

        private final List<Pending> direct = new ArrayList<>();
        private final List<ToGroups> toGroups = new ArrayList<>();
        private final Set<String> ended = new LinkedHashSet<>();
        private boolean written;

        boolean belongsTo(Reminders reminders) {
            return Reminders.this == reminders;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write();
        }

        void write() {
            List<Pending> all = new ArrayList<>(direct);
            if (!toGroups.isEmpty()) {
                Map<String, List<String>> members = memberships.of(toGroups.stream()
                        .flatMap(one -> one.groups().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
                toGroups.forEach(one -> one.groups().stream()
                        .flatMap(group -> members.getOrDefault(group, List.of()).stream())
                        .distinct()
                        .forEach(person -> all.add(new Pending(
                                one.pending().reminder().to(person),
                                one.pending().by()))));
            }
            List<Reminder> told = NewTasks.together(all.stream()
                    .filter(one -> !isNewsOfOwnDoing(one) && !isOver(one.reminder()))
                    .map(Pending::reminder)
                    .distinct()
                    .toList());
            store.add(told, clock.millis());
            store.endWork(ended, clock.millis());
            direct.clear();
            toGroups.clear();
            ended.clear();
        }

        /** Whoever has just acted sees what follows from it and need not be told. */
        private boolean isNewsOfOwnDoing(Pending one) {
            return one.reminder().kind() == ReminderKind.NEW_TASK
                    && one.reminder().recipient().equals(one.by());
        }

        private boolean isOver(Reminder reminder) {
            String taskId = reminder.taskId();
            return taskId != null && reminder.kind().endsWithTask() && ended.contains(taskId);
        }
    }
}
