package cn.lianping.walkthrough;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Divides a grant among its uses (article 8) so that the parts total the grant to the cent. */
final class MoneySplit {

    private static final int CENTS = 2;

    private MoneySplit() {}

    /**
     * @param amount the grant in yuan
     * @param shares share of each use; must total 1
     * @return amount of each use in yuan with two decimals; what rounding leaves over is on the last use
     */
    static Map<String, BigDecimal> of(BigDecimal amount, Map<String, BigDecimal> shares) {
        BigDecimal total = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(BigDecimal.ONE) != 0) {
            throw new Unexpected("资金用途比例合计应为 1,现为 " + total.toPlainString());
        }
        if (amount.signum() <= 0 || amount.stripTrailingZeros().scale() > CENTS) {
            throw new Unexpected("资金额应为正数且最多两位小数,现为 " + amount.toPlainString());
        }
        Map<String, BigDecimal> parts = new LinkedHashMap<>();
        BigDecimal rest = amount;
        int left = shares.size();
        for (Map.Entry<String, BigDecimal> share : shares.entrySet()) {
            left--;
            BigDecimal part =
                    left == 0 ? rest : amount.multiply(share.getValue()).setScale(CENTS, RoundingMode.DOWN);
            rest = rest.subtract(part);
            parts.put(share.getKey(), part.setScale(CENTS, RoundingMode.UNNECESSARY));
        }
        return parts;
    }
}
