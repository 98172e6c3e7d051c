package cn.lianping.pilot;

import cn.lianping.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * How the lead enterprise means to spend the grant (article 8).
 *
 * @param uses amount in yuan by code of the use
 * @param department {@code science} or {@code industry}
 * @param division code of the division of that department
 */
record FundUsePlan(
        Map<String, BigDecimal> uses, LocalDate startsOn, LocalDate endsOn, String department, String division) {

    /** Refuses a plan that does not spend exactly the grant, or lasts longer than the policy allows. */
    void requireValid(BigDecimal grant, int longestTermMonths) {
        uses.forEach((code, amount) -> {
            if (amount.signum() < 0) {
                throw Refusal.invalid("资金使用金额不能小于 0,现有 " + yuan(amount) + " 元");
            }
        });
        BigDecimal total = uses.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(grant) != 0) {
            throw Refusal.invalid("资金使用合计 " + yuan(total) + " 元,资助金额 " + yuan(grant) + " 元,两者必须相等");
        }
        if (!endsOn.isAfter(startsOn)) {
            throw Refusal.invalid("执行结束日期 " + endsOn + " 应晚于开始日期 " + startsOn);
        }
        LocalDate latest = startsOn.plusMonths(longestTermMonths);
        if (endsOn.isAfter(latest)) {
            throw Refusal.invalid(
                    "执行周期最长 " + longestTermMonths + " 个月:" + startsOn + " 开始的项目应不晚于 " + latest + " 结束,现为 " + endsOn);
        }
    }

    /** An amount as people write it. */
    static String yuan(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
