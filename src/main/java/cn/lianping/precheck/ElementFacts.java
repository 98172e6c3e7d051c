package cn.lianping.precheck;

import cn.lianping.Refusal;
import cn.lianping.precheck.Fact.Choice;
import cn.lianping.precheck.Fact.Kind;
import cn.lianping.precheck.Fact.Needed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of the elements that have any: 1, 4, 5, 6, 7 and 8 (article 4). The keys are a public contract. */
public final class ElementFacts {

    /** Element 1: the chain chosen from the loaded lists; text. The decision takes {@link #CHAIN_LISTED}. */
    public static final String CHAIN = "factChain";
    /** Element 1: whether the chosen chain is in a loaded list; computed. */
    public static final String CHAIN_LISTED = "chainListed";
    /** Element 4: yes or no. */
    public static final String PROGRAMME = "factProgramme";
    /** Element 4: a choice. */
    public static final String PLATFORM = "factPlatform";
    /** Element 4: a choice, needed where the platform is {@link #PROVINCIAL_LAB}. */
    public static final String LAST_GRADE = "factLastGrade";
    /** Element 5: yes or no. */
    public static final String TALENT_PROGRAMME = "factTalentProgramme";
    /** Element 5: yes or no. */
    public static final String TALENT_INTRODUCED = "factTalentIntroduced";
    /** Element 6: whether a member unit is a financial institution; computed from the members. */
    public static final String FINANCIAL_MEMBER = "factFinancialMember";
    /** Element 6: yes or no. */
    public static final String FINANCIAL_ROLE = "factFinancialRole";
    /** Element 7: yes or no. */
    public static final String PILOT_BASE = "factPilotBase";
    /** Element 7: yes or no. */
    public static final String TRANSFORMED = "factTransformed";
    /** Element 8: percent. */
    public static final String RATIO = "factRatio";
    /** Element 8: percent. */
    public static final String RATIO_LAST_YEAR = "factRatioLastYear";

    /** The platform whose grade of the year before decides (article 4 item 4). */
    public static final String PROVINCIAL_LAB = "provincial_lab";

    private static final List<Choice> PLATFORMS = List.of(
            new Choice("none", "无"),
            new Choice("national", "国家工程技术研究中心、技术创新中心"),
            new Choice(PROVINCIAL_LAB, "省级重点实验室、专业技术创新中心"),
            new Choice("enterprise_center", "省级企业技术中心"),
            new Choice("legal_entity", "独立法人资格的研发机构"));

    private static final List<Choice> GRADES = List.of(
            new Choice("excellent", "优秀"),
            new Choice("good", "良好"),
            new Choice("qualified", "合格"),
            new Choice("unqualified", "不合格"),
            new Choice("not_evaluated", "未参加评价"));

    private static final SortedMap<Integer, List<Fact>> FACTS = new TreeMap<>(Map.of(
            1,
            List.of(computed(CHAIN_LISTED, "所选链条列入重点链名单")),
            4,
            List.of(
                    yesOrNo(PROGRAMME, "“盟主”企业承担所列科技计划项目"),
                    new Fact(PLATFORM, "研发平台", Kind.CHOICE, PLATFORMS, false, null),
                    new Fact(
                            LAST_GRADE,
                            "平台上一年度评价等次",
                            Kind.CHOICE,
                            GRADES,
                            false,
                            new Needed(PLATFORM, PROVINCIAL_LAB))),
            5,
            List.of(yesOrNo(TALENT_PROGRAMME, "评价周期内承担省“带土移植”引育计划"), yesOrNo(TALENT_INTRODUCED, "评价周期内成功引进域外高层次科技人才")),
            6,
            List.of(computed(FINANCIAL_MEMBER, "成员单位中有银行、基金等金融中介机构"), yesOrNo(FINANCIAL_ROLE, "金融中介机构发挥实质作用")),
            7,
            List.of(yesOrNo(PILOT_BASE, "建设省级科技成果转化中试基地"), yesOrNo(TRANSFORMED, "评价周期内推进重大科技成果落地转化并产业化")),
            8,
            List.of(percent(RATIO, "本年度研发投入占销售收入比重(%)"), percent(RATIO_LAST_YEAR, "上年度研发投入占销售收入比重(%)"))));

    private ElementFacts() {}

    private static Fact yesOrNo(String key, String label) {
        return new Fact(key, label, Kind.BOOLEAN, List.of(), false, null);
    }

    private static Fact computed(String key, String label) {
        return new Fact(key, label, Kind.BOOLEAN, List.of(), true, null);
    }

    private static Fact percent(String key, String label) {
        return new Fact(key, label, Kind.PERCENT, List.of(), false, null);
    }

    /** The elements with facts, ascending. */
    public static List<Integer> elements() {
        return List.copyOf(FACTS.keySet());
    }

    /** The facts of an element, computed ones included; none for an element without. */
    public static List<Fact> of(int element) {
        return FACTS.getOrDefault(element, List.of());
    }

    /**
     * The facts that were filled in, as the decision tables take them; other entries are left out.
     *
     * @throws Refusal when a value is none of its fact's
     */
    public static Map<String, Object> read(int element, Map<String, ?> raw) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (Fact fact : of(element)) {
            @Nullable Object value = fact.parse(raw.get(fact.key()));
            if (value != null) {
                facts.put(fact.key(), value);
            }
        }
        return facts;
    }

    /** The labels of the facts that are needed and not there. */
    static List<String> missing(int element, Map<String, Object> facts) {
        return of(element).stream()
                .filter(fact -> !facts.containsKey(fact.key()) && isNeeded(fact, facts))
                .map(Fact::label)
                .toList();
    }

    private static boolean isNeeded(Fact fact, Map<String, Object> facts) {
        Needed needed = fact.neededWhen();
        return needed == null || needed.value().equals(facts.get(needed.key()));
    }
}
