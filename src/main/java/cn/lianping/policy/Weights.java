package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;
import java.math.BigDecimal;

/**
 * The weights of the two parts of the comprehensive evaluation (article 6.3); together exactly 1.
 *
 * @param division weight of the management opinions, for instance 0.30
 * @param expert weight of the expert review, for instance 0.70
 */
public record Weights(PolicyValue<BigDecimal> division, PolicyValue<BigDecimal> expert) {

    public Weights {
        Required.present(division, "division");
        Required.present(expert, "expert");
        BigDecimal sum = division.value().add(expert.value());
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw Refusal.invalid("管理评价 %s、专家评审 %s,权重合计 %s,应为 100%%"
                    .formatted(percent(division.value()), percent(expert.value()), percent(sum)));
        }
        if (division.value().signum() <= 0 || expert.value().signum() <= 0) {
            throw Refusal.invalid(
                    "管理评价和专家评审的权重都应大于 0,现为 %s 和 %s".formatted(percent(division.value()), percent(expert.value())));
        }
    }

    /** A weight as people see it: 0.30 is 30%. */
    public static String percent(BigDecimal weight) {
        return weight.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }
}
