package cn.lianping.pilot;

import cn.lianping.Refusal;
import cn.lianping.jointrelease.NoticedList.NoticedCase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A case chosen as a pilot (article 7).
 *
 * @param amount the grant, in yuan
 * @param start when the project starts
 */
public record Selection(String caseNo, BigDecimal amount, LocalDate start) {

    /** The released cases, the best score first. */
    static List<NoticedCase> ranked(List<NoticedCase> released) {
        return released.stream()
                .sorted(Comparator.comparing(NoticedCase::total)
                        .reversed()
                        .thenComparingInt(NoticedCase::place)
                        .thenComparing(NoticedCase::caseNo))
                .toList();
    }

    /**
     * Chooses by rank while the budget lasts, the same amount each.
     *
     * @throws Refusal when the budget pays for none, or would part cases that share a place
     */
    static List<Selection> byRank(
            List<NoticedCase> released, Set<String> excluded, BigDecimal budget, BigDecimal amount, LocalDate start) {
        if (amount.signum() <= 0) {
            throw Refusal.invalid("每个项目金额应大于 0");
        }
        List<NoticedCase> eligible = ranked(released).stream()
                .filter(c -> !excluded.contains(c.caseNo()))
                .toList();
        int count = budget.divide(amount, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(eligible.size()))
                .intValue();
        if (count == 0) {
            throw Refusal.invalid("预算 " + FundUsePlan.yuan(budget) + " 元、每个项目 " + FundUsePlan.yuan(amount)
                    + " 元,没有可入选的案卷;请调整金额,或勾选“本批次不遴选试点示范”");
        }
        if (count < eligible.size()) {
            NoticedCase last = eligible.get(count - 1);
            NoticedCase next = eligible.get(count);
            if (last.total().compareTo(next.total()) == 0 && last.place() == next.place()) {
                throw Refusal.invalid("案卷 " + last.caseNo() + " 与 " + next.caseNo() + " 并列第 " + last.place()
                        + " 名,预算只够其一;请调整预算,或将其一列为“不列入”并说明理由");
            }
        }
        return eligible.subList(0, count).stream()
                .map(c -> new Selection(c.caseNo(), amount, start))
                .toList();
    }
}
