package cn.lianping.rehearsal.replay;

import cn.lianping.audit.AuditTrail;
import cn.lianping.calendar.OfficeHours;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.explore.Drawn;
import cn.lianping.rehearsal.explore.Remains;
import cn.lianping.rehearsal.past.Past;
import cn.lianping.rehearsal.past.Ranks;
import cn.lianping.rehearsal.past.RecordedCase;
import cn.lianping.rehearsal.past.RecordedRound;
import cn.lianping.rehearsal.report.Change;
import cn.lianping.rehearsal.report.ReplayReport;
import cn.lianping.rehearsal.report.Replayed;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Does the finished rounds again under the draft and compares. */
@RehearsalOnly
public class Replays {

    /** Cases that went as recorded are told with their steps up to so many; the others always. */
    private static final int MOST_SAME_WITH_STEPS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReplayTools tools;
    private final RegistryCopy registry;
    private final Remains remains;
    private final AuditTrail trail;
    private final Ranks ranks;
    private final OfficeHours hours;

    Replays(
            ReplayTools tools,
            RegistryCopy registry,
            Remains remains,
            AuditTrail trail,
            Ranks ranks,
            OfficeHours hours) {
        this.tools = tools;
        this.registry = registry;
        this.remains = remains;
        this.trail = trail;
        this.ranks = ranks;
        this.hours = hours;
    }

    /**
     * Replays every round of the folder, the oldest first.
     *
     * @param area the city whose diagrams the rounds follow, null for the province
     * @param leftOut finished cases that the folder does not have
     * @param progress is told how much of it is done
     */
    public ReplayReport replay(
            Path folder, Drawn drawn, @Nullable String area, int leftOut, BiConsumer<Double, String> progress) {
        registry.read(folder);
        tools.walks().begin(drawn::nameOf);
        tools.passing().stop();
        Draft draft = Draft.of(drawn, area);
        List<Replayed> replayed = new ArrayList<>();
        List<Path> files = rounds(folder);
        int done = 0;
        for (Path file : files) {
            RecordedRound round = read(file);
            String title =
                    "重演批次 %s,%d 件".formatted(round.roundNo(), round.cases().size());
            int before = done++;
            RoundReplay replay = new RoundReplay(tools, round, draft);
            replay.run(share -> progress.accept((before + share) / files.size(), title));
            compare(round, replay, replayed);
            remains.clear();
        }
        int same = (int) replayed.stream().filter(Replayed::same).count();
        int stuck = (int) replayed.stream().filter(one -> one.stuck() != null).count();
        return new ReplayReport(
                files.size(),
                replayed.size(),
                same,
                replayed.size() - same - stuck,
                stuck,
                leftOut,
                List.copyOf(replayed));
    }

    private static List<Path> rounds(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")
                            && !file.getFileName().toString().equals(Past.REGISTRY))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedRound read(Path file) {
        try {
            return JSON.readValue(file.toFile(), RecordedRound.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(RecordedRound round, RoundReplay replay, List<Replayed> into) {
        Map<String, Integer> places = ranks.of(round.roundNo(), replay.keys());
        for (RecordedCase recorded : round.cases()) {
            Optional<String> number = replay.numberOf(recorded.caseNo());
            Trail before = new Trail(recorded.entries());
            Trail after = number.map(caseNo -> Trail.of(trail.entries(caseNo))).orElse(new Trail(List.of()));
            Change<String> score = new Change<>(before.score(), after.score());
            Change<Integer> rank =
                    new Change<>(recorded.rank(), number.map(places::get).orElse(null));
            Change<Double> days = new Change<>(before.workingDays(hours), after.workingDays(hours));
            // a step that is only called otherwise is no other way
            Change<List<String>> path =
                    new Change<>(before.path(), before.keys().equals(after.keys()) ? before.path() : after.path());
            String stuck = replay.stuckAt(recorded.caseNo())
                    .orElse(days.before() != null && days.after() == null ? "记录已经办完,流程还没有结束" : null);
            boolean same = stuck == null && unchanged(score) && unchanged(rank) && unchanged(days) && unchanged(path);
            boolean told = !same || into.size() < MOST_SAME_WITH_STEPS;
            into.add(new Replayed(
                    recorded.caseNo(),
                    recorded.alliance(),
                    round.roundNo(),
                    same,
                    path,
                    score,
                    rank,
                    days,
                    stuck,
                    told ? number.map(tools.walks()::steps).orElse(List.of()) : List.of()));
        }
    }

    private static boolean unchanged(Change<?> change) {
        return Objects.equals(change.before(), change.after());
    }
}
