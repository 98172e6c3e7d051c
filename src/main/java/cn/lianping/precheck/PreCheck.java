package cn.lianping.precheck;

import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyValue;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Advice on an element from its facts, by the decision table {@code precheck-element-<no>} as deployed last: that of
 * the policy's area, else the province's. Advice only:
 * nothing here reaches a score.
 */
@Service
public class PreCheck {

    private static final String AVERAGE = "provincialAverage";

    private final Decisions decisions;

    /** Evaluates the decision with this key, the area's own where it has one. */
    interface Decisions {
        DmnDecisionTableResult evaluate(String key, String area, Map<String, @Nullable Object> variables);
    }

    /** Evaluates the deployed tables. */
    @Autowired
    PreCheck(DecisionService decisionService, RepositoryService repository) {
        this((key, area, variables) -> {
            boolean own = repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionKey(key)
                            .tenantIdIn(area)
                            .count()
                    > 0;
            var table = decisionService.evaluateDecisionTableByKey(key);
            return (own ? table.decisionDefinitionTenantId(area) : table.decisionDefinitionWithoutTenantId())
                    .variables(variables)
                    .evaluate();
        });
    }

    PreCheck(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The key of an element's decision table. */
    public static String decisionKey(int element) {
        return "precheck-element-" + element;
    }

    /**
     * Advice on an element.
     *
     * @param policy the policy of the round, which has the provincial average
     * @param element 1 to 10
     * @param facts by the keys of {@link ElementFacts}, as a form sends them; other entries are ignored
     * @return empty for an element without facts; {@link Advice#NONE} where facts are missing
     * @throws cn.lianping.Refusal when a value is none of its fact's
     */
    public Optional<Advice> advise(Policy policy, int element, Map<String, ?> facts) {
        List<Fact> asked = ElementFacts.of(element);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> given = ElementFacts.read(element, facts);
        List<String> missing = ElementFacts.missing(element, given);
        if (!missing.isEmpty()) {
            return Optional.of(new Advice(Advice.NONE, "事实未填写:" + String.join("、", missing)));
        }
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (Fact fact : asked) {
            variables.put(fact.key(), variable(given.get(fact.key())));
        }
        PolicyValue<BigDecimal> average = policy.preCheck().provincialAverageRdRatio();
        variables.put(AVERAGE, average.value().doubleValue());
        DmnDecisionRuleResult rule = decisions
                .evaluate(decisionKey(element), policy.areaCode(), variables)
                .getFirstResult();
        if (rule == null) {
            // an administrator's table may have a gap; silence is better than a guess
            return Optional.of(new Advice(Advice.NONE, "预审规则未覆盖所填事实"));
        }
        String reason = String.valueOf(rule.<Object>getEntry("reason"));
        if (element == 8) {
            reason += figures(given, average);
        }
        return Optional.of(new Advice(String.valueOf(rule.<Object>getEntry("advice")), reason));
    }

    private static @Nullable Object variable(@Nullable Object fact) {
        return fact instanceof BigDecimal number ? Double.valueOf(number.doubleValue()) : fact;
    }

    private static String figures(Map<String, Object> facts, PolicyValue<BigDecimal> average) {
        return "(本年度 %s%%,上年度 %s%%,全省平均 %s%%%s)"
                .formatted(
                        facts.get(ElementFacts.RATIO),
                        facts.get(ElementFacts.RATIO_LAST_YEAR),
                        average.value().toPlainString(),
                        average.status() == PolicyValue.Status.UNKNOWN ? ",暂用值,待核定" : "");
    }
}
