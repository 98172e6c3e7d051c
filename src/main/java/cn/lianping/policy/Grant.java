package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The grant of a pilot project (articles 7 and 8).
 *
 * @param uses what it may be spent on
 * @param longestTermMonths the longest term of a project, in months
 * @param cap the highest grant of one project, in 万元; open where the policy sets none
 */
public record Grant(List<Use> uses, PolicyValue<Integer> longestTermMonths, PolicyValue.Open<BigDecimal> cap) {

    /**
     * An allowed use.
     *
     * @param code the key in data, for instance {@code joint_research}
     * @param name for instance 产学研联合攻关
     */
    public record Use(String code, String name, String source, PolicyValue.Status status) {

        public Use {
            Required.text(code, "code");
            Required.text(name, "name");
            Required.text(source, "source");
            Required.present(status, "status");
        }
    }

    public Grant {
        Required.present(uses, "uses");
        Required.present(longestTermMonths, "longestTermMonths");
        Required.present(cap, "cap");
        uses = List.copyOf(uses);
        Set<String> codes = new HashSet<>();
        for (Use use : uses) {
            if (!codes.add(use.code())) {
                throw Refusal.invalid("资金使用方向重复:" + use.code());
            }
        }
        if (uses.isEmpty()) {
            throw Refusal.invalid("缺少资金使用方向 uses");
        }
        Required.between(longestTermMonths.value(), 1, 60, "项目最长执行周期(月)");
        BigDecimal most = cap.value();
        if (most != null && most.signum() <= 0) {
            throw Refusal.invalid("资助上限应大于 0,现为 " + most.toPlainString());
        }
    }

    /** The highest grant of one project in 万元, where there is one. */
    public Optional<BigDecimal> highest() {
        return Optional.ofNullable(cap.value());
    }
}
