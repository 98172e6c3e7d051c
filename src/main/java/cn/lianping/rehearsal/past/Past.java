package cn.lianping.rehearsal.past;

import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditTrail;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Round;
import cn.lianping.round.Rounds;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes down the finished rounds, the newest first, and the registry that their cases refer to. */
@Component
public class Past {

    /** Where the registry stands in the folder. */
    public static final String REGISTRY = "registry.json";

    /** The tables of the registry, each after those that it refers to. */
    private static final List<String> TABLES = List.of(
            "organisation",
            "alliance",
            "alliance_member",
            "chain",
            "division",
            "division_field",
            "expert",
            "expert_past_unit");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rounds rounds;
    private final Cases cases;
    private final AuditTrail trail;
    private final Registry registry;
    private final Ranks ranks;
    private final RoundSample sample;
    private final JdbcTemplate database;
    private final int most;

    Past(
            Rounds rounds,
            Cases cases,
            AuditTrail trail,
            Registry registry,
            Ranks ranks,
            RoundSample sample,
            JdbcTemplate database,
            @Value("${lianping.rehearsal.replayed-cases:500}") int most) {
        this.rounds = rounds;
        this.cases = cases;
        this.trail = trail;
        this.registry = registry;
        this.ranks = ranks;
        this.sample = sample;
        this.database = database;
        this.most = most;
    }

    /**
     * What there is to replay.
     *
     * @param cases how many finished cases were written
     * @param leftOut how many were not, since they are more than may be replayed
     */
    public record Written(int cases, int leftOut) {}

    /**
     * Writes them into the folder, which is made.
     *
     * @param ofArea whether the rounds of this area follow what is rehearsed
     */
    public Written write(Path folder, Predicate<String> ofArea) {
        make(folder);
        List<Round> finished = rounds.all().stream()
                .filter(round -> Round.CLOSED.equals(round.status()) && ofArea.test(round.areaCode()))
                .sorted(Comparator.comparing(Round::opensOn).reversed())
                .toList();
        Map<String, String> names = registry.allianceNames();
        int written = 0;
        int leftOut = 0;
        for (Round round : finished) {
            List<EvaluationCase> ofRound = cases.ofRound(round.roundNo());
            if (ofRound.isEmpty()) {
                continue;
            }
            List<EvaluationCase> chosen = sample.of(round.roundNo(), ofRound, most - written);
            leftOut += ofRound.size() - chosen.size();
            if (!chosen.isEmpty()) {
                written += chosen.size();
                write(folder.resolve(round.roundNo() + ".json"), recorded(round, chosen, names));
            }
        }
        if (written > 0) {
            write(folder.resolve(REGISTRY), tables());
        }
        return new Written(written, leftOut);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedRound recorded(Round round, List<EvaluationCase> chosen, Map<String, String> names) {
        Map<String, Integer> places = ranks.of(
                round.roundNo(), chosen.stream().map(EvaluationCase::caseNo).collect(Collectors.toUnmodifiableSet()));
        return new RecordedRound(
                round.roundNo(),
                round.title(),
                round.areaCode(),
                entries(round.roundNo()),
                chosen.stream()
                        .map(one -> new RecordedCase(
                                one.caseNo(),
                                names.getOrDefault(one.allianceId(), one.allianceId()),
                                places.get(one.caseNo()),
                                entries(one.caseNo())))
                        .toList());
    }

    private List<RecordedEntry> entries(String chain) {
        return trail.entries(chain).stream()
                .map(entry -> new RecordedEntry(
                        entry.seq(), entry.at(), entry.actor(), entry.act(), entry.subject(), entry.details()))
                .toList();
    }

    private Map<String, List<Map<String, Object>>> tables() {
        Map<String, List<Map<String, Object>>> tables = new LinkedHashMap<>();
        TABLES.forEach(table -> tables.put(table, database.queryForList("SELECT * FROM " + table)));
        return tables;
    }

    private static void write(Path file, Object content) {
        try {
            JSON.writeValue(file.toFile(), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
