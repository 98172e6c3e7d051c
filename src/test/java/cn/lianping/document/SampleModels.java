package cn.lianping.document;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One model for each kind of document. */
final class SampleModels {

    private SampleModels() {}

    static Map<String, Object> of(DocumentKind kind) {
        return switch (kind) {
            case SELF_EVALUATION_REPORT -> selfEvaluation("已与高校共建联合实验室,签订三年期合作协议,研发投入逐年增长。");
            case SCORE_TABLE ->
                Map.of(
                        "caseNo", "LN-2026-1-003",
                        "alliance", "辽宁省工业机器人产学研联盟",
                        "divisionScores", List.of(8, 9),
                        "expertScores", List.of(10, 9, 8, 8, 7),
                        "divisionMean", "8.5000",
                        "expertMean", "8.4000",
                        "weights", Map.of("division", "30%", "expert", "70%"),
                        "total", "8.43");
            case NOTICE ->
                Map.of(
                        "title", "关于2026年第一批典型实质性产学研联盟名单的公示",
                        "roundNo", "2026年第一批",
                        "startsOn", "2026年2月11日",
                        "endsOn", "2026年2月24日",
                        "supplementary", false,
                        "items", items(12));
            case RELEASE ->
                Map.of(
                        "documentNo", "辽科发〔2026〕12号",
                        "title", "关于发布2026年第一批典型实质性产学研联盟名单的通知",
                        "body", "各市科技局、工业和信息化局,各有关单位:\n经联盟自评、推荐部门初审、综合评价、党组会审议和公示,现将名单予以发布。\n请各推荐部门做好后续服务与管理。",
                        "publishedOn", "2026年3月6日",
                        "items", items(12));
            case DRAW_RECORD, RECOMMENDATION ->
                Map.of(
                        "paragraphs", List.of("按规定程序办理,现将有关情况记录如下。"),
                        "facts", List.of(Map.of("label", "批次", "value", "2026年第一批")),
                        "columns", List.of("序号", "名称", "说明"),
                        "rows", List.of(List.of("1", "辽宁省工业机器人产学研联盟", "同意推荐")),
                        "signers", List.of("沈阳市科学技术局", "沈阳市工业和信息化局"),
                        "signedOn", "2026年1月20日");
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
