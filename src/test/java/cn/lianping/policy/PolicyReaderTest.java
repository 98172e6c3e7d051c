package cn.lianping.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import cn.lianping.calendar.PeriodUnit;
import cn.lianping.policy.PolicyValue.Status;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    private final Policy policy = PackagedPolicy.policy();

    @Test
    void readsTheProvincialPolicy() {
        assertThat(policy.id()).isEqualTo("liaoning-2021");
        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.areaCode()).isEqualTo("210000");
        assertThat(policy.issuedOn().value()).isEqualTo("2021-06-28");
        assertThat(policy.documentNumber().status()).isEqualTo(Status.INFERRED);
        assertThat(policy.elements().stream().map(Policy.Element::name))
                .containsExactly("建设方向", "利益机制", "创新目标", "创新能力", "人才引进", "资源集聚", "成果转化", "研发投入", "产业支撑", "综合实力");
        assertThat(policy.element(4).text()).startsWith("“盟主”企业是否联合承担省“揭榜挂帅”").endsWith("合格以上等次。");
        assertThat(policy.weights().division().value()).isEqualByComparingTo("0.3");
        assertThat(policy.weights().expert().value()).isEqualByComparingTo("0.7");
        assertThat(policy.weights().expert().status()).isEqualTo(Status.INFERRED);
        assertThat(policy.sheets().panelSize().value()).isEqualTo(5);
        assertThat(policy.sheets().minimumDivisionSheets().value().needed(3)).isEqualTo(3);
        assertThat(policy.rounding().mode().value()).isEqualTo(RoundingMode.HALF_UP);
        assertThat(policy.publicity().unit().value()).isEqualTo(PeriodUnit.WORKING_DAY);
        assertThat(policy.publicity().firstDayCounted().value()).isTrue();
        assertThat(policy.publicity().objectionHold().value()).isEqualTo(Publicity.ObjectionHold.ROUND);
        assertThat(policy.grant().uses().stream().map(Grant.Use::code))
                .containsExactly("joint_research", "platform", "talent", "operation", "other");
        assertThat(policy.grant().highest()).isEmpty();
        assertThat(policy.grant().longestTermMonths().value()).isEqualTo(12);
    }

    @Test
    void putsNoCountOfTheUnreadableListIntoTheText() {
        assertThat(policy.element(1).text()).contains("〔数目扫描件不清〕条重点产业链建设方向").doesNotContain("?");
        assertThat(policy.element(1).status()).isEqualTo(Status.INFERRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compileAgenda",
                "selectPilots",
                "selfEvaluateElement",
                "sealReport",
                "submitReport",
                "reviewByScienceDepartment",
                "reviewByIndustryDepartment",
                "recommend",
                "giveManagementOpinion",
                "confirmPanel",
                "reviewByExpert",
                "recordDeliberation",
                "issueNotice",
                "acceptObjection",
                "investigateObjection",
                "decideObjection",
                "draftRelease",
                "countersignByIndustry",
                "signByScience",
                "draftFundUsePlan",
                "fileProject",
                "reportMidterm",
                "reportFinal",
                "acceptProject"
            })
    void givesEveryUserTaskItsOwnDueTime(String task) {
        assertThat(policy.dueTimes().tasks()).containsKey("userTask_" + task).hasSize(24);
        DueTime due = policy.dueTimes().of("userTask_" + task);
        assertThat(due.reminderBefore()).isBetween(1, due.dueIn());
        assertThat(due.escalationAfter()).isPositive();
    }

    @Test
    void givesTasksOfOtherDiagramsADueTimeToo() {
        assertThat(policy.dueTimes().of("userTask_drawnByAnAdministrator"))
                .isEqualTo(policy.dueTimes().others().value());
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.2, '管理评价 30%、专家评审 20%,权重合计 50%,应为 100%'",
        "0.3, 0.70001, '权重合计 100.001%,应为 100%'",
        "0.5, 0.6, '权重合计 110%,应为 100%'",
        "0, 1, '都应大于 0,现为 0% 和 100%'",
        "-0.5, 1.5, '都应大于 0,现为 -50% 和 150%'",
    })
    void refusesWeightsThatDoNotTotalOneHundredPercent(BigDecimal division, BigDecimal expert, String message) {
        refuses(
                root -> {
                    part(root, "weights", "division").put("value", division);
                    part(root, "weights", "expert").put("value", expert);
                },
                message);
    }

    @Test
    void refusesElementsThatAreNotExactlyTenInOrder() {
        refuses(root -> ((ArrayNode) root.get("elements")).remove(9), "要素应为 10 个,现为 9 个");
        refuses(
                root -> ((ArrayNode) root.get("elements"))
                        .add(root.get("elements").get(9).deepCopy()),
                "要素应为 10 个,现为 11 个");
        refuses(root -> ((ObjectNode) root.get("elements").get(2)).put("no", 4), "第 3 个编号为 4");
        refuses(root -> ((ObjectNode) root.get("elements").get(2)).put("name", "利益机制"), "要素名称重复:利益机制");
        refuses(root -> ((ObjectNode) root.get("elements").get(2)).put("text", " "), "elements.3", "缺少 text");
    }

    @Test
    void refusesWhatIsUnknownMissingOrOfTheWrongTypeByItsName() {
        refuses(root -> root.put("colour", "red"), "未知字段 colour");
        refuses(root -> part(root, "weights", "division").put("note", "x"), "未知字段 weights.division.note");
        for (String field : List.of(
                "id",
                "version",
                "areaCode",
                "title",
                "documentNumber",
                "issuedOn",
                "elements",
                "weights",
                "aggregation",
                "sheets",
                "rounding",
                "ranking",
                "publicity",
                "dueTimes",
                "grant",
                "deliberation",
                "preCheck")) {
            refuses(root -> root.remove(field), "缺少 " + field);
        }
        refuses(root -> part(root, "publicity", "length").remove("value"), "publicity.length", "缺少 value");
        refuses(root -> part(root, "publicity", "length").remove("source"), "publicity.length", "缺少 source");
        refuses(root -> part(root, "publicity", "length").put("status", "sure"), "publicity.length");
        refuses(root -> part(root, "publicity", "length").put("value", "5"), "publicity.length");
        refuses(root -> part(root, "publicity", "length").put("value", 5.5), "publicity.length");
        refuses(root -> part(root, "publicity", "length").put("value", 0), "公示期天数应为 1 至 99,现为 0");
        refuses(root -> part(root, "sheets", "minimumExpertSheets").put("value", 6), "最少有效专家评审表份数应为 1 至 5,现为 6");
        refuses(root -> part(root, "sheets", "minimumDivisionSheets").put("value", "SOME"), "现为 SOME");
        refuses(root -> ((ObjectNode) root.get("grant")).remove("cap"), "缺少 cap");
        refuses(root -> ((ObjectNode) root.at("/dueTimes/others/value")).put("reminderBefore", 6), "超过办理期限 5");
        assertThatThrownBy(() -> PolicyReader.read("{\"id\": \"a\", \"id\": \"b\"}"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PolicyReader.read("null")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> PolicyReader.read("{")).isInstanceOf(Refusal.class);
    }

    @Test
    void acceptsTheVariationsAPolicyMayChoose() {
        Policy city = PolicyReader.read(PackagedPolicy.with(root -> {
            root.put("id", "shenyang-2026").put("areaCode", "210100");
            part(root, "publicity", "objectionHold").put("value", "case");
            part(root, "publicity", "unit").put("value", "NATURAL_DAY");
            part(root, "sheets", "minimumDivisionSheets").put("value", 2);
            part(root, "grant", "cap").put("value", 300);
        }));
        assertThat(city.publicity().objectionHold().value()).isEqualTo(Publicity.ObjectionHold.CASE);
        assertThat(city.sheets().minimumDivisionSheets().value().needed(3)).isEqualTo(2);
        assertThat(city.grant().highest())
                .hasValueSatisfying(cap -> assertThat(cap).isEqualByComparingTo("300"));
    }

    @Test
    void listsEveryValueWithItsSourceAndStatus() {
        List<PolicyReader.Entry> entries = PolicyReader.entries(PackagedPolicy.document());
        assertThat(entries).contains(new PolicyReader.Entry("weights.division", "0.3", "第六条第3项", "confirmed"));
        assertThat(entries).contains(new PolicyReader.Entry("elements.1", "建设方向", "第四条第1项", "inferred"));
        assertThat(entries).allSatisfy(entry -> assertThat(entry.source()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({"5, 9, true, false", "4, 9, false, false", "6, 9, true, true", "5, 10, false, false"})
    void knowsTheQuorum(int present, int members, boolean half, boolean thirds) {
        assertThat(Deliberation.Quorum.MORE_THAN_HALF.reached(present, members)).isEqualTo(half);
        assertThat(Deliberation.Quorum.TWO_THIRDS.reached(present, members)).isEqualTo(thirds);
    }

    private static ObjectNode part(ObjectNode root, String group, String name) {
        return (ObjectNode) root.get(group).get(name);
    }

    private static void refuses(Consumer<ObjectNode> change, String... message) {
        String document = PackagedPolicy.with(change);
        assertThatThrownBy(() -> PolicyReader.read(document))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(message);
    }
}
