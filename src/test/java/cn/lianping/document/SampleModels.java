package cn.lianping.document;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One model for each kind of document. */
final class SampleModels {

    private static final String ALLIANCE = "辽宁省工业机器人产学研联盟";
    private static final List<String> PROVINCE = List.of("辽宁省科学技术厅", "辽宁省工业和信息化厅");
    private static final List<String> CITY = List.of("沈阳市科学技术局", "沈阳市工业和信息化局");
    private static final List<Map<String, Object>> FACTS = List.of(
            Map.of("label", "联盟名称", "value", ALLIANCE),
            Map.of("label", "盟主企业", "value", "沈阳智造机器人股份有限公司"),
            Map.of("label", "技术领域", "value", "高端装备制造"));

    private SampleModels() {}

    private static Map<String, Object> opinion(String office, String outcome, String elements, String reason) {
        return Map.of(
                "office", office,
                "authentic", "真实",
                "complete", "完整",
                "outcome", outcome,
                "elements", elements,
                "reason", reason,
                "day", "2026年1月20日");
    }

    private static List<Map<String, Object>> meetingItems() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(place -> Map.<String, Object>ofEntries(
                        entry("place", place),
                        entry("caseNo", "2026-01-%04d".formatted(place)),
                        entry("alliance", ALLIANCE),
                        entry("area", "沈阳市"),
                        entry("field", "高端装备制造"),
                        entry("divisionMean", "8.5000"),
                        entry("expertMean", "8.4000"),
                        entry("total", "8.43"),
                        entry("lead", "沈阳智造机器人股份有限公司"),
                        entry("members", "共 5 家:企业 1 家、高校 2 家、科研院所 2 家"),
                        entry("self", "符合 9 项,不符合要素 7"),
                        entry("review", "科技部门(第1次):通过,材料真实、完整;工信部门(第1次):通过,材料真实、完整"),
                        entry("recommendation", "推荐顺序第 1 位(沈科函〔2026〕18号):同意推荐"),
                        entry("remark", place == 2 ? "异议成立,监督部门建议移出名单:与事实不符" : ""),
                        entry("decision", ""),
                        entry("reason", "")))
                .toList();
    }

    static Map<String, Object> of(DocumentKind kind) {
        return switch (kind) {
            case SELF_EVALUATION_REPORT -> selfEvaluation("已与高校共建联合实验室,签订三年期合作协议,研发投入逐年增长。");
            case SCORE_TABLE ->
                Map.ofEntries(
                        entry("caseNo", "LN-2026-1-003"),
                        entry("alliance", ALLIANCE),
                        entry("computationNo", 1),
                        entry("divisionScores", List.of(8, 9)),
                        entry("expertScores", List.of(10, 9, 8, 8, 7)),
                        entry("divisionMean", "8.5000"),
                        entry("expertMean", "8.4000"),
                        entry("exactDivisionMean", "17/2"),
                        entry("exactExpertMean", "42/5"),
                        entry("exactTotal", "843/100"),
                        entry("steps", List.of("管理评价 D = 17 ÷ 2 = 17/2,显示为 8.5000", "取 2 位小数(HALF_UP):8.43")),
                        entry("policy", "liaoning-2021 第 1 版"),
                        entry("traceSha256", "ab".repeat(32)),
                        entry("weights", Map.of("division", "30%", "expert", "70%")),
                        entry("total", "8.43"));
            case NOTICE ->
                Map.of(
                        "title", "关于2026年第一批典型实质性产学研联盟名单的公示",
                        "round", "2026年第一批",
                        "startsOn", "2026年2月11日",
                        "endsOn", "2026年2月24日",
                        "rule", "10 个工作日,首日计入",
                        "supplementary", false,
                        "signers", PROVINCE,
                        "annexTitle", "拟发布的典型实质性产学研联盟名单",
                        "items", items(12));
            case RELEASE ->
                Map.of(
                        "documentNo", "辽科发〔2026〕12号",
                        "title", "关于发布2026年第一批典型实质性产学研联盟名单的通知",
                        "body", "各市科技局、工业和信息化局,各有关单位:\n经联盟自评、推荐部门初审、综合评价、党组会审议和公示,现将名单予以发布。\n请各推荐部门做好后续服务与管理。",
                        "signers", PROVINCE,
                        "publishedOn", "2026年3月6日",
                        "items", items(12));
            case RECOMMENDATION ->
                Map.of(
                        "addressee",
                        "辽宁省科学技术厅、辽宁省工业和信息化厅:",
                        "letterNo",
                        "沈科函〔2026〕18号",
                        "paragraphs",
                        List.of(
                                "根据典型实质性产学研联盟评估评价办法第六条第 2 项,我们对" + ALLIANCE
                                        + "提交的自评报告及证明材料进行了复核。经复核,材料真实、完整,现予推荐,推荐顺序为第 1 位。",
                                "推荐意见:该联盟协同机制健全,同意推荐。"),
                        "facts",
                        FACTS,
                        "columns",
                        List.of("序号", "单位名称", "类型"),
                        "rows",
                        List.of(List.of("1", "沈阳智造机器人股份有限公司(盟主企业)", "企业"), List.of("2", "东北大学", "高校")),
                        "signers",
                        CITY,
                        "signedOn",
                        "2026年1月20日");
            case RECOMMENDATION_SUMMARY, RECOMMENDATION_WORKBOOK ->
                Map.of(
                        "round",
                        "2026年第一批",
                        "office",
                        "沈阳市科学技术局",
                        "signers",
                        CITY,
                        "columns",
                        List.of("推荐顺序", "案卷号", "联盟名称", "推荐意见"),
                        "rows",
                        List.of(List.of(1, "LN-2026-1-003", ALLIANCE, "=同意推荐")));
            case REVIEW_OPINION ->
                Map.of(
                        "caseNo",
                        "LN-2026-1-003",
                        "round",
                        "2026年第一批",
                        "attempt",
                        1,
                        "facts",
                        FACTS,
                        "opinions",
                        List.of(
                                opinion("沈阳市科学技术局", "通过", "无", "材料真实完整,同意推荐。"),
                                opinion("沈阳市工业和信息化局", "退回更正", "3、7", "要素 3 的协议缺少签章页,要素 7 的到账凭证不清晰,请更正。")),
                        "conclusion",
                        "退回更正");
            case DRAW_RECORD ->
                Map.of(
                        "caseNo",
                        "LN-2026-1-003",
                        "alliance",
                        ALLIANCE,
                        "seed",
                        "0f".repeat(32),
                        "facts",
                        FACTS,
                        "seats",
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(i -> Map.<String, Object>of(
                                        "seat",
                                        i,
                                        "drawn",
                                        "王某某(expert00" + i + ")",
                                        "expert",
                                        "王某某(expert00" + i + ")",
                                        "unit",
                                        "大连理工大学"))
                                .toList(),
                        "reason",
                        "第 2 席专家出差",
                        "reserve",
                        "李某某(expert011)、赵某某(expert012)",
                        "pool",
                        IntStream.rangeClosed(1, 14)
                                .mapToObj(i -> Map.<String, Object>of(
                                        "order", i,
                                        "userId", "expert%03d".formatted(i),
                                        "name", "王某某",
                                        "unit", "91210100MA0P4QUU23",
                                        "digest", "0123456789abcdef"))
                                .toList());
            case RECUSAL_STATEMENT ->
                Map.of(
                        "addressee", "省厅办公室:",
                        "paragraphs",
                                List.of("本人王某某,大连理工大学,受邀担任" + ALLIANCE + "的评审专家。因存在下列应当回避的情形,现申请回避。", "回避理由:与成员单位有合作。"),
                        "facts", FACTS,
                        "signer", "声明人(签字):　　　　　　",
                        "day", "2026年2月1日");
            case SCORE_SHEET ->
                Map.of(
                        "caseNo",
                        "LN-2026-1-003",
                        "round",
                        "2026年第一批",
                        "facts",
                        FACTS,
                        "answers",
                        IntStream.rangeClosed(1, 10)
                                .mapToObj(i -> Map.<String, Object>of(
                                        "no",
                                        i,
                                        "name",
                                        "建设方向评价",
                                        "point",
                                        i == 7 ? "0(不符合)" : "1(符合)",
                                        "reason",
                                        "材料齐全,符合办法要求。"))
                                .toList(),
                        "total",
                        9,
                        "day",
                        "2026年2月1日");
            case BRIEFING -> Map.of("round", "2026年第一批", "meeting", 1, "items", meetingItems());
            case MINUTES_FORM ->
                Map.of(
                        "round", "2026年第一批",
                        "meeting", 1,
                        "minutesNo", "",
                        "meetingDate", "",
                        "members", "",
                        "present", "",
                        "recused", "",
                        "quorum", "实到须为应到的超过半数",
                        "items", meetingItems());
            case FILING_FORM ->
                Map.of(
                        "filingNo", "LN-SF-2026-01",
                        "facts", FACTS,
                        "uses",
                                List.of(
                                        Map.of("name", "联合研发", "amount", "2000000"),
                                        Map.of("name", "平台建设", "amount", "1000000")),
                        "amount", "3000000",
                        "department", "辽宁省科学技术厅",
                        "filedOn", "2026年3月6日");
            case APPROVAL_SHEET ->
                Map.of(
                        "facts",
                        FACTS,
                        "acts",
                        IntStream.rangeClosed(1, 22)
                                .mapToObj(i -> Map.<String, Object>of(
                                        "stage", "初审复核",
                                        "office", "沈阳市科学技术局",
                                        "person", i % 2 == 0 ? "沈阳市科技经办人" : "",
                                        "act", "通过(第 1 次复核,材料真实、完整)",
                                        "opinion", i % 3 == 0 ? "材料齐全,内容真实,同意推荐。" : "",
                                        "at", "2026年1月20日 09:05"))
                                .toList());
        };
    }

    static Map<String, Object> selfEvaluation(String statement) {
        return Map.of(
                "attempt",
                1,
                "caseNo",
                "LN-2026-1-003",
                "round",
                "2026年第一批",
                "alliance",
                Map.of(
                        "name", "辽宁省工业机器人产学研联盟",
                        "field", "高端装备制造",
                        "areaName", "沈阳市",
                        "filingNo", "LM-2023-0107"),
                "lead",
                "沈阳智造机器人股份有限公司",
                "members",
                List.of(
                        Map.of("name", "沈阳智造机器人股份有限公司", "kindName", "企业"),
                        Map.of("name", "东北大学", "kindName", "高校"),
                        Map.of("name", "中国科学院沈阳自动化研究所", "kindName", "科研院所"),
                        Map.of("name", "盛京银行股份有限公司", "kindName", "金融机构"),
                        Map.of("name", "辽宁省技术转移中心", "kindName", "中介机构")),
                "elements",
                IntStream.rangeClosed(1, 10)
                        .mapToObj(no -> element(no, statement))
                        .toList());
    }

    private static Map<String, Object> element(int no, String statement) {
        Map<String, Object> element = Map.of(
                "no",
                no,
                "name",
                "产业链关键环节",
                "text",
                "围绕全省重点产业链,由盟主企业牵头,联合高校院所共同开展关键核心技术攻关。",
                "met",
                no == 7 ? "不符合" : "符合",
                "statement",
                statement,
                "facts",
                List.of(Map.of("label", "协议份数", "value", 3), Map.of("label", "研发投入", "value", "1,200 万元")));
        if (no == 1) {
            return with(element, "chain", "机器人及智能制造产业链");
        }
        return no == 7 ? with(element, "advice", "未填写共建平台的批准文号,建议补充后再认定为符合。") : element;
    }

    private static Map<String, Object> with(Map<String, Object> model, String name, Object value) {
        var result = new java.util.HashMap<String, Object>(model);
        result.put(name, value);
        return result;
    }

    private static List<Map<String, Object>> items(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(place -> Map.<String, Object>of(
                        "place", place,
                        "allianceName", "辽宁省第" + place + "产学研联盟",
                        "leadName", "沈阳智造机器人股份有限公司",
                        "areaName", "沈阳市",
                        "total", "8.43"))
                .toList();
    }
}
