package cn.lianping.casefile;

import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.Score;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.jointrelease.Releases;
import cn.lianping.pilot.Pilot;
import cn.lianping.pilot.Pilots;
import cn.lianping.publicity.Notice;
import cn.lianping.publicity.Notices;
import cn.lianping.publicity.Standings;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** One line for every case of a round: where it stands, score, place, notice, release, pilot. */
@Service
class RoundOverview {

    private final Cases cases;
    private final Scores scores;
    private final Standings standings;
    private final Notices notices;
    private final Releases releases;
    private final Pilots pilots;
    private final Registry registry;

    RoundOverview(
            Cases cases,
            Scores scores,
            Standings standings,
            Notices notices,
            Releases releases,
            Pilots pilots,
            Registry registry) {
        this.cases = cases;
        this.scores = scores;
        this.standings = standings;
        this.notices = notices;
        this.releases = releases;
        this.pilots = pilots;
        this.registry = registry;
    }

    /** By case number; the number of statements depends on the round's notices and releases, not on its cases. */
    List<Map<String, Object>> of(String roundNo) {
        Map<String, String> names = registry.allianceNames();
        Map<String, Notice> noticed = new HashMap<>();
        // the newest comes first and stays
        notices.ofRound(roundNo)
                .forEach(notice ->
                        notices.items(notice.noticeId()).forEach(item -> noticed.putIfAbsent(item.caseNo(), notice)));
        Map<String, String> released = new HashMap<>();
        // the first comes first, a later one takes its place
        releases.ofRound(roundNo)
                .forEach(release -> releases.items(release.releaseId())
                        .forEach(item -> released.put(item.caseNo(), release.documentNo())));
        Map<String, Score> scored =
                scores.latestOfRound(roundNo).stream().collect(Collectors.toMap(Score::caseNo, Function.identity()));
        Map<String, Integer> places = standings.confirmed(roundNo).stream()
                .collect(Collectors.toMap(Standings.Standing::caseNo, Standings.Standing::place));
        Set<String> selected =
                pilots.ofRound(roundNo).stream().map(Pilot::caseNo).collect(Collectors.toSet());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (EvaluationCase found : cases.ofRound(roundNo)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("caseNo", found.caseNo());
            row.put("allianceId", found.allianceId());
            row.put("alliance", names.getOrDefault(found.allianceId(), found.allianceId()));
            row.put("status", status(found.status()));
            row.put("statusText", found.status().chinese());
            Integer place = places.get(found.caseNo());
            row.put("place", place == null ? "" : place.toString());
            Score score = scored.get(found.caseNo());
            row.put("divisionMean", score == null ? "" : score.divisionMean().toPlainString());
            row.put("expertMean", score == null ? "" : score.expertMean().toPlainString());
            row.put("total", score == null ? "" : score.total().toPlainString());
            Notice notice = noticed.get(found.caseNo());
            row.put("noticeStart", notice == null ? "" : notice.startsOn().toString());
            row.put("noticeEnd", notice == null ? "" : notice.endsOn().toString());
            row.put("documentNo", released.getOrDefault(found.caseNo(), ""));
            row.put("pilot", selected.contains(found.caseNo()) ? "yes" : "no");
            rows.add(row);
        }
        return rows;
    }

    private static String status(CaseStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
