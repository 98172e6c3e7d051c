package cn.lianping.policy;

import cn.lianping.policy.PolicyValue.Required;

/**
 * How the valid sheets of one kind become one number.
 *
 * @param method the arithmetic mean
 * @param dropHighestAndLowest whether one highest and one lowest sheet are left out first
 * @param minimumLeft how many sheets must be left after that; with fewer, nothing is dropped
 */
public record Aggregation(
        PolicyValue<Method> method, PolicyValue<Boolean> dropHighestAndLowest, PolicyValue<Integer> minimumLeft) {

    /** The ways known. */
    public enum Method {
        MEAN
    }

    public Aggregation {
        Required.present(method, "method");
        Required.present(dropHighestAndLowest, "dropHighestAndLowest");
        Required.present(minimumLeft, "minimumLeft");
        Required.between(minimumLeft.value(), 1, 99, "去掉最高分和最低分后的最少份数");
    }

    /** Whether one highest and one lowest of this many sheets are dropped. */
    public boolean drops(int sheets) {
        return dropHighestAndLowest.value() && sheets - 2 >= minimumLeft.value();
    }
}
