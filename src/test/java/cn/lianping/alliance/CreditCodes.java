package cn.lianping.alliance;

/** Valid Unified Social Credit Codes of organisations that do not exist. */
public final class CreditCodes {

    private CreditCodes() {}

    /** The code of the n-th organisation registered in the area. */
    public static String of(String area, int n) {
        String first17 = "91" + area + "%09d".formatted(n);
        return first17 + UnifiedSocialCreditCode.checkCharacter(first17);
    }
}
