package cn.lianping.scoring;

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
        List<String> steps = new ArrayList<>();
        String missing = missing(policy, input);
        if (!missing.isEmpty()) {
            steps.add(missing);
            return new ScoreResult.Insufficient(missing, ScoreTrace.insufficient(policy, input, steps, missing));
        }
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

    private static String missing(Policy policy, ScoringInput input) {
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
