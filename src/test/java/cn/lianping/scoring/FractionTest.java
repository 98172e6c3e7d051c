package cn.lianping.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void isAlwaysReducedWithAPositiveDenominator() {
        assertThat(new Fraction(BigInteger.valueOf(6), BigInteger.valueOf(-4))).hasToString("-3/2");
        assertThat(new Fraction(BigInteger.ZERO, BigInteger.valueOf(-4))).isEqualTo(Fraction.ZERO);
        assertThat(Fraction.of(new BigDecimal("0.30"))).hasToString("3/10");
        assertThat(Fraction.of(new BigDecimal("1E2"))).hasToString("100");
        assertThat(Fraction.mean(List.of(7, 8, 8, 8))).hasToString("31/4");
        assertThatThrownBy(() -> new Fraction(BigInteger.ONE, BigInteger.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void roundsOnlyWhenAsked() {
        assertThat(Fraction.parse("313/40").round(2, RoundingMode.HALF_UP)).hasToString("7.83");
        assertThat(Fraction.parse("8").round(4, RoundingMode.HALF_UP)).hasToString("8.0000");
    }

    @Property
    void addsAndMultipliesAndComparesAsRationalNumbersDo(
            @ForAll @IntRange(min = -99, max = 99) int a,
            @ForAll @IntRange(min = 1, max = 99) int b,
            @ForAll @IntRange(min = -99, max = 99) int c,
            @ForAll @IntRange(min = 1, max = 99) int d) {
        Fraction x = new Fraction(BigInteger.valueOf(a), BigInteger.valueOf(b));
        Fraction y = new Fraction(BigInteger.valueOf(c), BigInteger.valueOf(d));
        assertThat(x.plus(y))
                .isEqualTo(y.plus(x))
                .isEqualTo(new Fraction(
                        BigInteger.valueOf((long) a * d + (long) c * b), BigInteger.valueOf((long) b * d)));
        assertThat(x.times(y)).isEqualTo(y.times(x));
        assertThat(Integer.signum(x.compareTo(y))).isEqualTo(Long.signum((long) a * d - (long) c * b));
        assertThat(Fraction.parse(x.toString())).isEqualTo(x);
    }
}
