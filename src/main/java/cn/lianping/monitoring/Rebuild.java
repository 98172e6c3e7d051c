package cn.lianping.monitoring;

import cn.lianping.calendar.OfficeHours;
import cn.lianping.engine.BegunTask;
import cn.lianping.engine.StageStep;
import cn.lianping.engine.TaskChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the facts anew from the engine's history and compares them with those that were written as things happened. What
 * differs is put right; facts whose history is gone stay as they are.
 */
final class Rebuild {

    private static final int CASES_AT_ONCE = 50;

    private final HistoryMapper history;
    private final RebuildMapper mapper;
    private final FactMapper facts;
    private final Line line;
    private final Folding folding;
    private final OfficeHours hours;
    private final TransactionTemplate transaction;

    Rebuild(
            HistoryMapper history,
            RebuildMapper mapper,
            FactMapper facts,
            Line line,
            Folding folding,
            OfficeHours hours,
            TransactionTemplate transaction) {
        this.history = history;
        this.mapper = mapper;
        this.facts = facts;
        this.line = line;
        this.folding = folding;
        this.hours = hours;
        this.transaction = transaction;
    }

    /**
     * What was found.
     *
     * @param rows facts that the history tells of
     * @param kept facts whose history is gone
     * @param differences one line for each fact that is missing or not as the history has it
     */
    record Report(long rows, long kept, List<String> differences) {}

    /** Compares and changes nothing. */
    Report verify(Consumer<String> progress) {
        return walk(false, progress);
    }

    /** Puts right what differs, and counts all summaries anew. */
    Report rebuild(Consumer<String> progress) {
        Report report = walk(true, progress);
        line.place();
        folding.refold();
        return report;
    }

    private Report walk(boolean mend, Consumer<String> progress) {
        PastRuns past = new PastRuns(history);
        List<String> differences = new ArrayList<>();
        long rows = 0;
        long kept = 0;
        String last = "";
        List<String> keys = history.businessKeysAfter(last, CASES_AT_ONCE);
        while (!keys.isEmpty()) {
            List<String> some = keys;
            Report one = Objects.requireNonNull(transaction.execute(status -> some(past, some, mend)));
            rows += one.rows();
            kept += one.kept();
            differences.addAll(one.differences());
            last = keys.get(keys.size() - 1);
            progress.accept(last);
            keys = history.businessKeysAfter(last, CASES_AT_ONCE);
        }
        return new Report(rows, kept, differences);
    }

    private Report some(PastRuns past, List<String> keys, boolean mend) {
        Map<String, CaseScope> scopes = new HashMap<>();
        facts.scopes(keys).forEach(scope -> scopes.put(scope.businessKey(), scope));
        Compared<TaskFact> tasks = new Compared<>(mapper.tasks(keys), TaskFact::taskId, Rebuild::withoutFolding);
        keepFields(tasks.known(), scopes);
        tasks.compare(tasks(past.tasks(keys), scopes, tasks.known()));
        Compared<Passage> passages = new Compared<>(mapper.passages(keys), Passage::passageId, Rebuild::withoutFolding);
        passages.compare(passages(past.steps(keys), scopes, passages.known()));
        if (mend) {
            if (!tasks.wrong().isEmpty()) {
                mapper.deleteTasks(tasks.wrong().keySet());
                chunks(tasks.wrong().values()).forEach(mapper::insertTasks);
            }
            if (!passages.wrong().isEmpty()) {
                mapper.deletePassages(passages.wrong().keySet());
                chunks(passages.wrong().values()).forEach(mapper::insertPassages);
            }
        }
        List<String> differences = new ArrayList<>(tasks.differences());
        differences.addAll(passages.differences());
        return new Report(tasks.rows() + passages.rows(), tasks.kept() + passages.kept(), differences);
    }

    /** A case's field is what the register said when it began; the register may say otherwise by now. */
    private static void keepFields(Collection<TaskFact> known, Map<String, CaseScope> scopes) {
        known.stream()
                .filter(fact -> fact.caseNo() != null)
                .forEach(fact -> scopes.put(
                        fact.businessKey(),
                        new CaseScope(fact.businessKey(), fact.caseNo(), fact.roundNo(), fact.area(), fact.field())));
    }

    private List<TaskFact> tasks(List<TaskChange> changes, Map<String, CaseScope> scopes, Collection<TaskFact> known) {
        Set<String> named = new HashSet<>();
        changes.stream()
                .map(change -> begun(change).person())
                .filter(Objects::nonNull)
                .forEach(named::add);
        Set<String> experts = named.isEmpty() ? Set.of() : Set.copyOf(facts.experts(named));
        Set<String> ids = new HashSet<>();
        changes.forEach(change -> ids.add(change.taskId()));
        // those whose history is gone came before
        Map<List<String>, Integer> visits = new HashMap<>();
        known.stream()
                .filter(fact -> !ids.contains(fact.taskId()))
                .forEach(fact -> visits.merge(same(fact), 1, Integer::sum));
        List<TaskFact> made = new ArrayList<>();
        for (TaskChange change : changes) {
            String key = begun(change).businessKey();
            CaseScope scope = scopes.getOrDefault(key, CaseScope.unknown(key));
            TaskFact first = NewFacts.task(change, scope, experts, hours, 0);
            int visit = visits.merge(same(first), 1, Integer::sum);
            made.add(visit == 1 ? first : NewFacts.task(change, scope, experts, hours, visit - 1));
        }
        return made;
    }

    private static BegunTask begun(TaskChange change) {
        return Objects.requireNonNull(change.begun());
    }

    private static List<String> same(TaskFact fact) {
        return List.of(fact.businessKey(), fact.taskKey(), fact.instanceKey());
    }

    private List<Passage> passages(List<StageStep> steps, Map<String, CaseScope> scopes, Collection<Passage> known) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Map<String, Moment> left = new HashMap<>();
        StageCourse.of(steps).outcomes().forEach((step, outcome) -> {
            outcomes.put(step.passageId(), outcome);
            left.put(step.passageId(), Moment.of(step.at(), hours));
        });
        Set<String> ids = new HashSet<>();
        steps.forEach(step -> {
            if (step instanceof StageStep.Entered one) {
                ids.add(one.passageId());
            }
        });
        Map<List<String>, Integer> visits = new HashMap<>();
        known.stream()
                .filter(passage -> !ids.contains(passage.passageId()))
                .forEach(passage -> visits.merge(List.of(passage.caseNo(), passage.stage()), 1, Integer::sum));
        List<Passage> made = new ArrayList<>();
        for (StageStep step : steps) {
            if (step instanceof StageStep.Entered one) {
                int visit = visits.merge(List.of(one.businessKey(), one.stage().code()), 1, Integer::sum);
                CaseScope scope = scopes.getOrDefault(one.businessKey(), CaseScope.unknown(one.businessKey()));
                made.add(left(
                        NewFacts.passage(one, scope, hours, visit - 1),
                        left.get(one.passageId()),
                        outcomes.getOrDefault(one.passageId(), Outcome.OPEN)));
            }
        }
        return made;
    }

    private static Passage left(Passage p, @Nullable Moment at, Outcome outcome) {
        return new Passage(
                p.passageId(),
                p.caseNo(),
                p.roundNo(),
                p.area(),
                p.field(),
                p.definitionId(),
                p.processInstanceId(),
                p.activityId(),
                p.stage(),
                p.visit(),
                p.enteredAt(),
                at == null ? null : Long.valueOf(at.at()),
                p.enteredWm(),
                at == null ? null : Long.valueOf(at.wm()),
                outcome,
                1,
                0);
    }

    private static TaskFact withoutFolding(TaskFact f) {
        return new TaskFact(
                f.taskId(),
                f.businessKey(),
                f.caseNo(),
                f.roundNo(),
                f.area(),
                f.field(),
                f.definitionKey(),
                f.definitionId(),
                f.processInstanceId(),
                f.stage(),
                f.taskKey(),
                f.instanceKey(),
                f.elementNo(),
                f.visit(),
                f.department(),
                f.organisation(),
                f.expert(),
                f.holderUser(),
                f.holderGroup(),
                f.enteredAt(),
                f.takenAt(),
                f.leftAt(),
                f.dueAt(),
                f.enteredWm(),
                f.takenWm(),
                f.leftWm(),
                f.outcome(),
                f.decision(),
                1,
                0);
    }

    private static Passage withoutFolding(Passage p) {
        return left(
                p, p.leftAt() == null ? null : new Moment(p.leftAt(), Objects.requireNonNull(p.leftWm())), p.outcome());
    }

    private static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += 100) {
            chunks.add(list.subList(from, Math.min(from + 100, list.size())));
        }
        return chunks;
    }
}
