package cn.lianping.casefile;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.EvaluationSheets;
import cn.lianping.comprehensiveevaluation.PlacedCase;
import cn.lianping.comprehensiveevaluation.Score;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.deliberation.ScoresOfRound;
import cn.lianping.jointrelease.NoticedList;
import cn.lianping.publicity.NoticeItem;
import cn.lianping.publicity.Notices;
import cn.lianping.publicity.Standings;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Places and scores of a round's cases, for the meeting, the notice and the release. */
@Component
class RoundStandings implements Standings, ScoresOfRound, NoticedList {

    private static final CaseStatus[] CONFIRMED = {
        CaseStatus.CONFIRMED, CaseStatus.NOTICED, CaseStatus.NOTICE_ENDED, CaseStatus.RELEASED
    };

    private final Cases cases;
    private final Scores scores;
    private final EvaluationSheets sheets;
    private final Registry registry;
    private final Notices notices;

    RoundStandings(Cases cases, Scores scores, EvaluationSheets sheets, Registry registry, @Lazy Notices notices) {
        this.cases = cases;
        this.scores = scores;
        this.sheets = sheets;
        this.registry = registry;
        this.notices = notices;
    }

    @Override
    public List<Standing> confirmed(String roundNo) {
        Map<String, EvaluationCase> confirmed = cases.ofRound(roundNo, CONFIRMED).stream()
                .collect(Collectors.toMap(EvaluationCase::caseNo, Function.identity()));
        List<Standing> standings = new ArrayList<>();
        for (PlacedCase placed : scores.ranking(roundNo, confirmed.keySet())) {
            EvaluationCase found = confirmed.get(placed.score().caseNo());
            if (found != null) {
                Alliance alliance = registry.alliance(found.allianceId());
                standings.add(new Standing(
                        found.caseNo(),
                        placed.place(),
                        placed.score().total(),
                        alliance.name(),
                        registry.organisation(alliance.leadCode()).name(),
                        registry.areaName(alliance.area())));
            }
        }
        return standings;
    }

    @Override
    public Map<String, ScoreLine> of(String roundNo) {
        List<String> scored =
                scores.latestOfRound(roundNo).stream().map(Score::caseNo).toList();
        Map<String, ScoreLine> lines = new LinkedHashMap<>();
        for (PlacedCase placed : scores.ranking(roundNo, scored)) {
            Score score = placed.score();
            lines.put(
                    score.caseNo(),
                    new ScoreLine(
                            score.divisionMean(),
                            score.expertMean(),
                            score.total(),
                            placed.place(),
                            score.computationNo()));
        }
        return lines;
    }

    @Override
    public void reopen(String caseNo, String reason, String approver) {
        sheets.reopenAll(caseNo, reason, approver);
    }

    @Override
    public List<NoticedCase> releasable(String roundNo) {
        List<NoticedCase> ready = new ArrayList<>();
        for (EvaluationCase ended : cases.ofRound(roundNo, CaseStatus.NOTICE_ENDED)) {
            notices.latestFor(ended.caseNo())
                    .flatMap(notice -> notices.items(notice.noticeId()).stream()
                            .filter(item -> item.caseNo().equals(ended.caseNo()))
                            .findFirst())
                    .map(RoundStandings::noticed)
                    .ifPresent(ready::add);
        }
        ready.sort(Comparator.comparingInt(NoticedCase::place).thenComparing(NoticedCase::caseNo));
        return ready;
    }

    private static NoticedCase noticed(NoticeItem item) {
        return new NoticedCase(item.caseNo(), item.place(), item.total(), item.allianceName(), item.leadName());
    }
}
