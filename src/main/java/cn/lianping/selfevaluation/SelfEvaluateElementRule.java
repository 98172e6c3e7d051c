package cn.lianping.selfevaluation;

import cn.lianping.engine.CanonicalJson;
import cn.lianping.engine.FormData;
import cn.lianping.engine.TaskFacts;
import cn.lianping.engine.TaskRule;
import cn.lianping.policy.Policy;
import cn.lianping.precheck.ElementFacts;
import cn.lianping.precheck.Fact;
import cn.lianping.round.Cases;
import cn.lianping.round.Rounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 自评:{要素}. */
@Component
class SelfEvaluateElementRule implements TaskRule {

    private final SelfEvaluation evaluation;
    private final Chains chains;
    private final Cases cases;
    private final Rounds rounds;

    SelfEvaluateElementRule(SelfEvaluation evaluation, Chains chains, Cases cases, Rounds rounds) {
        this.evaluation = evaluation;
        this.chains = chains;
        this.cases = cases;
        this.rounds = rounds;
    }

    @Override
    public String taskKey() {
        return SelfEvaluationProcess.SELF_EVALUATE_ELEMENT;
    }

    @Override
    public String title(TaskFacts task) {
        Policy.Element element = element(task);
        return "自评:" + element.no() + " " + element.name();
    }

    @Override
    public Map<String, Object> show(TaskFacts task) {
        Policy.Element element = element(task);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("elementNo", element.no());
        shown.put("elementName", element.name());
        shown.put("elementText", element.text());
        shown.put("correction", evaluation.reasonOf(task.businessKey(), element.no()));
        shown.put(
                "chainChoices",
                chains.names().stream()
                        .map(name -> Map.of("label", name, "value", name))
                        .toList());
        evaluation.claim(task.businessKey(), element.no()).ifPresent(claim -> {
            shown.put("met", String.valueOf(claim.met()));
            shown.put("statement", claim.statement());
            if (claim.chain() != null) {
                shown.put("chain", claim.chain());
            }
            ((Map<?, ?>) CanonicalJson.read(claim.facts())).forEach((key, value) -> {
                if (value != null) {
                    shown.put(key.toString(), value instanceof Boolean ? value.toString() : value);
                }
            });
        });
        return shown;
    }

    @Override
    public void complete(TaskFacts task, FormData data) {
        int element = element(task).no();
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : ElementFacts.of(element)) {
            Object value = data.values().get(fact.key());
            if (value != null) {
                facts.put(fact.key(), value);
            }
        }
        evaluation.fill(
                task.businessKey(),
                element,
                "1".equals(data.required("met", "是否符合")),
                data.required("statement", "论述说明"),
                data.text("chain"),
                facts,
                task.actor());
    }

    private Policy.Element element(TaskFacts task) {
        int no = Integer.parseInt(task.variable(SelfEvaluationProcess.ELEMENT));
        List<Policy.Element> elements =
                rounds.policyOf(cases.require(task.businessKey()).roundNo()).elements();
        return elements.get(no - 1);
    }
}
