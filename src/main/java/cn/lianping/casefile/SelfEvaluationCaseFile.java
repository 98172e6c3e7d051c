package cn.lianping.casefile;

import cn.lianping.engine.CanonicalJson;
import cn.lianping.policy.Policy;
import cn.lianping.precheck.ElementFacts;
import cn.lianping.precheck.Fact;
import cn.lianping.preliminaryreview.PreliminaryReview;
import cn.lianping.preliminaryreview.Statement;
import cn.lianping.round.CaseFile;
import cn.lianping.round.Cases;
import cn.lianping.round.Rounds;
import cn.lianping.selfevaluation.Claim;
import cn.lianping.selfevaluation.SelfEvaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The ten elements with claim, facts, pre-check and what the preliminary review said. */
@Component
class SelfEvaluationCaseFile implements CaseFile {

    private final SelfEvaluation evaluation;
    private final PreliminaryReview review;
    private final Cases cases;
    private final Rounds rounds;

    SelfEvaluationCaseFile(
            @Lazy SelfEvaluation evaluation, @Lazy PreliminaryReview review, Cases cases, Rounds rounds) {
        this.evaluation = evaluation;
        this.review = review;
        this.cases = cases;
        this.rounds = rounds;
    }

    @Override
    public List<Map<String, Object>> elements(String caseNo) {
        Map<Integer, Claim> claims = evaluation.claims(caseNo);
        List<Statement> statements = review.statements(caseNo);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Policy.Element element :
                rounds.policyOf(cases.require(caseNo).roundNo()).elements()) {
            Map<String, Object> row = row(element, claims.get(element.no()));
            row.put(
                    "review",
                    statements.stream()
                            .filter(statement -> statement.concerns(element.no()))
                            .map(Statement::line)
                            .collect(Collectors.joining(";")));
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> row(Policy.Element element, @Nullable Claim claim) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("no", element.no());
        row.put("name", element.name());
        row.put("text", element.text());
        row.put("met", claim == null ? "未填" : claim.met() == 1 ? "符合" : "不符合");
        row.put("statement", claim == null ? "" : claim.statement());
        row.put("chain", claim == null || claim.chain() == null ? "" : claim.chain());
        row.put("claim", row.get("met"));
        row.put("facts", claim == null ? "" : facts(element.no(), claim));
        row.put("advice", claim == null || claim.advice() == null ? "" : claim.advice() + ":" + claim.adviceReason());
        return row;
    }

    private static String facts(int element, Claim claim) {
        Map<?, ?> stored = (Map<?, ?>) CanonicalJson.read(claim.facts());
        return ElementFacts.of(element).stream()
                .filter(fact -> stored.get(fact.key()) != null)
                .map(fact -> fact.label() + ":" + chinese(fact, Objects.requireNonNull(stored.get(fact.key()))))
                .collect(Collectors.joining(";"));
    }

    private static String chinese(Fact fact, Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        return fact.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(Fact.Choice::label)
                .findFirst()
                .orElse(String.valueOf(value));
    }
}
