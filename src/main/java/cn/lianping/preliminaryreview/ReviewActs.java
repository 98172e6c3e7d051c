package cn.lianping.preliminaryreview;

import cn.lianping.identity.Audience;
import cn.lianping.identity.Offices;
import cn.lianping.round.CaseAct;
import cn.lianping.round.CaseActs;
import cn.lianping.round.Cases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Opinions and recommendations, for the approval sheet. */
@Component
class ReviewActs implements CaseActs {

    private static final String STAGE = "初审复核";

    private final PreliminaryReviewMapper mapper;
    private final Cases cases;
    private final Offices offices;

    ReviewActs(PreliminaryReviewMapper mapper, Cases cases, Offices offices) {
        this.mapper = mapper;
        this.cases = cases;
        this.offices = offices;
    }

    /** An attempt that only one department has reviewed is left out: neither reads the other before deciding. */
    @Override
    public List<CaseAct> acts(String caseNo) {
        String area = cases.require(caseNo).areaCode();
        List<CaseAct> acts = new ArrayList<>();
        mapper.allOpinions(caseNo).stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.get("attempt")), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(both -> both.size() == 2)
                .flatMap(List::stream)
                .forEach(row -> acts.add(opinion(area, row)));
        String office = String.join("、", offices.of(area));
        for (PreliminaryReviewMapper.Given given : mapper.recommendationsOf(caseNo)) {
            acts.add(CaseAct.of(
                            "推荐",
                            office,
                            "推荐报送(%s,推荐顺序第 %d 位)".formatted(given.letterNo(), given.orderNo()),
                            given.recommendedAt())
                    .readBy(Audience.REVIEWERS)
                    .by(given.recommendedBy(), Audience.AREA)
                    .saying(given.opinion(), Audience.REVIEWERS));
        }
        return acts;
    }

    private CaseAct opinion(String area, Map<String, Object> row) {
        Statement said = Statement.of(row);
        String elements = said.elements().isEmpty()
                ? ""
                : said.elements().stream().map(String::valueOf).collect(Collectors.joining("、", ",退回要素 ", ""));
        String found = (said.authentic() ? "材料真实" : "材料真实性未确认") + "、" + (said.complete() ? "完整" : "完整性未确认");
        return CaseAct.of(
                        STAGE,
                        "science".equals(row.get("department")) ? offices.science(area) : offices.industry(area),
                        "%s(第 %d 次复核,%s%s)".formatted(said.outcome(), said.attempt(), found, elements),
                        ((Number) Objects.requireNonNull(row.get("reviewedAt"))).longValue())
                .by(String.valueOf(row.get("reviewedBy")), Audience.AREA)
                .saying(said.reason(), Audience.EVERYBODY);
    }
}
