package cn.lianping.walkthrough;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Plays one round, described by the files of a directory, from the registry to the pilots:
 * {@code Walkthrough DIR --url URL --out DIR [--password demo] [--patience seconds] [--in-progress]}. Exit 0 only when the whole round
 * ended as expected (with {@code --in-progress}: when it is under way), 1 where something differs, 2 on a wrong call.
 */
public final class Walkthrough {

    private static final String USAGE =
            "用法:Walkthrough 目录 [--url 地址] [--out 目录] [--password 口令] [--patience 秒] [--in-progress]";

    private Walkthrough() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream problems = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(arguments, out, problems));
    }

    static int run(String[] arguments, PrintStream out, PrintStream problems) {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            problems.println(USAGE);
            return 2;
        }
        try {
            play(options, out);
            out.println(options.inProgress() ? "批次已在办。" : "整个批次已结束。");
            return 0;
        } catch (Unexpected e) {
            problems.println();
            problems.println(e.getMessage());
            return 1;
        }
    }

    private static void play(Options options, PrintStream out) {
        RoundFiles files = RoundFiles.read(options.directory());
        People people = new People(options.url(), options.password());
        RoundClock clock = new RoundClock(people.administrator());
        Journal journal = new Journal(options.out());
        Patience patience = new Patience(options.patience());
        TaskDesk desk = new TaskDesk(journal, patience, clock);
        CaseList cases = new CaseList(people.office(), files.scenario().round(), patience);
        Progress progress = new Progress(out, System.console() != null);
        Play play = new Play(files, people, clock, journal, patience, desk, cases, progress);

        desk.settleInterrupted(people);
        new Opening(play).run();
        if (options.inProgress()) {
            new RoundInProgress(play).run();
            return;
        }
        SelfEvaluations selfEvaluations = new SelfEvaluations(play);
        selfEvaluations.run();
        new PreliminaryReviews(play, selfEvaluations).run();
        clock.morningOf(files.scenario().closes().plusDays(1));
        cases.await(Scenario.some(files.scenario().neverSubmitted()), java.util.List.of("not-submitted"));
        Evaluations evaluations = new Evaluations(play);
        evaluations.run();
        new Course(play, evaluations).run();
        new PilotProjects(play).run();
        Results results = new Results(play, options.out());
        results.write();
        results.compare();
    }

    /** What was asked for on the command line. */
    record Options(Path directory, URI url, Path out, String password, Duration patience, boolean inProgress) {

        static Options of(String[] arguments) {
            Map<String, String> values = new java.util.LinkedHashMap<>(Map.of(
                    "--url", "http://localhost:8080", "--out", "out", "--password", "demo", "--patience", "120"));
            String directory = "";
            boolean inProgress = false;
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i].equals("--in-progress")) {
                    inProgress = true;
                } else if (!arguments[i].startsWith("--")) {
                    if (!directory.isEmpty()) {
                        throw new IllegalArgumentException(arguments[i]);
                    }
                    directory = arguments[i];
                } else if (values.containsKey(arguments[i]) && i + 1 < arguments.length) {
                    values.put(arguments[i], arguments[++i]);
                } else {
                    throw new IllegalArgumentException(arguments[i]);
                }
            }
            if (directory.isEmpty()) {
                throw new IllegalArgumentException("目录");
            }
            return new Options(
                    Path.of(directory),
                    URI.create(values.getOrDefault("--url", "")),
                    Path.of(values.getOrDefault("--out", "")),
                    values.getOrDefault("--password", ""),
                    Duration.ofSeconds(Long.parseLong(values.getOrDefault("--patience", ""))),
                    inProgress);
        }
    }
}
