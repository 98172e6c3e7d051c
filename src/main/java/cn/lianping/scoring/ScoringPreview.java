package cn.lianping.scoring;

import cn.lianping.Refusal;
import cn.lianping.policy.Policy;
import cn.lianping.policy.PolicyService;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Works scores and ranks out for sheets that staff type in; nothing of it is stored or counts (article 6.3). */
@Service
class ScoringPreview {

    private static final int MOST_CASES = 10_000;
    private static final int MOST_SHEETS = 100;

    private final PolicyService policies;

    ScoringPreview(PolicyService policies) {
        this.policies = policies;
    }

    /**
     * What is asked.
     *
     * @param policy id of a policy; its newest version is used
     */
    record Request(@Nullable String policy, @Nullable List<@Nullable Sheets> cases) {}

    /**
     * The sheets of one case, each a total of 0 to 10 or ten points.
     *
     * @param name given as {@code case}
     */
    record Sheets(
            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String name,

            @Nullable List<@Nullable Object> divisions,
            @Nullable List<@Nullable Object> experts) {}

    private record Worked(String name, String missing, ScoreResult.Scored scored) {}

    /** One line a case, in the order asked; every number as decimal text. */
    List<Map<String, Object>> compute(Request request) {
        Policy policy = policy(request.policy());
        List<@Nullable Sheets> asked = request.cases();
        if (asked == null || asked.isEmpty() || asked.size() > MOST_CASES) {
            throw Refusal.invalid("请给出 1 至 %d 个案卷(cases)".formatted(MOST_CASES));
        }
        List<Worked> worked = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Sheets sheets : asked) {
            Worked one = work(policy, sheets);
            if (!names.add(one.name())) {
                throw Refusal.invalid("案卷“%s”出现了两次".formatted(one.name()));
            }
            worked.add(one);
        }
        Map<String, Integer> places = Ranking.rank(
                        worked.stream()
                                .map(w -> new Ranking.RankedCase(
                                        w.name(), w.scored().total(), w.scored().expertMean()))
                                .toList(),
                        policy.ranking().tieRule().value())
                .stream()
                .collect(Collectors.toMap(r -> r.ranked().caseNo(), Ranking.Rank::place));
        return worked.stream()
                .map(w -> line(w, places.getOrDefault(w.name(), 0)))
                .toList();
    }

    private Policy policy(@Nullable String id) {
        if (id == null || id.isBlank()) {
            throw Refusal.invalid("请给出政策编号(policy),例如 liaoning-2021");
        }
        return policies.latest(id).orElseThrow(() -> Refusal.invalid("没有政策“%s”".formatted(id)));
    }

    private static Worked work(Policy policy, @Nullable Sheets sheets) {
        if (sheets == null || sheets.name() == null || sheets.name().isBlank()) {
            throw Refusal.invalid("每个案卷都要有名称(case)");
        }
        try {
            List<ReviewerSheet> divisions = sheets("处室", sheets.divisions());
            ScoringInput input = new ScoringInput(divisions, divisions.size(), sheets("专家", sheets.experts()));
            return new Worked(sheets.name(), Scoring.missing(policy, input), Scoring.preview(policy, input));
        } catch (Refusal refusal) {
            throw Refusal.invalid("案卷“%s”:%s".formatted(sheets.name(), refusal.reason()));
        }
    }

    private static List<ReviewerSheet> sheets(String kind, @Nullable List<@Nullable Object> raw) {
        if (raw == null) {
            return List.of();
        }
        if (raw.size() > MOST_SHEETS) {
            throw Refusal.invalid("%s评审表最多 %d 份".formatted(kind, MOST_SHEETS));
        }
        List<ReviewerSheet> sheets = new ArrayList<>();
        for (Object one : raw) {
            sheets.add(ReviewerSheet.ofRaw("%s%02d".formatted(kind, sheets.size() + 1), one));
        }
        return sheets;
    }

    private static Map<String, Object> line(Worked worked, int place) {
        ScoreResult.Scored scored = worked.scored();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("case", worked.name());
        line.put("divisionMean", scored.divisionMeanShown().toPlainString());
        line.put("expertMean", scored.expertMeanShown().toPlainString());
        line.put("exact", scored.exact().toString());
        line.put("total", scored.total().toPlainString());
        line.put("rank", String.valueOf(place));
        line.put("trace", scored.trace());
        // a case would have no score with so few sheets; the example is worked out all the same
        line.put("missing", worked.missing());
        return line;
    }
}
