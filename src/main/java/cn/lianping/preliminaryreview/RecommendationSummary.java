package cn.lianping.preliminaryreview;

import cn.lianping.Refusal;
import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Registry;
import cn.lianping.document.Document;
import cn.lianping.document.DocumentKind;
import cn.lianping.document.DocumentService;
import cn.lianping.identity.Offices;
import cn.lianping.round.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The summary table (汇总表) of an area's recommendations in a round, printed and as a workbook. It is issued when it is
 * asked for: every recommendation changes it, and an area may recommend a thousand cases.
 */
@Service
public class RecommendationSummary {

    private static final List<String> COLUMNS =
            List.of("推荐顺序", "案卷号", "联盟名称", "盟主企业", "技术领域", "备案号", "成员单位数", "推荐函文号", "推荐意见");

    private final PreliminaryReviewMapper mapper;
    private final Registry registry;
    private final Rounds rounds;
    private final Offices offices;
    private final DocumentService documents;

    RecommendationSummary(
            PreliminaryReviewMapper mapper,
            Registry registry,
            Rounds rounds,
            Offices offices,
            DocumentService documents) {
        this.mapper = mapper;
        this.registry = registry;
        this.rounds = rounds;
        this.offices = offices;
        this.documents = documents;
    }

    /** Whether the area has recommended anything in the round. */
    public boolean exists(String roundNo, String area) {
        return mapper.countRecommendedIn(roundNo, area) > 0;
    }

    /**
     * The table of the recommendations as they are now.
     *
     * @param workbook whether as a workbook
     * @throws Refusal not found, when the area has recommended nothing
     */
    @Transactional
    public Document issue(String roundNo, String area, boolean workbook) {
        String round = rounds.require(roundNo).title();
        List<PreliminaryReviewMapper.Given> given = mapper.recommendedIn(roundNo, area);
        if (given.isEmpty()) {
            throw Refusal.notFound("该地区在批次 " + roundNo + " 中还没有推荐案卷");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (PreliminaryReviewMapper.Given one : given) {
            Alliance alliance = registry.alliance(one.allianceId());
            rows.add(List.of(
                    one.orderNo(),
                    one.caseNo(),
                    alliance.name(),
                    registry.organisation(alliance.leadCode()).name(),
                    alliance.field(),
                    alliance.filingNo(),
                    registry.members(alliance.id()).size(),
                    one.letterNo(),
                    one.opinion()));
        }
        return documents.produce(
                workbook ? DocumentKind.RECOMMENDATION_WORKBOOK : DocumentKind.RECOMMENDATION_SUMMARY,
                roundNo,
                area,
                registry.areaName(area) + "典型实质性产学研联盟推荐汇总表",
                Map.of(
                        "round", round,
                        "office", String.join("、", offices.of(area)),
                        "signers", offices.of(area),
                        "columns", COLUMNS,
                        "rows", rows));
    }
}
