package cn.lianping.casefile;

import cn.lianping.comprehensiveevaluation.Score;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.jointrelease.Releases;
import cn.lianping.pilot.Pilot;
import cn.lianping.pilot.Pilots;
import cn.lianping.publicity.Notices;
import cn.lianping.publicity.Standings;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
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

    RoundOverview(Cases cases, Scores scores, Standings standings, Notices notices, Releases releases, Pilots pilots) {
        this.cases = cases;
        this.scores = scores;
        this.standings = standings;
        this.notices = notices;
        this.releases = releases;
        this.pilots = pilots;
    }

    List<Map<String, Object>> of(String roundNo) {
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
            row.put("status", status(found.status()));
            row.put("statusText", found.status().chinese());
            Integer place = places.get(found.caseNo());
            row.put("place", place == null ? "" : place.toString());
            Score score = scored.get(found.caseNo());
            row.put("divisionMean", score == null ? "" : score.divisionMean().toPlainString());
            row.put("expertMean", score == null ? "" : score.expertMean().toPlainString());
            row.put("total", score == null ? "" : score.total().toPlainString());
            var notice = notices.latestFor(found.caseNo());
            row.put("noticeStart", notice.map(n -> n.startsOn().toString()).orElse(""));
            row.put("noticeEnd", notice.map(n -> n.endsOn().toString()).orElse(""));
            row.put("documentNo", releases.documentNoOf(found.caseNo()).orElse(""));
            row.put("pilot", selected.contains(found.caseNo()) ? "yes" : "no");
            rows.add(row);
        }
        return rows;
    }

    private static String status(CaseStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
