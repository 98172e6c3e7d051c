package cn.lianping.policy;

import cn.lianping.Refusal;
import cn.lianping.policy.PolicyValue.Required;
import java.math.BigDecimal;

/**
 * Numbers that the pre-check of facts compares with; advice only, never part of a score.
 *
 * @param provincialAverageRdRatio the province's average share of R&amp;D spending in sales, in percent (article 4 item 8)
 */
public record PreCheckParameters(PolicyValue<BigDecimal> provincialAverageRdRatio) {

    public PreCheckParameters {
        Required.present(provincialAverageRdRatio, "provincialAverageRdRatio");
        BigDecimal average = provincialAverageRdRatio.value();
        if (average.signum() < 0 || average.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw Refusal.invalid("全省平均研发投入占比应为 0 至 100(%),现为 " + average.toPlainString());
        }
    }
}
