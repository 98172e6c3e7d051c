package cn.lianping.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianping.Refusal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class UnifiedSocialCreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void acceptsPublishedCodes() {
        // published by the companies themselves
        assertThat(UnifiedSocialCreditCode.problem("91350100M000100Y43")).isEmpty();
        assertThat(UnifiedSocialCreditCode.problem("912101007NQ6U8H45A")).isEmpty();
        assertThat(new UnifiedSocialCreditCode("91350100M000100Y43")).hasToString("91350100M000100Y43");
    }

    @Test
    void namesTheRightCheckCharacter() {
        assertThatThrownBy(() -> new UnifiedSocialCreditCode("91350100M000100Y44"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID))
                .hasMessageContaining("应为“3”")
                .hasMessageContaining("现为“4”");
    }

    @Test
    void refusesOtherLengthsAndCharacters() {
        assertThat(UnifiedSocialCreditCode.problem("91350100M000100Y4"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("18 位", "17 位"));
        assertThat(UnifiedSocialCreditCode.problem("91350100M000100I43"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("第 16 位“I”"));
        assertThat(UnifiedSocialCreditCode.problem("91350100m000100Y43"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("第 9 位“m”"));
        assertThat(UnifiedSocialCreditCode.problem("9135A100M000100Y43"))
                .hasValueSatisfying(problem -> assertThat(problem).contains("第 5 位“A”应为数字"));
    }

    @Property
    void findsEveryChangeOfOneCharacter(
            @ForAll("codes") String code,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 30) int other) {
        char given = ALPHABET.charAt(other);
        String changed = code.substring(0, place) + given + code.substring(place + 1);
        assertThat(UnifiedSocialCreditCode.problem(changed).isEmpty()).isEqualTo(code.charAt(place) == given);
    }

    @Property
    void theCharacterNamedIsTheRightOne(@ForAll("codes") String code, @ForAll @IntRange(max = 30) int other) {
        String changed = code.substring(0, 17) + ALPHABET.charAt(other);
        UnifiedSocialCreditCode.problem(changed)
                .ifPresent(problem -> assertThat(problem).contains("应为“" + code.charAt(17) + "”"));
    }

    @Provide
    Arbitrary<String> codes() {
        return Combinators.combine(
                        Arbitraries.strings().withChars(ALPHABET).ofLength(2),
                        Arbitraries.strings().numeric().ofLength(6),
                        Arbitraries.strings().withChars(ALPHABET).ofLength(9))
                .as((head, region, body) -> head + region + body)
                .map(first17 -> first17 + UnifiedSocialCreditCode.checkCharacter(first17));
    }
}
