package cn.lianping.preliminaryreview;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.identity.Offices;
import cn.lianping.round.EvaluationCase;
import cn.lianping.round.Rounds;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The papers of the preliminary review (article 6.2): the opinion of both departments, and the recommendation. */
@Component
class ReviewDocuments {

    private final PreliminaryReviewMapper mapper;
    private final Registry registry;
    private final Rounds rounds;
    private final Offices offices;
    private final DocumentService documents;
    private final Clock clock;

    ReviewDocuments(
            PreliminaryReviewMapper mapper,
            Registry registry,
            Rounds rounds,
            Offices offices,
            DocumentService documents,
            Clock clock) {
        this.mapper = mapper;
        this.registry = registry;
        this.rounds = rounds;
        this.offices = offices;
        this.documents = documents;
        this.clock = clock;
    }

    /** What both departments said of the present attempt, without the names of those who acted. */
    void opinion(EvaluationCase found, Outcome outcome) {
        Alliance alliance = registry.alliance(found.allianceId());
        List<Map<String, Object>> opinions = mapper.allOpinions(found.caseNo()).stream()
                .filter(row -> ((Number) Objects.requireNonNull(row.get("attempt"))).intValue() == found.attempt())
                .map(row -> opinion(found.areaCode(), row))
                .toList();
        documents.produce(
                DocumentKind.REVIEW_OPINION,
                found.caseNo(),
                alliance.name() + "初审意见表",
                Map.of(
                        "caseNo", found.caseNo(),
                        "round", rounds.require(found.roundNo()).title(),
                        "attempt", found.attempt(),
                        "facts", facts(found, alliance),
                        "opinions", opinions,
                        "conclusion", outcome.chinese()));
    }

    private Map<String, Object> opinion(String area, Map<String, Object> row) {
        Statement said = Statement.of(row);
        return Map.of(
                "office", "science".equals(row.get("department")) ? offices.science(area) : offices.industry(area),
                "authentic", said.authentic() ? "真实" : "未确认",
                "complete", said.complete() ? "完整" : "未确认",
                "outcome", said.outcome(),
                "elements",
                        said.elements().isEmpty()
                                ? "无"
                                : said.elements().stream().map(String::valueOf).collect(Collectors.joining("、")),
                "reason", said.reason(),
                "day", OfficialDate.day(((Number) Objects.requireNonNull(row.get("reviewedAt"))).longValue()));
    }

    /** The letter that recommends the case to the province. */
    void letter(EvaluationCase found, Recommendation given) {
        Alliance alliance = registry.alliance(found.allianceId());
        String round = rounds.require(found.roundNo()).title();
        String addressees =
                String.join("、", offices.of(rounds.require(found.roundNo()).areaCode()));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("根据典型实质性产学研联盟评估评价办法第六条第 2 项,我们对%s提交的自评报告及证明材料进行了复核。经复核,材料真实、完整,现予推荐,参加“%s”的综合评价,推荐顺序为第 %d 位。"
                .formatted(alliance.name(), round, given.orderNo()));
        paragraphs.add("推荐意见:" + given.opinion());
        documents.produce(
                DocumentKind.RECOMMENDATION,
                found.caseNo(),
                "关于推荐" + alliance.name() + "的函",
                Map.of(
                        "addressee", addressees + ":",
                        "letterNo", given.letterNo(),
                        "paragraphs", paragraphs,
                        "facts", facts(found, alliance),
                        "columns", List.of("序号", "单位名称", "类型"),
                        "rows", members(alliance),
                        "signers", offices.of(found.areaCode()),
                        "signedOn", OfficialDate.of(LocalDate.now(clock))));
    }

    private List<List<String>> members(Alliance alliance) {
        List<List<String>> rows = new ArrayList<>();
        registry.members(alliance.id())
                .forEach(member -> rows.add(List.of(
                        String.valueOf(rows.size() + 1),
                        member.name() + (member.code().equals(alliance.leadCode()) ? "(盟主企业)" : ""),
                        registry.kindName(member.kind()))));
        return rows;
    }

    private List<Map<String, Object>> facts(EvaluationCase found, Alliance alliance) {
        return List.of(
                fact("联盟名称", alliance.name()),
                fact("案卷号", found.caseNo()),
                fact("盟主企业", registry.organisation(alliance.leadCode()).name()),
                fact("技术领域", alliance.field()),
                fact("所在地区", registry.areaName(alliance.area())),
                fact("备案号", alliance.filingNo()));
    }

    private static Map<String, Object> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
