package cn.lianping.policy;

import cn.lianping.calendar.PeriodUnit;
import cn.lianping.policy.PolicyValue.Required;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The publicity period (article 6.4).
 *
 * @param length how many days
 * @param unit which days count
 * @param firstDayCounted whether the day of the notice is the first
 * @param objectionHold what an open objection holds back
 */
public record Publicity(
        PolicyValue<Integer> length,
        PolicyValue<PeriodUnit> unit,
        PolicyValue<Boolean> firstDayCounted,
        PolicyValue<ObjectionHold> objectionHold) {

    /** What an open objection holds back. */
    public enum ObjectionHold {
        /** The release of the whole round. */
        @JsonProperty("round")
        ROUND,
        /** The release of its own case; that one follows in a supplementary release. */
        @JsonProperty("case")
        CASE
    }

    public Publicity {
        Required.present(length, "length");
        Required.present(unit, "unit");
        Required.present(firstDayCounted, "firstDayCounted");
        Required.present(objectionHold, "objectionHold");
        Required.between(length.value(), 1, 99, "公示期天数");
    }
}
