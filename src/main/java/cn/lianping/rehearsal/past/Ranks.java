package cn.lianping.rehearsal.past;

import cn.lianping.comprehensiveevaluation.PlacedCase;
import cn.lianping.comprehensiveevaluation.Scores;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The places of the released cases of a round, on the platform as in a rehearsal. */
@Component
public class Ranks {

    private final Cases cases;
    private final Scores scores;

    Ranks(Cases cases, Scores scores) {
        this.cases = cases;
        this.scores = scores;
    }

    /** Place by case number among these. */
    public Map<String, Integer> of(String roundNo, Set<String> caseNos) {
        List<String> released = cases.ofRound(roundNo, CaseStatus.RELEASED).stream()
                .map(EvaluationCase::caseNo)
                .filter(caseNos::contains)
                .toList();
        Map<String, Integer> ranks = new HashMap<>();
        for (PlacedCase placed : scores.ranking(roundNo, released)) {
            ranks.put(placed.score().caseNo(), placed.place());
        }
        return ranks;
    }
}
