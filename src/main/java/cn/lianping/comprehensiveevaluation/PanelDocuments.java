package cn.lianping.comprehensiveevaluation;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Expert;
import cn.lianping.alliance.Registry;
import cn.lianping.comprehensiveevaluation.Draw.Candidate;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.document.OfficialDate;
import cn.lianping.identity.People;
import cn.lianping.round.EvaluationCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The papers of a panel: how it was drawn, and who stepped back. Both name experts. */
@Component
class PanelDocuments {

    private static final int DIGITS = 16;

    private final PanelMapper mapper;
    private final Registry registry;
    private final People people;
    private final DocumentService documents;

    PanelDocuments(PanelMapper mapper, Registry registry, People people, DocumentService documents) {
        this.mapper = mapper;
        this.registry = registry;
        this.people = people;
        this.documents = documents;
    }

    /** The record of the draw and of the panel as it sits now: everything that is needed to draw it again. */
    void drawRecord(EvaluationCase found) {
        String caseNo = found.caseNo();
        Panel panel = Objects.requireNonNull(mapper.findPanel(caseNo));
        Alliance alliance = registry.alliance(found.allianceId());
        Map<String, Expert> experts = registry.expertsForField(alliance.field()).stream()
                .collect(Collectors.toMap(Expert::userId, Function.identity()));
        List<Candidate> order = Draw.order(panel.seed(), pool(panel));
        String reason = panel.reason();
        documents.produce(
                DocumentKind.DRAW_RECORD,
                caseNo,
                alliance.name() + "评审专家抽取记录",
                Map.of(
                        "caseNo", caseNo,
                        "alliance", alliance.name(),
                        "seed", panel.seed(),
                        "facts",
                                List.of(
                                        fact("技术领域", alliance.field()),
                                        fact("抽取时间", OfficialDate.moment(panel.drawnAt())),
                                        fact("抽取操作", nameOf(panel.drawnBy())),
                                        fact("确认时间", moment(panel.confirmedAt())),
                                        fact("确认人", nameOf(panel.confirmedBy()))),
                        "seats",
                                mapper.findSeats(caseNo).stream()
                                        .map(seat -> seat(seat, experts))
                                        .toList(),
                        "reason", reason == null ? "" : reason,
                        "reserve",
                                mapper.findReserve(caseNo).stream()
                                        .map(user -> name(user, experts))
                                        .collect(Collectors.joining("、")),
                        "pool", rows(panel.seed(), order, experts)));
    }

    private static List<Candidate> pool(Panel panel) {
        return panel.pool()
                .lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Candidate(parts[0], parts[1]))
                .toList();
    }

    private static List<Map<String, Object>> rows(String seed, List<Candidate> order, Map<String, Expert> experts) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Candidate candidate : order) {
            Expert known = experts.get(candidate.userId());
            rows.add(Map.of(
                    "order", rows.size() + 1,
                    "userId", candidate.userId(),
                    "name", known == null ? "" : known.name(),
                    "unit", candidate.unit(),
                    "digest", Draw.sha256(seed + "|" + candidate.userId()).substring(0, DIGITS)));
        }
        return rows;
    }

    private Map<String, Object> seat(Seat seat, Map<String, Expert> experts) {
        String drawn = seat.drawnExpert();
        String sits = seat.expert();
        return Map.of(
                "seat", seat.seat(),
                "drawn", drawn == null ? "(空缺)" : name(drawn, experts),
                "expert", sits == null ? "(空缺)" : name(sits, experts),
                "unit",
                        sits == null
                                ? ""
                                : registry.organisation(expert(sits, experts).unitCode())
                                        .name());
    }

    private String name(String userId, Map<String, Expert> experts) {
        return expert(userId, experts).name() + "(" + userId + ")";
    }

    /** Staff may seat somebody of another field. */
    private Expert expert(String userId, Map<String, Expert> experts) {
        Expert known = experts.get(userId);
        return known == null ? registry.expert(userId) : known;
    }

    /** Why somebody has stepped back from the alliance, or had to. */
    void recusal(EvaluationCase found, Recusal recusal) {
        Alliance alliance = registry.alliance(recusal.allianceId());
        Expert expert = registry.expert(recusal.expert());
        String unit = registry.organisation(expert.unitCode()).name();
        boolean declared = recusal.ground() == Recusal.Ground.DECLARED;
        String what = declared
                ? "本人%s,%s,受邀担任%s(案卷 %s)的评审专家。因存在下列应当回避的情形,现申请回避,不参加该联盟的任何评审工作。"
                        .formatted(expert.name(), unit, alliance.name(), found.caseNo())
                : "%s,%s,系%s(案卷 %s)的评审专家。因存在下列应当回避的情形,现责令其回避,不再参加该联盟的任何评审工作,已提交的评审表作废。"
                        .formatted(expert.name(), unit, alliance.name(), found.caseNo());
        documents.produce(
                DocumentKind.RECUSAL_STATEMENT,
                found.caseNo(),
                recusal.expert(),
                declared ? "专家回避声明" : "专家回避决定",
                Map.of(
                        "addressee", declared ? "省厅办公室:" : expert.name() + ":",
                        "paragraphs", List.of(what, "回避理由:" + recusal.reason()),
                        "facts", List.of(fact("回避方式", ground(recusal.ground())), fact("效力", "对该联盟长期有效,今后不再抽取该专家评审该联盟")),
                        "signer", declared ? "声明人(签字):                " : "省厅办公室(印章处)        ",
                        "day", OfficialDate.day(recusal.recusedAt())));
    }

    static String ground(Recusal.Ground ground) {
        return switch (ground) {
            case DECLARED -> "专家本人申请";
            case ORDERED -> "省厅办公室责令";
            case OBJECTION -> "异议成立后责令";
        };
    }

    private static String moment(@Nullable Long at) {
        return at == null ? "尚未确认" : OfficialDate.moment(at);
    }

    private String nameOf(@Nullable String userId) {
        return userId == null ? "" : "system".equals(userId) ? "平台自动抽取" : people.nameOf(userId);
    }

    private static Map<String, Object> fact(String label, String value) {
        return Map.of("label", label, "value", value);
    }
}
