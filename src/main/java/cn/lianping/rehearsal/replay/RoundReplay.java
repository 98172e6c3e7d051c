package cn.lianping.rehearsal.replay;

import cn.lianping.rehearsal.act.JobFailure;
import cn.lianping.rehearsal.act.Passing;
import cn.lianping.rehearsal.act.Reasons;
import cn.lianping.rehearsal.past.RecordedCase;
import cn.lianping.rehearsal.past.RecordedEntry;
import cn.lianping.rehearsal.past.RecordedRound;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One finished round, done again. Every act is given at its recorded time, or as soon after it as it can be; what follows in
 * the same case is then later by as much.
 */
final class RoundReplay {

    private static final int STEPS_BETWEEN_WORDS = 50;

    /** After so many steps the tables have grown by an order of magnitude. */
    private static final Set<Integer> GROWN = Set.of(100, 1_000, 10_000);

    private final ReplayTools tools;
    private final RecordedRound round;
    private final Performance performance;
    private final Draft draft;
    private final NewSteps newSteps;
    private final Line ofRound;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    RoundReplay(ReplayTools tools, RecordedRound round, Draft draft) {
        this.tools = tools;
        this.round = round;
        this.draft = draft;
        this.performance = new Performance(tools, round, draft);
        this.ofRound = line(round.roundNo(), round.entries());
        lines.put(round.roundNo(), ofRound);
        round.cases().forEach(one -> lines.put(one.caseNo(), line(one.caseNo(), one.entries())));
        this.newSteps = new NewSteps(
                tools, draft, lines.values().stream().flatMap(Line::steps).collect(Collectors.toUnmodifiableSet()));
        ofRound.stuck().ifPresent(this::stopCases);
    }

    private static Line line(String key, List<RecordedEntry> entries) {
        try {
            Trail trail = new Trail(entries);
            trail.requireReadable();
            List<Act> acts = Act.in(key, entries);
            if (acts.stream().noneMatch(act -> act.kind() == Act.Kind.START)) {
                throw new UnreadableRecordException("记录中没有发起的一条,不能重演");
            }
            if (trail.wasRepaired()) {
                throw new UnreadableRecordException("曾经个案修正或迁移,不能照记录重演");
            }
            return new Line(key, acts);
        } catch (UnreadableRecordException e) {
            Line broken = new Line(key, List.of());
            broken.stop(String.valueOf(e.getMessage()));
            return broken;
        }
    }

    /** Why the case could not go on, by its recorded number. */
    Optional<String> stuckAt(String caseNo) {
        return Optional.ofNullable(lines.get(caseNo)).flatMap(Line::stuck);
    }

    /** The number of the case in this replay; empty if it never came to be. */
    Optional<String> numberOf(String caseNo) {
        return performance.keyOf(caseNo);
    }

    /** The cases that came to be in this replay, and the round. */
    Set<String> keys() {
        return performance.keys();
    }

    /** @param progress is told the share of the acts that are done */
    void run(DoubleConsumer progress) {
        Instant first = all().map(Line::due).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        if (first.equals(Instant.MAX)) {
            return;
        }
        tools.passing().set(first);
        tools.passing().touched();
        long all = acts();
        int steps = 0;
        do {
            if (steps++ % STEPS_BETWEEN_WORDS == 0) {
                progress.accept(1 - (double) acts() / all);
            }
            if (GROWN.contains(steps)) {
                tools.plans().renew();
            }
        } while (step());
        // what the platform did by itself after the last act
        pass(Instant.ofEpochMilli(lastEntry()).plus(longestDelay()));
        newSteps();
    }

    private Stream<Line> all() {
        return lines.values().stream();
    }

    /** How many are still to be given. */
    private long acts() {
        return all().mapToLong(Line::left).sum();
    }

    private long lastEntry() {
        return Stream.concat(round.entries().stream(), round.cases().stream().flatMap(one -> one.entries().stream()))
                .mapToLong(RecordedEntry::at)
                .max()
                .orElse(0);
    }

    private Duration longestDelay() {
        return all().map(Line::delay).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** Gives the next act or lets time pass until something happens; false if nothing is left to do or to wait for. */
    private boolean step() {
        resumeWaiting();
        Instant now = tools.passing().now();
        Optional<Line> coming = all().filter(Line::isComing).min(Comparator.comparing(Line::due));
        if (coming.isPresent() && !coming.get().due().isAfter(now)) {
            take(coming.get());
            return true;
        }
        Optional<Instant> timer = tools.passing().next();
        boolean waits = all().anyMatch(Line::isWaiting);
        if (timer.isPresent()
                && coming.map(line -> !timer.get().isAfter(line.due())).orElse(waits)) {
            pass(timer.get());
            return true;
        }
        if (coming.isPresent()) {
            pass(coming.get().due());
            return true;
        }
        all().filter(Line::isWaiting).forEach(this::giveUp);
        return false;
    }

    private void resumeWaiting() {
        Passing.Touched touched = tools.passing().touched();
        Instant now = tools.passing().now();
        for (Line line : lines.values()) {
            if (!line.isWaiting()) {
                continue;
            }
            if (line.isOutOfPatience(now)) {
                giveUp(line);
            } else if (line.mayTry(now)
                    && concerns(touched, line)
                    && line.next().map(performance::isReady).orElse(false)) {
                line.resume(now);
            }
        }
    }

    /** Nothing but what happens in a case or to its round lets the case go on; the round waits for all cases. */
    private boolean concerns(Passing.Touched touched, Line line) {
        return line.equals(ofRound)
                || line.refusal().isPresent()
                || touched.has(round.roundNo())
                || performance.keyOf(line.key()).map(touched::has).orElse(false);
    }

    private void take(Line line) {
        Act act = line.next().orElseThrow();
        Instant now = tools.passing().now();
        if (draft.lacks(act)) {
            line.done();
        } else if (!performance.isReady(act)) {
            line.hold(now, null);
        } else {
            try {
                performance.perform(act);
                line.done();
            } catch (RuntimeException e) {
                line.hold(now, Reasons.of(e));
            }
            performance.keyOf(act.key()).ifPresent(tools.passing()::touch);
            pass(tools.passing().now());
            newSteps();
        }
    }

    private void newSteps() {
        while (newSteps.doAll(performance.keys())) {
            pass(tools.passing().now());
        }
    }

    private void giveUp(Line line) {
        line.next().ifPresent(act -> {
            String why = line.refusal()
                    .map(refusal -> "不能照样办理:" + refusal)
                    .orElseGet(() -> "找不到可办的任务," + whereabouts(line.key()));
            stop(line.key(), "记录中的“%s”(%s)%s".formatted(act.name(), act.actor(), why));
        });
    }

    private String whereabouts(String key) {
        return performance.whereabouts(key)
                + performance
                        .keyOf(key)
                        .flatMap(newSteps::failureOf)
                        .map(why -> ";新步骤不能代办:" + why)
                        .orElse("");
    }

    private void pass(Instant until) {
        for (JobFailure failure : tools.passing().until(until)) {
            stop(
                    performance.recorded(failure.businessKey()).orElse(round.roundNo()),
                    "平台步骤 %s 没有成功:%s".formatted(failure.element(), failure.reason()));
        }
    }

    private void stop(String key, String why) {
        Optional.ofNullable(lines.get(key)).ifPresent(line -> line.stop(why));
        if (key.equals(round.roundNo())) {
            stopCases(why);
        }
    }

    /** A round that cannot go on takes its unfinished cases with it. */
    private void stopCases(String why) {
        round.cases().stream()
                .map(RecordedCase::caseNo)
                .filter(caseNo -> !performance.hasEnded(caseNo))
                .flatMap(caseNo -> Optional.ofNullable(lines.get(caseNo)).stream())
                .forEach(line -> {
                    // what the case itself waits for says more
                    if (line.isWaiting()) {
                        giveUp(line);
                    }
                    line.stop("批次:" + why);
                });
    }
}
