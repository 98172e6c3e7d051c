package cn.lianping.comprehensiveevaluation;

import static java.util.Map.entry;

import cn.lianping.alliance.Registry;
import cn.lianping.audit.AuditLog;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.policy.Policy;
import cn.lianping.policy.Weights;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import cn.lianping.scoring.Fraction;
import cn.lianping.scoring.Ranking;
import cn.lianping.scoring.ReviewerSheet;
import cn.lianping.scoring.ScoreResult;
import cn.lianping.scoring.ScoreTrace;
import cn.lianping.scoring.Scoring;
import cn.lianping.scoring.ScoringInput;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scores of the comprehensive evaluation (articles 5 and 6.3). */
@Service
public class Scores {

    private final ScoreMapper mapper;
    private final EvaluationSheets sheets;
    private final Outstanding outstanding;
    private final Rounds rounds;
    private final Cases cases;
    private final Registry registry;
    private final DocumentService documents;
    private final AuditLog audit;
    private final Clock clock;

    Scores(
            ScoreMapper mapper,
            EvaluationSheets sheets,
            Outstanding outstanding,
            Rounds rounds,
            Cases cases,
            Registry registry,
            DocumentService documents,
            AuditLog audit,
            Clock clock) {
        this.mapper = mapper;
        this.sheets = sheets;
        this.outstanding = outstanding;
        this.rounds = rounds;
        this.cases = cases;
        this.registry = registry;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest score of a case. */
    public Optional<Score> latest(String caseNo) {
        return Optional.ofNullable(mapper.findLatest(caseNo));
    }

    /** The newest score of every scored case of a round, by case number. */
    public List<Score> latestOfRound(String roundNo) {
        return mapper.findLatestOfRound(roundNo);
    }

    /** The scored ones among the cases in the order of the policy's tie rule: by place, then by case number. */
    public List<PlacedCase> ranking(String roundNo, Collection<String> caseNos) {
        Map<String, Score> scores = latestOfRound(roundNo).stream()
                .filter(score -> caseNos.contains(score.caseNo()))
                .collect(Collectors.toMap(Score::caseNo, Function.identity()));
        List<Ranking.RankedCase> ranked = scores.values().stream()
                .map(s -> new Ranking.RankedCase(s.caseNo(), s.total(), Fraction.parse(s.exactExpertMean())))
                .toList();
        return Ranking.rank(ranked, rounds.policyOf(roundNo).ranking().tieRule().value()).stream()
                .flatMap(rank -> Optional.ofNullable(scores.get(rank.ranked().caseNo())).stream()
                        .map(score -> new PlacedCase(rank.place(), score)))
                .toList();
    }

    /**
     * Computes and stores the score and moves the case on to the deliberation. With too few valid sheets, or while
     * somebody's sheet is still to be asked for, there is no score, and the case notes what it waits for.
     *
     * @return whether there is a score
     */
    @Transactional
    public boolean compute(String caseNo) {
        EvaluationCase found = cases.lock(caseNo);
        Policy policy = rounds.policyOf(found.roundNo());
        List<ReviewerSheet> divisions = sheets.toScore(caseNo, Sheet.Kind.DIVISION);
        List<ReviewerSheet> experts = sheets.toScore(caseNo, Sheet.Kind.EXPERT);
        // an import may since have routed the field elsewhere; what was handed in was asked for
        int asked = Math.max(outstanding.routed(caseNo).size(), divisions.size());
        ScoreResult result = Scoring.compute(policy, new ScoringInput(divisions, asked, experts));
        if (result instanceof ScoreResult.Insufficient insufficient) {
            return waitFor(caseNo, insufficient.message());
        }
        if (!outstanding.seats(caseNo).isEmpty()
                || !outstanding.divisions(caseNo).isEmpty()) {
            return waitFor(caseNo, "尚有应交的评审表未交");
        }
        store(found, policy, divisions, experts, (ScoreResult.Scored) result);
        return true;
    }

    private boolean waitFor(String caseNo, String what) {
        cases.note(caseNo, what);
        audit.record(caseNo, "未形成得分", caseNo, Map.of("missing", what));
        return false;
    }

    private void store(
            EvaluationCase found,
            Policy policy,
            List<ReviewerSheet> divisions,
            List<ReviewerSheet> experts,
            ScoreResult.Scored scored) {
        String caseNo = found.caseNo();
        Score score = new Score(
                caseNo,
                latest(caseNo).map(Score::computationNo).orElse(0) + 1,
                scored.divisionMeanShown(),
                scored.expertMeanShown(),
                scored.total(),
                scored.expertMean().toString(),
                scored.exact().toString(),
                scored.trace(),
                Draw.sha256(scored.trace()));
        mapper.insert(score, found.roundNo(), clock.millis());
        String total = score.total().toPlainString();
        audit.record(
                caseNo,
                "计算得分",
                String.valueOf(score.computationNo()),
                Map.of("total", total, "exact", score.exactTotal(), "sha256", score.sha256()));
        cases.note(caseNo, null);
        cases.advance(
                caseNo,
                CaseStatus.AWAITING_DELIBERATION,
                List.of(CaseStatus.COMPREHENSIVE_EVALUATION),
                "综合评价得分 " + total);
        String alliance = registry.alliance(found.allianceId()).name();
        documents.produce(
                DocumentKind.SCORE_TABLE,
                caseNo,
                alliance + "综合评价得分表",
                Map.ofEntries(
                        entry("caseNo", caseNo),
                        entry("alliance", alliance),
                        entry("computationNo", score.computationNo()),
                        entry("divisionScores", totals(divisions)),
                        entry("expertScores", totals(experts)),
                        entry("divisionMean", score.divisionMean().toPlainString()),
                        entry("expertMean", score.expertMean().toPlainString()),
                        entry("exactDivisionMean", scored.divisionMean().toString()),
                        entry("exactExpertMean", score.exactExpertMean()),
                        entry("exactTotal", score.exactTotal()),
                        entry("steps", ScoreTrace.steps(scored.trace())),
                        entry("policy", policy.label()),
                        entry("traceSha256", score.sha256()),
                        entry(
                                "weights",
                                Map.of(
                                        "division",
                                                Weights.percent(policy.weights()
                                                        .division()
                                                        .value()),
                                        "expert",
                                                Weights.percent(policy.weights()
                                                        .expert()
                                                        .value()))),
                        entry("total", total)));
    }

    /** Highest first, so that the order tells nothing about who gave which. */
    private static List<Integer> totals(List<ReviewerSheet> sheets) {
        return sheets.stream()
                .map(ReviewerSheet::total)
                .sorted(Comparator.reverseOrder())
                .toList();
    }
}
