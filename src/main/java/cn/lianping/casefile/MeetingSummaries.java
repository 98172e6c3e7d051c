package cn.lianping.casefile;

import cn.lianping.alliance.Alliance;
import cn.lianping.alliance.Organisation;
import cn.lianping.alliance.Registry;
import cn.lianping.deliberation.CaseSummaries;
import cn.lianping.preliminaryreview.PreliminaryReview;
import cn.lianping.preliminaryreview.Statement;
import cn.lianping.publicity.Notices;
import cn.lianping.round.Cases;
import cn.lianping.selfevaluation.Claim;
import cn.lianping.selfevaluation.SelfEvaluation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the earlier stages say of the cases on an agenda, in a few lines each. */
@Component
class MeetingSummaries implements CaseSummaries {

    private final Cases cases;
    private final Registry registry;
    private final SelfEvaluation evaluation;
    private final PreliminaryReview review;
    private final Notices notices;

    MeetingSummaries(
            Cases cases,
            Registry registry,
            @Lazy SelfEvaluation evaluation,
            @Lazy PreliminaryReview review,
            @Lazy Notices notices) {
        this.cases = cases;
        this.registry = registry;
        this.evaluation = evaluation;
        this.review = review;
        this.notices = notices;
    }

    @Override
    public Map<String, Summary> of(Collection<String> caseNos) {
        Map<String, Summary> summaries = new LinkedHashMap<>();
        caseNos.forEach(caseNo -> summaries.put(caseNo, summary(caseNo)));
        return summaries;
    }

    private Summary summary(String caseNo) {
        Alliance alliance = registry.alliance(cases.require(caseNo).allianceId());
        return new Summary(
                registry.organisation(alliance.leadCode()).name(),
                members(registry.members(alliance.id())),
                self(evaluation.claims(caseNo).values()),
                review.statements(caseNo).stream().map(Statement::line).collect(Collectors.joining(";")),
                review.recommendation(caseNo)
                        .map(given -> "推荐顺序第 %d 位(%s):%s".formatted(given.orderNo(), given.letterNo(), given.opinion()))
                        .orElse("无"),
                notices.removalProposed(caseNo)
                        .map(reason -> "异议成立,监督部门建议移出名单:" + reason)
                        .orElse(""));
    }

    private String members(List<Organisation> members) {
        Map<String, Long> kinds = members.stream()
                .collect(Collectors.groupingBy(Organisation::kind, TreeMap::new, Collectors.counting()));
        return "共 %d 家:".formatted(members.size())
                + kinds.entrySet().stream()
                        .map(kind -> registry.kindName(kind.getKey()) + " " + kind.getValue() + " 家")
                        .collect(Collectors.joining("、"));
    }

    private static String self(Collection<Claim> claims) {
        String unmet = claims.stream()
                .filter(claim -> claim.met() == 0)
                .map(claim -> String.valueOf(claim.element()))
                .collect(Collectors.joining("、"));
        long met = claims.stream().filter(claim -> claim.met() == 1).count();
        return "符合 " + met + " 项" + (unmet.isEmpty() ? "" : ",不符合要素 " + unmet);
    }
}
