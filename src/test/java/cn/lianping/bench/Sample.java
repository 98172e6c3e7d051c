package cn.lianping.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Repetitions of one act: how long each took, and what each asked of the database. */
final class Sample {

    private final String name;
    private final List<Double> milliseconds = new ArrayList<>();
    private final List<Long> statements = new ArrayList<>();
    private final List<Long> commits = new ArrayList<>();
    private long bytes;

    Sample(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void add(long nanoseconds, DatabaseMeter.Count count, long answered) {
        milliseconds.add(nanoseconds / 1e6);
        statements.add(count.statements());
        commits.add(count.commits());
        bytes += answered;
    }

    double medianMilliseconds() {
        return at(milliseconds, 50);
    }

    double p95Milliseconds() {
        return at(milliseconds, 95);
    }

    long medianStatements() {
        return at(statements, 50);
    }

    long mostStatements() {
        return Collections.max(statements);
    }

    long medianCommits() {
        return at(commits, 50);
    }

    long meanBytes() {
        return bytes / milliseconds.size();
    }

    /** One row of the printed table. */
    String row(String size) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.1f | %.1f | %d | %d | %d | %d |",
                name,
                size,
                milliseconds.size(),
                medianMilliseconds(),
                p95Milliseconds(),
                medianStatements(),
                mostStatements(),
                medianCommits(),
                meanBytes());
    }

    /** Nearest rank. */
    private static <T extends Comparable<T>> T at(List<T> values, int percent) {
        List<T> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }
}
