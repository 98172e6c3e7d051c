package cn.lianping.alliance;

import cn.lianping.Refusal;
import java.util.Optional;

/**
 * A Unified Social Credit Code (GB 32100-2015): 18 characters of digits and capitals without I, O, S, V, Z; the last one
 * is a check character over the first 17.
 *
 * @param text the 18 characters
 */
public record UnifiedSocialCreditCode(String text) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;
    private static final int LENGTH = 18;

    /** @throws Refusal (invalid) when the text is not a valid code; the message says why */
    public UnifiedSocialCreditCode {
        problem(text).ifPresent(problem -> {
            throw Refusal.invalid(problem + ";请核对营业执照或法人证书上的统一社会信用代码");
        });
    }

    /** What is wrong with a text as a code, in Chinese; empty if it is valid. */
    public static Optional<String> problem(String text) {
        if (text.length() != LENGTH) {
            return Optional.of("统一社会信用代码应为 18 位,“%s”为 %d 位".formatted(text, text.length()));
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return Optional.of(
                        "统一社会信用代码“%s”第 %d 位“%c”不允许(只用数字和大写字母,不用 I、O、S、V、Z)".formatted(text, i + 1, text.charAt(i)));
            }
        }
        // GB 32100-2015 table 1: the region of the registering body is six digits
        for (int i = 2; i < 8; i++) {
            if (!isDigit(text.charAt(i))) {
                return Optional.of("统一社会信用代码“%s”第 %d 位“%c”应为数字(登记管理机关行政区划码)".formatted(text, i + 1, text.charAt(i)));
            }
        }
        char right = checkCharacter(text.substring(0, LENGTH - 1));
        char given = text.charAt(LENGTH - 1);
        return given == right
                ? Optional.empty()
                : Optional.of("统一社会信用代码“%s”校验位不符:第 18 位应为“%c”,现为“%c”".formatted(text, right, given));
    }

    /**
     * The check character of the first 17 characters.
     *
     * @throws IllegalArgumentException when they are not 17 characters of the code's alphabet
     */
    static char checkCharacter(String first17) {
        if (first17.length() != LENGTH - 1) {
            throw new IllegalArgumentException(first17);
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < first17.length(); i++) {
            int index = ALPHABET.indexOf(first17.charAt(i));
            if (index < 0) {
                throw new IllegalArgumentException(first17);
            }
            sum += index * weight;
            // the weights of the standard are the powers of 3 modulo 31
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public String toString() {
        return text;
    }
}
