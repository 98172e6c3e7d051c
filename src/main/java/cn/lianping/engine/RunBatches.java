package cn.lianping.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what one transaction did to tasks and stages until it commits, and tells the recorders once. */
@Component
class RunBatches {

    private final ObjectProvider<RunRecorder> recorders;

    RunBatches(ObjectProvider<RunRecorder> recorders) {
        this.recorders = recorders;
    }

    /** Adds to what the current transaction did; without one it is told at once. */
    void gather(Consumer<Batch> act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            Batch alone = new Batch();
            act.accept(alone);
            alone.write();
            return;
        }
        Batch batch = current();
        act.accept(batch);
        if (batch.written) {
            // another participant acts while the transaction is about to commit
            batch.write();
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

    /** What one transaction did, until it commits. */
    final class Batch implements TransactionSynchronization {

        private final Map<String, Gathered> tasks = new TreeMap<>();
        private final List<StageStep> steps = new ArrayList<>();
        private boolean written;

        Gathered task(String id) {
            return tasks.computeIfAbsent(id, Gathered::new);
        }

        void step(StageStep step) {
            steps.add(step);
        }

        boolean belongsTo(RunBatches batches) {
            return RunBatches.this == batches;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write();
        }

        void write() {
            List<TaskChange> changes =
                    tasks.values().stream().map(Gathered::change).toList();
            List<StageStep> walked = List.copyOf(steps);
            tasks.clear();
            steps.clear();
            if (!changes.isEmpty() || !walked.isEmpty()) {
                recorders.forEach(recorder -> recorder.record(changes, walked));
            }
        }
    }

    /** What one transaction did to one task. */
    static final class Gathered {

        private final String id;
        private @Nullable Function<Instant, BegunTask> begun;
        private @Nullable Instant started;
        private boolean seen;
        private @Nullable String assignee;
        private @Nullable Instant due;
        private final List<Instant> assigned = new ArrayList<>();
        private @Nullable Instant ended;
        private @Nullable TaskEnding ending;
        private @Nullable String decision;

        Gathered(String id) {
            this.id = id;
        }

        void begin(Function<Instant, BegunTask> task) {
            begun = task;
        }

        void startedAt(Date at) {
            started = at.toInstant();
        }

        void see(@Nullable String who, @Nullable Date dueAt) {
            seen = true;
            assignee = who;
            due = dueAt == null ? null : dueAt.toInstant();
        }

        void assignedAt(Date at) {
            assigned.add(at.toInstant());
        }

        void endedAt(Date at, boolean completed) {
            ended = at.toInstant();
            if (ending != TaskEnding.RETURNED) {
                ending = completed ? TaskEnding.COMPLETED : TaskEnding.CANCELLED;
            }
        }

        void end(TaskEnding how) {
            ending = how;
        }

        void decide(String choice) {
            decision = choice;
        }

        TaskChange change() {
            BegunTask task = begun == null || started == null ? null : begun.apply(started);
            // the first one is the diagram's own doing
            int skip = task != null && task.place().assigned() ? 1 : 0;
            Instant takenUp = assigned.size() > skip ? assigned.get(skip) : null;
            return new TaskChange(id, task, seen, assignee, due, takenUp, ended, ending, decision);
        }
    }
}
