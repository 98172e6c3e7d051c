package cn.lianping.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneySplitTest {

    @Test
    void sharesOfARoundSumAreExact() {
        assertThat(MoneySplit.of(new BigDecimal("2000000"), shares("0.5", "0.25", "0.15", "0.1"))
                        .values())
                .extracting(BigDecimal::toPlainString)
                .containsExactly("1000000.00", "500000.00", "300000.00", "200000.00");
    }

    @Test
    void whatRoundingLeavesOverIsOnTheLastUse() {
        Map<String, BigDecimal> parts = MoneySplit.of(new BigDecimal("100.01"), shares("0.333", "0.333", "0.334"));
        assertThat(parts.values()).extracting(BigDecimal::toPlainString).containsExactly("33.30", "33.30", "33.41");
        assertThat(parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100.01");
    }

    @Test
    void sharesThatDoNotTotalOneAreRefused() {
        assertThatThrownBy(() -> MoneySplit.of(BigDecimal.TEN, shares("0.5", "0.4")))
                .isInstanceOf(Unexpected.class)
                .hasMessageContaining("0.9");
    }

    private static Map<String, BigDecimal> shares(String... shares) {
        Map<String, BigDecimal> map = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            map.put("use" + i, new BigDecimal(shares[i]));
        }
        return map;
    }
}
