package cn.lianping.scoring;

import cn.lianping.Refusal;
import cn.lianping.policy.Aggregation;
import cn.lianping.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The comprehensive evaluation's score (article 6.3): the weighted sum of the mean of the division sheets and the mean
 * of the expert sheets, exact until the one rounding at the end.
 */
public final class Scoring {

    private Scoring() {}

    /** Computes; with too few valid sheets there is no total. */
    public static ScoreResult compute(Policy policy, ScoringInput input) {
        String missing = missing(policy, input);
        if (!missing.isEmpty()) {
            return new ScoreResult.Insufficient(
                    missing, ScoreTrace.insufficient(policy, input, List.of(missing), missing));
        }
        return score(policy, input);
    }

    /**
     * What the sheets at hand would give, also where the policy asks for more of them: for working out examples, never
     * for a case. Without any sheet of a kind it is refused.
     */
    public static ScoreResult.Scored preview(Policy policy, ScoringInput input) {
        if (input.divisionSheets().isEmpty() || input.expertSheets().isEmpty()) {
            throw Refusal.invalid("试算至少要有 1 份管理评价意见和 1 份专家评审表");
        }
        return score(policy, input);
    }

    private static ScoreResult.Scored score(Policy policy, ScoringInput input) {
        List<String> steps = new ArrayList<>();
        Fraction division = mean("管理评价 D", policy.aggregation(), input.divisionSheets(), steps);
        Fraction expert = mean("专家评审 E", policy.aggregation(), input.expertSheets(), steps);
        BigDecimal divisionWeight = policy.weights().division().value();
        BigDecimal expertWeight = policy.weights().expert().value();
        Fraction exact = Fraction.of(divisionWeight)
                .times(division)
                .plus(Fraction.of(expertWeight).times(expert));
        steps.add("总分 %s × %s + %s × %s = %s"
                .formatted(decimal(divisionWeight), division, decimal(expertWeight), expert, exact));
        BigDecimal total = exact.round(
                policy.rounding().scale().value(), policy.rounding().mode().value());
        steps.add("取 %d 位小数(%s):%s"
                .formatted(
                        policy.rounding().scale().value(),
                        policy.rounding().mode().value(),
                        total.toPlainString()));
        String trace = ScoreTrace.scored(policy, input, steps, division, expert, exact, total);
        return new ScoreResult.Scored(division, expert, exact, total, trace);
    }

    /** What is missing for a score, or an empty text. */
    static String missing(Policy policy, ScoringInput input) {
        List<String> missing = new ArrayList<>();
        int divisions = input.divisionSheets().size();
        int divisionsNeeded = policy.sheets().minimumDivisionSheets().value().needed(input.divisionsAsked());
        if (divisions < divisionsNeeded) {
            missing.add("有效管理评价意见不足 %d/%d".formatted(divisions, divisionsNeeded));
        }
        int experts = input.expertSheets().size();
        int expertsNeeded = policy.sheets().minimumExpertSheets().value();
        if (experts < expertsNeeded) {
            missing.add("有效评审表不足 %d/%d".formatted(experts, expertsNeeded));
        }
        return String.join(";", missing);
    }

    private static Fraction mean(String name, Aggregation rule, List<ReviewerSheet> sheets, List<String> steps) {
        // ascending, so that the steps tell nothing about who gave which
        List<Integer> totals =
                sheets.stream().map(ReviewerSheet::total).sorted().toList();
        steps.add("%s:有效 %d 份,%s".formatted(name, totals.size(), join(totals)));
        if (rule.drops(totals.size())) {
            int last = totals.size() - 1;
            steps.add("%s:去掉最低分 %d 和最高分 %d 各一份".formatted(name, totals.get(0), totals.get(last)));
            totals = totals.subList(1, last);
        }
        Fraction mean = Fraction.mean(totals);
        int sum = totals.stream().mapToInt(Integer::intValue).sum();
        steps.add("%s = %d ÷ %d = %s,显示为 %s"
                .formatted(
                        name, sum, totals.size(), mean, ScoreResult.shown(mean).toPlainString()));
        return mean;
    }

    private static String join(List<Integer> totals) {
        return totals.stream().map(String::valueOf).collect(Collectors.joining("、"));
    }

    private static String decimal(BigDecimal weight) {
        return weight.stripTrailingZeros().toPlainString();
    }
}
