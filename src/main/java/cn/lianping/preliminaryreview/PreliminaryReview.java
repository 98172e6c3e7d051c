package cn.lianping.preliminaryreview;

import cn.lianping.Refusal;
import cn.lianping.round.CaseStatus;
import cn.lianping.round.Cases;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Participation;
import cn.lianping.selfevaluation.SelfEvaluation;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The opinions of both departments, what follows from them, and the recommendation (article 6.2). */
@Service
public class PreliminaryReview {

    private final PreliminaryReviewMapper mapper;
    private final Cases cases;
    private final SelfEvaluation selfEvaluation;
    private final Participation participation;
    private final ReviewDocuments documents;
    private final Clock clock;

    PreliminaryReview(
            PreliminaryReviewMapper mapper,
            Cases cases,
            SelfEvaluation selfEvaluation,
            Participation participation,
            ReviewDocuments documents,
            Clock clock) {
        this.mapper = mapper;
        this.cases = cases;
        this.selfEvaluation = selfEvaluation;
        this.participation = participation;
        this.documents = documents;
        this.clock = clock;
    }

    /** The attempt that a review given now belongs to: a return makes a new one. */
    int attempt(String caseNo) {
        return cases.require(caseNo).attempt();
    }

    /** Stores a department's opinion; two departments are two people, in the Shenfu zone too. */
    void give(String caseNo, Opinion opinion) {
        if (opinion.outcome() == Outcome.PASS && !(opinion.authentic() && opinion.complete())) {
            throw Refusal.invalid("结论为“通过”时,须确认材料真实、完整;否则请选择退回更正或不予推荐");
        }
        if (opinion.outcome() == Outcome.RETURN && opinion.elements().isEmpty()) {
            throw Refusal.invalid("退回更正时,请选择需要更正的要素");
        }
        if (opinion.outcome() != Outcome.PASS && opinion.reason().isBlank()) {
            throw Refusal.invalid("退回更正或不予推荐时,请说明理由");
        }
        for (Map<String, Object> other : mapper.opinions(caseNo, opinion.attempt())) {
            if (opinion.reviewedBy().equals(other.get("reviewedBy"))) {
                throw Refusal.forbidden("两个部门的复核须由两名不同的人员办理,您已代表另一部门复核过本案卷");
            }
        }
        participation.record(caseNo, Participation.RECOMMENDER, opinion.reviewedBy());
        mapper.insertOpinion(
                caseNo,
                opinion,
                opinion.authentic() ? 1 : 0,
                opinion.complete() ? 1 : 0,
                opinion.elements().stream().map(String::valueOf).collect(Collectors.joining(";")),
                clock.millis());
    }

    /** The department's opinion on the present report counts no longer. */
    void annul(String caseNo, String department) {
        mapper.voidOpinions(caseNo, attempt(caseNo), department, clock.millis());
    }

    /** Concludes from both opinions, and hands the named elements back when the report is returned. */
    Outcome conclude(String caseNo) {
        EvaluationCase found = cases.require(caseNo);
        List<Map<String, Object>> opinions = mapper.opinions(caseNo, found.attempt());
        if (opinions.size() < 2) {
            throw Refusal.conflict("两个部门的复核意见尚不齐全,不能汇总");
        }
        Outcome outcome = Outcome.of(opinions.stream()
                .map(opinion -> Outcome.valueOf(String.valueOf(opinion.get("outcome"))))
                .toList());
        documents.opinion(found, outcome);
        if (outcome == Outcome.RETURN) {
            selfEvaluation.askAgain(caseNo, elements(opinions), reasons(opinions), "preliminary-review");
        } else if (outcome == Outcome.REJECT) {
            cases.advance(
                    caseNo,
                    CaseStatus.REJECTED_BY_PRELIMINARY_REVIEW,
                    List.of(CaseStatus.PRELIMINARY_REVIEW),
                    reasons(opinions));
        }
        return outcome;
    }

    /**
     * What both departments said, attempt by attempt. An attempt that only one of them has reviewed is left out, so that
     * neither reads the other before deciding.
     */
    public List<Statement> statements(String caseNo) {
        Map<Object, List<Map<String, Object>>> byAttempt = mapper.allOpinions(caseNo).stream()
                .collect(Collectors.groupingBy(
                        opinion -> Objects.requireNonNull(opinion.get("attempt")),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byAttempt.values().stream()
                .filter(opinions -> opinions.size() == 2)
                .flatMap(List::stream)
                .map(Statement::of)
                .toList();
    }

    /** The recommendation of the area, once there is one. */
    public Optional<Recommendation> recommendation(String caseNo) {
        return Optional.ofNullable(mapper.recommendation(caseNo))
                .map(row -> new Recommendation(
                        ((Number) Objects.requireNonNull(row.get("orderNo"))).intValue(),
                        String.valueOf(row.get("letterNo")),
                        String.valueOf(row.get("opinion"))));
    }

    /** Recommends the case to the province. */
    void recommend(String caseNo, int orderNo, String letterNo, String opinion, String by) {
        participation.record(caseNo, Participation.RECOMMENDER, by);
        EvaluationCase found = cases.require(caseNo);
        mapper.insertRecommendation(caseNo, found.attempt(), orderNo, letterNo, opinion, by, clock.millis());
        documents.letter(found, new Recommendation(orderNo, letterNo, opinion));
        cases.advance(caseNo, CaseStatus.COMPREHENSIVE_EVALUATION, List.of(CaseStatus.PRELIMINARY_REVIEW), "推荐报送");
    }

    private static Collection<Integer> elements(List<Map<String, Object>> opinions) {
        TreeSet<Integer> named = new TreeSet<>();
        for (Map<String, Object> opinion : opinions) {
            String elements = String.valueOf(opinion.get("elements"));
            if (Outcome.RETURN.name().equals(opinion.get("outcome")) && !elements.isBlank()) {
                Arrays.stream(elements.split(";", -1)).map(Integer::valueOf).forEach(named::add);
            }
        }
        return named;
    }

    private static String reasons(List<Map<String, Object>> opinions) {
        return opinions.stream()
                .filter(opinion -> !Outcome.PASS.name().equals(opinion.get("outcome")))
                .map(opinion ->
                        ("science".equals(opinion.get("department")) ? "科技部门:" : "工信部门:") + opinion.get("reason"))
                .collect(Collectors.joining(";"));
    }
}
