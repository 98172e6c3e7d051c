package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;
import java.math.RoundingMode;

/**
 * The one rounding, of the exact total.
 *
 * @param scale decimal places, 0 to 4
 * @param mode HALF_UP (四舍五入), HALF_EVEN or DOWN
 */
public record Rounding(PolicyValue<Integer> scale, PolicyValue<RoundingMode> mode) {

    public Rounding {
        Required.present(scale, "scale");
        Required.present(mode, "mode");
        Required.between(scale.value(), 0, 4, "小数位数");
        if (mode.value() == RoundingMode.UNNECESSARY) {
            throw Refusal.invalid("舍入方式不能是 UNNECESSARY");
        }
    }
}
