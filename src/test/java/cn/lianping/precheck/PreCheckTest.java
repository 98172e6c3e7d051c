package cn.lianping.precheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import cn.lianping.policy.PackagedPolicy;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreCheckTest {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> DECISIONS = new HashMap<>();

    private final Policy policy = PackagedPolicy.policy();
    private final PreCheck preCheck = new PreCheck(PreCheckTest::evaluate);

    private static DmnDecisionTableResult evaluate(String key, String area, Map<String, ?> variables) {
        DmnDecision decision = DECISIONS.computeIfAbsent(key, k -> ENGINE.parseDecision(k, open(k)));
        return ENGINE.evaluateDecisionTable(decision, Variables.fromMap(new HashMap<>(variables)));
    }

    private static InputStream open(String key) {
        return Objects.requireNonNull(
                PreCheckTest.class.getResourceAsStream("/processes/self-evaluation/" + key + ".dmn"), key);
    }

    /** One row per rule: the element, the facts, the advice, and words of the reason of exactly that rule. */
    @ParameterizedTest
    @CsvSource({
        "1, chainListed=true, 建议符合, 列入已发布的",
        "1, chainListed=false, 建议不符合, 未列入已发布的",
        "4, factProgramme=true factPlatform=provincial_lab factLastGrade=unqualified, 建议不符合, 上一年度评价不合格",
        "4, factProgramme=true factPlatform=none, 建议符合, 承担所列科技计划项目",
        "4, factProgramme=false factPlatform=provincial_lab factLastGrade=qualified, 建议符合, 达到合格以上等次",
        "4, factProgramme=false factPlatform=provincial_lab factLastGrade=not_evaluated, 建议不符合, 未参加上一年度评价",
        "4, factProgramme=false factPlatform=legal_entity, 建议符合, 独立法人资格的研发机构",
        "4, factProgramme=false factPlatform=none, 建议不符合, 也未建有所列研发平台",
        "5, factTalentProgramme=true factTalentIntroduced=false, 建议符合, 承担省“带土移植”引育计划",
        "5, factTalentProgramme=false factTalentIntroduced=true, 建议符合, 成功引进域外高层次科技人才",
        "5, factTalentProgramme=false factTalentIntroduced=false, 建议不符合, 也未引进",
        "6, factFinancialMember=true factFinancialRole=true, 建议符合, 发挥实质作用",
        "6, factFinancialMember=true factFinancialRole=false, 建议不符合, 但未发挥实质作用",
        "6, factFinancialMember=false factFinancialRole=true, 建议不符合, 成员单位中没有",
        "7, factPilotBase=true factTransformed=false, 建议符合, 中试基地",
        "7, factPilotBase=false factTransformed=true, 建议符合, 落地转化并产业化",
        "7, factPilotBase=false factTransformed=false, 建议不符合, 也没有重大科技成果落地转化",
        "8, factRatio=2.19 factRatioLastYear=1.00, 建议不符合, 未超过全省平均水平",
        "8, factRatio=2.20 factRatioLastYear=2.20, 建议不符合, 但未比上年度提升",
        "8, factRatio=2.20 factRatioLastYear=2.19, 建议符合, 且比上年度提升",
    })
    void advisesByTheRuleThatFits(int element, String facts, String advice, String reason) {
        assertThat(preCheck.advise(policy, element, facts(facts))).hasValueSatisfying(given -> {
            assertThat(given.advice()).isEqualTo(advice);
            assertThat(given.reason()).contains(reason);
        });
    }

    @Test
    void leavesNoGapOverAllCombinations() {
        for (int element : ElementFacts.elements()) {
            for (Map<String, Object> facts : combinations(ElementFacts.of(element))) {
                assertThat(preCheck.advise(policy, element, facts)).hasValueSatisfying(given -> {
                    assertThat(given.advice()).as("%s", facts).isIn(Advice.MET, Advice.NOT_MET);
                    assertThat(given.reason()).isNotBlank();
                });
            }
        }
    }

    private static List<Map<String, Object>> combinations(List<Fact> facts) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (Fact fact : facts) {
            List<?> values = switch (fact.kind()) {
                case BOOLEAN -> List.of(true, false);
                case CHOICE -> fact.choices().stream().map(Fact.Choice::value).toList();
                case PERCENT -> List.of("0", "2.18", "2.19", "2.20", "12.5", "1000");
            };
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> before : all) {
                for (Object value : values) {
                    Map<String, Object> next = new HashMap<>(before);
                    next.put(fact.key(), value);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    @Test
    void comparesWithTheAverageOfTheRoundsPolicyAndSaysWhenItIsAStandIn() {
        Map<String, Object> facts = facts("factRatio=3.00 factRatioLastYear=2.50");
        assertThat(preCheck.advise(policy, 8, facts).orElseThrow().reason())
                .endsWith("(本年度 3.00%,上年度 2.50%,全省平均 2.19%,暂用值,待核定)");
        Policy other = PolicyReader.read(
                PackagedPolicy.with(root -> ((ObjectNode) root.at("/preCheck/provincialAverageRdRatio"))
                        .put("value", 3)
                        .put("status", "confirmed")));
        assertThat(preCheck.advise(other, 8, facts).orElseThrow())
                .isEqualTo(new Advice(Advice.NOT_MET, "研发投入占销售收入比重未超过全省平均水平(本年度 3.00%,上年度 2.50%,全省平均 3%)"));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 10})
    void givesNoAdviceOnElementsWithoutFacts(int element) {
        assertThat(preCheck.advise(policy, element, Map.of())).isEmpty();
    }

    @Test
    void givesNoAdviceWhileFactsAreMissing() {
        assertThat(preCheck.advise(policy, 5, facts("factTalentProgramme=true")))
                .contains(new Advice(Advice.NONE, "事实未填写:评价周期内成功引进域外高层次科技人才"));
        assertThat(preCheck.advise(policy, 4, facts("factProgramme=true factPlatform=provincial_lab factLastGrade=")))
                .contains(new Advice(Advice.NONE, "事实未填写:平台上一年度评价等次"));
        for (int element : ElementFacts.elements()) {
            assertThat(preCheck.advise(policy, element, Map.of()).orElseThrow().reason())
                    .startsWith("事实未填写:");
        }
    }

    @Test
    void refusesValuesThatAreNone() {
        for (String wrong : List.of(
                "4 factPlatform=castle",
                "5 factTalentProgramme=maybe",
                "8 factRatio=-1",
                "8 factRatio=2.195",
                "8 factRatio=1000.01",
                "8 factRatio=1e3")) {
            int element = Integer.parseInt(wrong.substring(0, 1));
            assertThatThrownBy(() -> preCheck.advise(policy, element, facts(wrong.substring(2))))
                    .as(wrong)
                    .isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 7, 8})
    void drawsEveryTableTheSameWay(int element) throws IOException {
        String key = PreCheck.decisionKey(element);
        try (InputStream in = open(key)) {
            DmnModelInstance model = Dmn.readModelFromStream(in);
            Decision decision = model.getModelElementById(key);
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isEqualTo("P3650D");
            DecisionTable table = (DecisionTable) decision.getExpression();
            assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
            List<Rule> rules = List.copyOf(table.getRules());
            assertThat(rules)
                    .allSatisfy(rule ->
                            assertThat(rule.getDescription().getTextContent()).startsWith("第四条第" + element + "项:"));
            assertThat(rules.get(rules.size() - 1).getInputEntries())
                    .as("the last rule catches all")
                    .allSatisfy(entry -> assertThat(entry.getTextContent()).isBlank());
        }
    }

    private static Map<String, Object> facts(String text) {
        Map<String, Object> facts = new HashMap<>();
        for (String pair : text.split(" ")) {
            String[] parts = pair.split("=", 2);
            facts.put(parts[0], parts[1]);
        }
        return facts;
    }
}
