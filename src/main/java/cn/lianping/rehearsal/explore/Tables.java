package cn.lianping.rehearsal.explore;

import cn.lianping.policy.Policy;
import cn.lianping.precheck.ElementFacts;
import cn.lianping.precheck.Fact;
import cn.lianping.precheck.PreCheck;
import cn.lianping.rehearsal.RehearsalOnly;
import cn.lianping.rehearsal.act.Reasons;
import cn.lianping.rehearsal.report.CoverageReport.DiagramCoverage;
import cn.lianping.rehearsal.report.CoverageReport.FlowState;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * Asks every decision table of the pre-checks all there is to ask: every combination of the facts' choices, and of
 * percentages below, at and above the limits. A rule that none of them meets is met by nothing.
 */
@RehearsalOnly
class Tables {

    private final PreCheck preCheck;
    private final HistoryService history;

    Tables(PreCheck preCheck, HistoryService history) {
        this.preCheck = preCheck;
        this.history = history;
    }

    /** The tables among the files, by path; what cannot be decided is a failure. */
    List<DiagramCoverage> ask(Map<String, byte[]> files, Policy policy, Failures failures) {
        for (int element : ElementFacts.elements()) {
            for (Map<String, Object> facts : combinations(ElementFacts.of(element), policy)) {
                try {
                    preCheck.advise(policy, element, facts);
                } catch (RuntimeException e) {
                    failures.add(
                            "",
                            PreCheck.decisionKey(element),
                            "要素 %d 的预检决策表不能判定:%s".formatted(element, Reasons.of(e)),
                            "检查决策表的表达式、输入变量和命中策略");
                    break;
                }
            }
        }
        List<DiagramCoverage> found = new ArrayList<>();
        files.forEach((path, content) -> {
            if (path.endsWith(".dmn")) {
                found.add(coverage(path, Dmn.readModelFromStream(new ByteArrayInputStream(content))));
            }
        });
        return found;
    }

    private DiagramCoverage coverage(String path, DmnModelInstance model) {
        Decision decision =
                model.getModelElementsByType(Decision.class).iterator().next();
        Set<String> met = new HashSet<>();
        history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey(decision.getId())
                .includeOutputs()
                .list()
                .forEach(instance -> instance.getOutputs().stream()
                        .map(HistoricDecisionOutputInstance::getRuleId)
                        .forEach(met::add));
        List<FlowState> rules = model.getModelElementsByType(Rule.class).stream()
                .map(rule -> new FlowState(rule.getId(), met.contains(rule.getId()) ? "walked" : "unreachable"))
                .toList();
        return new DiagramCoverage(
                path,
                decision.getId(),
                decision.getName() == null ? decision.getId() : decision.getName(),
                rules.size(),
                (int) rules.stream()
                        .filter(rule -> rule.state().equals("walked"))
                        .count(),
                rules,
                List.of());
    }

    private static List<Map<String, Object>> combinations(List<Fact> facts, Policy policy) {
        List<Map<String, Object>> all = new ArrayList<>();
        all.add(Map.of());
        for (Fact fact : facts) {
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> one : all) {
                for (String value : values(fact, policy)) {
                    Map<String, Object> more = new LinkedHashMap<>(one);
                    if (!value.isEmpty()) {
                        more.put(fact.key(), value);
                    }
                    next.add(more);
                }
            }
            all = next;
        }
        return all;
    }

    private static List<String> values(Fact fact, Policy policy) {
        return switch (fact.kind()) {
            case BOOLEAN -> List.of("true", "false");
            case CHOICE -> {
                List<String> values = new ArrayList<>(List.of(""));
                fact.choices().forEach(choice -> values.add(choice.value()));
                yield values;
            }
            case PERCENT -> {
                BigDecimal average =
                        policy.preCheck().provincialAverageRdRatio().value();
                yield List.of("0", text(average), text(average.add(BigDecimal.ONE)), text(average.add(BigDecimal.TEN)));
            }
        };
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
